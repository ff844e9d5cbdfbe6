# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ScheduleObjectGenerator."""

from typing import Literal

from .._runtime.model import Model


class ScheduleObjectGenerator(Model):
    """What gives the schedule its times."""

    description: str | None = None
    """The same in plain English, such as "Every day at midnight"."""
    expression: str | None = None
    """Cron expression."""
    type: Literal["CRON"] | None = None
