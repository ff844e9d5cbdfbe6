# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_pause`."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

from .. import models as _models
from .queue_type import QueueTypeParam

QueuePauseActionParam: TypeAlias = _models.QueuePauseAction | Literal["pause", "resume"] | str
"""A `models.QueuePauseAction`, one of its values, or a value of your own."""


class QueuePauseParams(TypedDict, total=False):
    """A dictionary that stands for `models.QueuePauseParams`."""

    action: Required[QueuePauseActionParam]
    type: QueueTypeParam
