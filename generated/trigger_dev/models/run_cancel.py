# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RunCancelResponse."""

from .._runtime.model import Model


class RunCancelResponse(Model):
    """What a response with status 200 holds."""

    id: str
    """ID of the stopped run."""
