# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunReplayResponse."""

from .._runtime.model import Model


class RunReplayResponse(Model):
    """What a response with status 200 holds."""

    id: str
    """ID of the run just started."""
