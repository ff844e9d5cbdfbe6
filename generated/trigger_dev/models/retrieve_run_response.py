# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RetrieveRunResponse."""

from typing import Any, ClassVar, Literal

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .common_run_object import CommonRunObject
from .serialized_error import SerializedError


class RetrieveRunResponseAttemptStatus(OpenStrEnum):
    """Where the attempt stands."""

    PENDING = "PENDING"
    EXECUTING = "EXECUTING"
    PAUSED = "PAUSED"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    CANCELED = "CANCELED"


class RetrieveRunResponseRelatedRuns(Model):
    """Runs above and below this one."""

    children: list[CommonRunObject] | None = None
    """Runs just below; left out if there are none."""
    parent: CommonRunObject | None = None
    """Run just above; left out for the root."""
    root: CommonRunObject | None = None
    """Run at the top; left out if this is the one."""


class RetrieveRunResponseScheduleGenerator(Model):
    """What gives the schedule its times."""

    description: str | None = None
    """The same in plain English, such as "Every day at midnight"."""
    expression: str | None = None
    """Cron expression."""
    type: Literal["CRON"] | None = None


class RetrieveRunResponseAttempt(CamelModel):
    """An item of a list of `RetrieveRunResponse`."""

    id: str
    """ID of the attempt, with the prefix `attempt_`."""
    status: RetrieveRunResponseAttemptStatus
    """Where the attempt stands."""
    created_at: scalars.DateTime
    """When it was created."""
    updated_at: scalars.DateTime
    """When it last changed."""
    completed_at: scalars.DateTime | None = None
    """When it ended."""
    error: SerializedError | None = None
    started_at: scalars.DateTime | None = None
    """When it began."""


class RetrieveRunResponseSchedule(CamelModel):
    """Schedule that started the run; left out if none did."""

    id: str
    """ID of the schedule, with the prefix `sched_`."""
    generator: RetrieveRunResponseScheduleGenerator
    """What gives the schedule its times."""
    deduplication_key: str | None = None
    """Key that keeps the schedule from being made twice."""
    external_id: str | None = None
    """Your own ID for the schedule, such as a user's or an organization's."""


class RetrieveRunResponse(CommonRunObject):
    """A run in full."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"output", "payload"})

    attempts: list[RetrieveRunResponseAttempt]
    """Always empty; `attemptCount` says how many there were, and `error` why the last one
    failed.
    """
    related_runs: RetrieveRunResponseRelatedRuns
    """Runs above and below this one."""
    attempt_count: int | None = None
    """How many times it was tried."""
    error: SerializedError | None = None
    output: Any = None
    """What the task returned; left out for a Public API key."""
    output_presigned_url: str | None = None
    """Where to download an output that is too large to be here; valid for 5 minutes."""
    payload: Any = None
    """What the task was given; left out for a Public API key."""
    payload_presigned_url: str | None = None
    """Where to download a payload that is too large to be here; valid for 5 minutes."""
    schedule: RetrieveRunResponseSchedule | None = None
    """Schedule that started the run; left out if none did."""
