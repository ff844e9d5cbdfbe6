# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.trigger_task_request_body`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Required, TypeAlias, TypedDict

from .. import models as _models
from .queue_options import QueueOptionsParam

TriggerTaskRequestBodyModeParam: TypeAlias = (
    _models.TriggerTaskRequestBodyMode | Literal["leading", "trailing"] | str
)
"""A `models.TriggerTaskRequestBodyMode`, one of its values, or a value of your own."""


class TriggerTaskRequestBodyOptionsDebounceParam(TypedDict, total=False):
    """A dictionary that stands for `models.TriggerTaskRequestBodyOptionsDebounce`."""

    key: Required[str]
    delay: Required[str]
    max_delay: str
    mode: TriggerTaskRequestBodyModeParam


TriggerTaskRequestBodyOptionsMachineParam: TypeAlias = (
    _models.TriggerTaskRequestBodyOptionsMachine
    | Literal["micro", "small-1x", "small-2x", "medium-1x", "medium-2x", "large-1x", "large-2x"]
    | str
)
"""A `models.TriggerTaskRequestBodyOptionsMachine`, one of its values, or a value of your own."""


class TriggerTaskRequestBodyOptionsParam(TypedDict, total=False):
    """A dictionary that stands for `models.TriggerTaskRequestBodyOptions`."""

    concurrency_key: str
    debounce: (
        _models.TriggerTaskRequestBodyOptionsDebounce | TriggerTaskRequestBodyOptionsDebounceParam
    )
    delay: str
    external_deployment_id: str
    idempotency_key: str
    idempotency_key_ttl: str
    lock_to_version: str
    machine: TriggerTaskRequestBodyOptionsMachineParam
    max_attempts: int
    max_duration: float
    metadata: Any
    parent_run_id: str
    payload_type: str
    priority: float
    queue: _models.QueueOptions | QueueOptionsParam
    region: str
    tags: str | Sequence[str]
    test: bool
    ttl: str | float


class TriggerTaskRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.TriggerTaskRequestBody`."""

    context: Any
    options: _models.TriggerTaskRequestBodyOptions | TriggerTaskRequestBodyOptionsParam
    payload: Any
