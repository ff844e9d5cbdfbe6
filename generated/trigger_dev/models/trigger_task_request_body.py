# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: TriggerTaskRequestBody."""

from typing import Any, ClassVar

from pydantic import Field

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .delay import Delay
from .queue_options import QueueOptions
from .run_tags import RunTags
from .ttl import TTL


class TriggerTaskRequestBodyMode(OpenStrEnum):
    """Whether the run has the first payload or the last."""

    LEADING = "leading"
    TRAILING = "trailing"


class TriggerTaskRequestBodyOptionsMachine(OpenStrEnum):
    """Machine to run on; wins over the task's own and every default."""

    MICRO = "micro"
    SMALL_1X = "small-1x"
    SMALL_2X = "small-2x"
    MEDIUM_1X = "medium-1x"
    MEDIUM_2X = "medium-2x"
    LARGE_1X = "large-1x"
    LARGE_2X = "large-2x"


class TriggerTaskRequestBodyOptionsDebounce(CamelModel):
    """Triggers with one key within the delay make one run."""

    key: str
    """What belongs together. At most 512 characters."""
    delay: str
    """How long each trigger puts the run off, such as `5s`."""
    max_delay: str | None = None
    """How long the run may be put off in all."""
    mode: TriggerTaskRequestBodyMode | None = None
    """Whether the run has the first payload or the last."""


class TriggerTaskRequestBodyOptions(CamelModel):
    """How to run it."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"metadata"})

    concurrency_key: str | None = None
    """Key that gets a concurrency limit of its own."""
    debounce: TriggerTaskRequestBodyOptionsDebounce | None = None
    """Triggers with one key within the delay make one run."""
    delay: Delay | None = None
    external_deployment_id: str | None = None
    """Your own ID of the deployment that runs, such as a commit."""
    idempotency_key: str | None = None
    """Key that makes a repeated call harmless: if it has been used, its run's ID comes back and
    nothing starts.
    """
    idempotency_key_ttl: str | None = Field(
        default=None, validation_alias="idempotencyKeyTTL", serialization_alias="idempotencyKeyTTL"
    )
    """How long the idempotency key counts, such as `24h`."""
    lock_to_version: str | None = None
    """The version of the task that runs."""
    machine: TriggerTaskRequestBodyOptionsMachine | None = None
    """Machine to run on; wins over the task's own and every default."""
    max_attempts: int | None = None
    """How many times the task is tried."""
    max_duration: float | None = None
    """Seconds of compute time after which the run ends as `TIMED_OUT`."""
    metadata: Any = None
    """What the run has as its metadata at first."""
    parent_run_id: str | None = None
    """ID of the run that this one belongs to."""
    payload_type: str | None = None
    """The media type of the payload, `application/json` as a rule."""
    priority: float | None = None
    """Seconds by which the run comes before others of its queue."""
    queue: QueueOptions | None = None
    region: str | None = None
    """The region that the run executes in."""
    tags: RunTags | None = None
    """Tags to find the run by, in the dashboard or the SDK: 10 at most, each under 128
    characters. A prefix keeps kinds apart: `user_42` or `org:7`.
    """
    test: bool | None = None
    """Whether it is a test run."""
    ttl: TTL | None = None


class TriggerTaskRequestBody(Model):
    """What a run starts with."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"context", "payload"})

    context: Any = None
    """Context for the task: any JSON value."""
    options: TriggerTaskRequestBodyOptions | None = None
    """How to run it."""
    payload: Any = None
    """Payload for the task: any JSON value."""
