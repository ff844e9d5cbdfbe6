# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: UpdateScheduleOptions."""

from .._runtime.model import CamelModel


class UpdateScheduleOptions(CamelModel):
    """New settings for a schedule."""

    task: str
    """ID of the task to trigger."""
    cron: str
    """Cron expression."""
    external_id: str | None = None
    """Your own ID for the schedule, such as a user's or an organization's."""
    timezone: str | None = None
    """IANA time zone in which the cron expression is read, daylight saving included, such as
    "America/New_York"; "UTC" by default.
    """
    window: str | None = None
    """Over how long the runs are spread: a duration such as `30m` or `2h`, 24 hours at most, or
    a part of the time between two runs such as `30%`.
    """
