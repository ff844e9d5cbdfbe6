# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CancelRunResponse."""

from .._runtime.model import Model


class CancelRunResponse(Model):
    """What a response with status 200 holds."""

    id: str | None = None
    """ID of the stopped run."""
