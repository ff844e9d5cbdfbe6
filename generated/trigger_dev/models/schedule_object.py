# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ScheduleObject."""

from typing import ClassVar, Literal

from .._runtime import scalars
from .._runtime.model import CamelModel, Model
from .schedule_environment import ScheduleEnvironment


class ScheduleObjectGenerator(Model):
    """What gives the schedule its times."""

    type: Literal["CRON"]
    expression: str
    """Cron expression."""
    description: str
    """The same in plain English, such as "Every day at midnight"."""


class ScheduleObject(CamelModel):
    """A schedule."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {"deduplication_key", "external_id", "next_run", "next_run_effective_at"}
    )

    id: str
    """ID of the schedule, with the prefix `sched_`."""
    task: str
    """ID of the task that it triggers."""
    type: str
    """Where the schedule lives: `DECLARATIVE`, in code, as `cron` of a `schedules.task`;
    `IMPERATIVE`, made in the dashboard or by `schedules.create()` and its like.
    """
    active: bool
    """True while it triggers runs."""
    generator: ScheduleObjectGenerator
    """What gives the schedule its times."""
    timezone: str
    """IANA time zone in which the cron expression is read, daylight saving included; UTC by
    default.
    """
    environments: list[ScheduleEnvironment]
    """Environments that it belongs to."""
    deduplication_key: str | None = None
    """Key that keeps the schedule from being made twice."""
    external_id: str | None = None
    """Your own ID for it, such as a user's or an organization's."""
    next_run: scalars.DateTime | None = None
    """When it triggers next."""
    next_run_effective_at: scalars.DateTime | None = None
    """When it runs next, the window included."""
    window: str | None = None
    """Over how long the runs are spread: a duration such as `30m` or `2h`, 24 hours at most, or
    a part of the time between two runs such as `30%`.
    """
