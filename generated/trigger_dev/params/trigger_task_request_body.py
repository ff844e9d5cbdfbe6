# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.trigger_task_request_body`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, TypeAlias, TypedDict

from .. import models as _models
from .queue_options import QueueOptionsParam

TriggerTaskRequestBodyOptionsMachineParam: TypeAlias = (
    _models.TriggerTaskRequestBodyOptionsMachine
    | Literal["micro", "small-1x", "small-2x", "medium-1x", "medium-2x", "large-1x", "large-2x"]
    | str
)
"""A `models.TriggerTaskRequestBodyOptionsMachine`, one of its values, or a value of your own."""


class TriggerTaskRequestBodyOptionsParam(TypedDict, total=False):
    """A dictionary that stands for `models.TriggerTaskRequestBodyOptions`."""

    concurrency_key: str
    delay: str
    idempotency_key: str
    machine: TriggerTaskRequestBodyOptionsMachineParam
    queue: _models.QueueOptions | QueueOptionsParam
    tags: str | Sequence[str]
    ttl: str | float


class TriggerTaskRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.TriggerTaskRequestBody`."""

    context: Any
    options: _models.TriggerTaskRequestBodyOptions | TriggerTaskRequestBodyOptionsParam
    payload: Any
