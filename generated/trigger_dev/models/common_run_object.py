# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CommonRunObject."""

from typing import Any

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel
from .run_status import RunStatus
from .ttl import TTL


class CommonRunObjectTriggerFunction(OpenStrEnum):
    """Function that started it."""

    TRIGGER = "trigger"
    TRIGGER_AND_WAIT = "triggerAndWait"
    BATCH_TRIGGER = "batchTrigger"
    BATCH_TRIGGER_AND_WAIT = "batchTriggerAndWait"


class CommonRunObject(CamelModel):
    """What every run tells."""

    id: str
    """ID of the run, with the prefix `run_`."""
    status: RunStatus
    """Where the run stands."""
    task_identifier: str
    """Identifier of its task."""
    created_at: scalars.DateTime
    """When it was created."""
    updated_at: scalars.DateTime
    """When it last changed."""
    tags: list[str]
    """Tags to find the run by, in the dashboard or with `runs.list`."""
    cost_in_cents: float
    """Cents of compute used so far; not counted for DEV runs."""
    base_cost_in_cents: float
    """Cents charged for the invocation; not counted for DEV runs."""
    duration_ms: float
    """Milliseconds of compute so far, waits excluded."""
    is_queued: bool
    """Whether it waits to be executed."""
    is_executing: bool
    """Whether it executes."""
    is_waiting: bool
    """Whether it waits for something while it executes."""
    is_completed: bool
    """Whether it is over, however it ended."""
    is_success: bool
    """Whether it is over and did what it should."""
    is_failed: bool
    """Whether it is over and failed."""
    is_cancelled: bool
    """Whether it was cancelled."""
    is_test: bool
    """True for a test run."""
    depth: int
    """How many runs are above it; 0 for the root."""
    trigger_function: CommonRunObjectTriggerFunction
    """Function that started it."""
    batch_id: str | None = None
    """ID of its batch."""
    delayed_until: scalars.DateTime | None = None
    """When it enters the queue, if it was started with a delay."""
    expired_at: scalars.DateTime | None = None
    """When its TTL ran out."""
    finished_at: scalars.DateTime | None = None
    """When it ended."""
    idempotency_key: str | None = None
    """Idempotency key that it was started with."""
    metadata: dict[str, Any] | None = None
    """What the run says of itself."""
    region: str | None = None
    """The region that it executes in."""
    started_at: scalars.DateTime | None = None
    """When it began."""
    task_kind: str | None = None
    """Kind of the task, such as `STANDARD` or `SCHEDULED`."""
    ttl: TTL | None = None
    version: str | None = None
    """Worker version that executed it, such as "20240523.1"."""
