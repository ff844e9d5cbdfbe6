# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ScheduleDeleteResponse."""

from .._runtime.model import Model


class ScheduleDeleteResponse(Model):
    """What a response with status 200 holds."""

    id: str
    """ID of the schedule that is gone."""
