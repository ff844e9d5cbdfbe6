# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CommonRunObject."""

from typing import Any

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel
from .common_runs_filter_status import CommonRunsFilterStatus
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
    status: CommonRunsFilterStatus
    """Where the run stands."""
    task_identifier: str
    """Identifier of its task."""
    created_at: scalars.DateTime
    """When it was created."""
    updated_at: scalars.DateTime
    """When it last changed."""
    base_cost_in_cents: float | None = None
    """Cents charged for the invocation; not counted for DEV runs."""
    batch_id: str | None = None
    """ID of its batch."""
    cost_in_cents: float | None = None
    """Cents of compute used so far; not counted for DEV runs."""
    delayed_until: scalars.DateTime | None = None
    """When it enters the queue, if it was started with a delay."""
    depth: int | None = None
    """How many runs are above it; 0 for the root."""
    duration_ms: float | None = None
    """Milliseconds of compute so far, waits excluded."""
    expired_at: scalars.DateTime | None = None
    """When its TTL ran out."""
    finished_at: scalars.DateTime | None = None
    """When it ended."""
    idempotency_key: str | None = None
    """Idempotency key that it was started with."""
    is_test: bool | None = None
    """True for a test run."""
    metadata: dict[str, Any] | None = None
    """Metadata of the run."""
    started_at: scalars.DateTime | None = None
    """When it began."""
    tags: list[str] | None = None
    """Tags to find the run by, in the dashboard or with `runs.list`."""
    trigger_function: CommonRunObjectTriggerFunction | None = None
    """Function that started it."""
    ttl: TTL | None = None
    version: str | None = None
    """Worker version that executed it, such as "20240523.1"."""
