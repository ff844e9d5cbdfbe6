# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListSchedulesResult."""

from .._runtime.model import Model
from .numbered_pagination import NumberedPagination
from .schedule_object import ScheduleObject


class ListSchedulesResult(Model):
    """A page of schedules."""

    data: list[ScheduleObject]
    """Schedules of this page."""
    pagination: NumberedPagination
