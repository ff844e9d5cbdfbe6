# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_type_name_type`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

QueueTypeNameTypeParam: TypeAlias = _models.QueueTypeNameType | Literal["task", "custom"] | str
"""A `models.QueueTypeNameType`, one of its values, or a value of your own."""
