# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorBody."""

from .._runtime.model import Model


class ErrorBody(Model):
    """What a response with status 400 holds."""

    error: str | None = None
