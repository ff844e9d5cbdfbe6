# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: TriggerTaskResponse."""

from .._runtime.model import Model


class TriggerTaskResponse(Model):
    """The run that was started."""

    id: str | None = None
    """ID of the run just started."""
