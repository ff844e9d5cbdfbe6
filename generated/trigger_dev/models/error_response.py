# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorResponse."""

from .._runtime.model import Model


class ErrorResponse(Model):
    """What went wrong."""

    error: str
    """What went wrong, in a sentence."""
