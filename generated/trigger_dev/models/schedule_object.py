# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ScheduleObject."""

from .._runtime import scalars
from .._runtime.model import CamelModel
from .schedule_environment import ScheduleEnvironment
from .schedule_object_generator import ScheduleObjectGenerator


class ScheduleObject(CamelModel):
    """A schedule."""

    active: bool | None = None
    """True while it triggers runs."""
    deduplication_key: str | None = None
    """Key that keeps the schedule from being made twice."""
    environments: list[ScheduleEnvironment] | None = None
    """Environments that it belongs to."""
    external_id: str | None = None
    """Your own ID for it, such as a user's or an organization's."""
    generator: ScheduleObjectGenerator | None = None
    """What gives the schedule its times."""
    id: str | None = None
    """ID of the schedule, with the prefix `sched_`."""
    next_run: scalars.DateTime | None = None
    """When it triggers next."""
    task: str | None = None
    """ID of the task that it triggers."""
    timezone: str | None = None
    """IANA time zone in which the cron expression is read, daylight saving included; UTC by
    default.
    """
    type: str | None = None
    """Where the schedule lives: `DECLARATIVE`, in code, as `cron` of a `schedules.task`;
    `IMPERATIVE`, made in the dashboard or by `schedules.create()` and its like.
    """
