# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_type_name`."""

from __future__ import annotations

from typing import Required, TypedDict

from .queue_type_name_type import QueueTypeNameTypeParam


class QueueTypeNameParam(TypedDict, total=False):
    """A dictionary that stands for `models.QueueTypeName`."""

    type: Required[QueueTypeNameTypeParam]
    name: Required[str]
