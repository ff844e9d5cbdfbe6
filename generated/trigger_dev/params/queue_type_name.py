# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_type_name`."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

from .. import models as _models


class QueueTypeNameParam(TypedDict, total=False):
    """A dictionary that stands for `models.QueueTypeName`."""

    type: Required[QueueTypeNameTypeParam]
    name: Required[str]


QueueTypeNameTypeParam: TypeAlias = _models.QueueTypeNameType | Literal["task", "custom"] | str
"""A `models.QueueTypeNameType`, one of its values, or a value of your own."""
