# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SerializedError."""

from .._runtime.model import CamelModel


class SerializedError(CamelModel):
    """An error that a run threw."""

    message: str
    """Message of the error."""
    name: str | None = None
    """Name of the error."""
    stack_trace: str | None = None
    """Stack trace of the error."""
