# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListRunItem."""

from .._runtime import scalars
from .._runtime.model import CamelModel, Model
from .common_runs_filter_status import CommonRunsFilterStatus
from .ttl import TTL


class ListRunItemEnv(Model):
    """Environment that it ran in."""

    id: str
    """ID of the environment."""
    name: str
    """Name of the environment."""
    user: str | None = None
    """Whose environment it is, in development."""


class ListRunItem(CamelModel):
    """A run as a list shows it."""

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
    is_test: bool
    """True for a test run."""
    env: ListRunItemEnv
    """Environment that it ran in."""
    base_cost_in_cents: float | None = None
    """Cents charged for the invocation; not counted for DEV runs."""
    cost_in_cents: float | None = None
    """Cents of compute used so far; not counted for DEV runs."""
    delayed_until: scalars.DateTime | None = None
    """When it enters the queue, if it was started with a delay."""
    duration_ms: float | None = None
    """Milliseconds of compute so far, waits excluded."""
    expired_at: scalars.DateTime | None = None
    """When its TTL ran out."""
    finished_at: scalars.DateTime | None = None
    """When it ended."""
    idempotency_key: str | None = None
    """Idempotency key that it was started with."""
    started_at: scalars.DateTime | None = None
    """When it began."""
    tags: list[str] | None = None
    """Tags to find the run by, in the dashboard or with `runs.list`."""
    ttl: TTL | None = None
    version: str | None = None
    """Worker version that executed it, such as "20240523.1"."""
