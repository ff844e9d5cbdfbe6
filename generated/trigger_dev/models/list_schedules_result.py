# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListSchedulesResult."""

from .._runtime.model import CamelModel, Model
from .schedule_object import ScheduleObject


class ListSchedulesResultPagination(CamelModel):
    """Where the page stands among all."""

    current_page: int
    """Number of this page."""
    total_pages: int
    """How many pages there are."""
    count: int
    """How many schedules there are in all."""


class ListSchedulesResult(Model):
    """A page of schedules."""

    data: list[ScheduleObject]
    """Schedules of this page."""
    pagination: ListSchedulesResultPagination
    """Where the page stands among all."""
