# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: TriggerTaskRequestBody."""

from typing import Any

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .delay import Delay
from .queue_options import QueueOptions
from .run_tags import RunTags
from .ttl import TTL


class TriggerTaskRequestBodyOptionsMachine(OpenStrEnum):
    """Machine to run on; wins over the task's own and every default."""

    MICRO = "micro"
    SMALL_1X = "small-1x"
    SMALL_2X = "small-2x"
    MEDIUM_1X = "medium-1x"
    MEDIUM_2X = "medium-2x"
    LARGE_1X = "large-1x"
    LARGE_2X = "large-2x"


class TriggerTaskRequestBodyOptions(CamelModel):
    """How to run it."""

    concurrency_key: str | None = None
    """Key that gets a concurrency limit of its own."""
    delay: Delay | None = None
    idempotency_key: str | None = None
    """Key that makes a repeated call harmless: if it has been used, its run's ID comes back and
    nothing starts.
    """
    machine: TriggerTaskRequestBodyOptionsMachine | None = None
    """Machine to run on; wins over the task's own and every default."""
    queue: QueueOptions | None = None
    tags: RunTags | None = None
    """Tags to find the run by, in the dashboard or the SDK: 10 at most, each under 128
    characters. A prefix keeps kinds apart: `user_42` or `org:7`.
    """
    ttl: TTL | None = None


class TriggerTaskRequestBody(Model):
    """What a run starts with."""

    context: Any = None
    """Context for the task: any JSON value."""
    options: TriggerTaskRequestBodyOptions | None = None
    """How to run it."""
    payload: Any = None
    """Payload for the task: any JSON value."""
