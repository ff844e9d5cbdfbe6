# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ScheduleEnvironment."""

from .._runtime.model import CamelModel


class ScheduleEnvironment(CamelModel):
    """An environment of a schedule."""

    id: str
    """ID of the environment."""
    type: str
    """Type of the environment."""
    user_name: str | None = None
    """Whose environment it is, in development."""
