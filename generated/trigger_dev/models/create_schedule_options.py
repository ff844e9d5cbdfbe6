# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateScheduleOptions."""

from .._runtime.model import CamelModel


class CreateScheduleOptions(CamelModel):
    """A schedule to add."""

    task: str
    """ID of the task to trigger."""
    cron: str
    """Cron expression."""
    deduplication_key: str
    """Key that keeps the schedule from being made twice."""
    external_id: str | None = None
    """Your own ID for the schedule, such as a user's or an organization's."""
    timezone: str | None = None
    """IANA time zone in which the cron expression is read, daylight saving included, such as
    "America/New_York"; "UTC" by default.
    """
