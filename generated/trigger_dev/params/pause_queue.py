# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.pause_queue`."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

from .. import models as _models
from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyTypeParam

PauseQueueBodyActionParam: TypeAlias = (
    _models.PauseQueueBodyAction | Literal["pause", "resume"] | str
)
"""A `models.PauseQueueBodyAction`, one of its values, or a value of your own."""


class PauseQueueBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.PauseQueueBody`."""

    action: Required[PauseQueueBodyActionParam]
    type: OverrideQueueConcurrencyBodyTypeParam
