# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_type`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

QueueTypeParam: TypeAlias = _models.QueueType | Literal["id", "task", "custom"] | str
"""A `models.QueueType`, one of its values, or a value of your own."""
