# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListSchedulesResult."""

from .._runtime.model import CamelModel, Model
from .schedule_object import ScheduleObject


class ListSchedulesResultPagination(CamelModel):
    """Where the page stands among all."""

    count: int | None = None
    """How many schedules there are in all."""
    current_page: int | None = None
    """Number of this page."""
    total_pages: int | None = None
    """How many pages there are."""


class ListSchedulesResult(Model):
    """A page of schedules."""

    data: list[ScheduleObject]
    """Schedules of this page."""
    pagination: ListSchedulesResultPagination
    """Where the page stands among all."""
