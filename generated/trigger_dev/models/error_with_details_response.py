# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorWithDetailsResponse."""

from .._runtime.model import Model


class ErrorWithDetailsResponseDetail(Model):
    """An item of a list of `ErrorWithDetailsResponse`."""

    code: str
    """Code of the fault, such as `custom`."""
    message: str
    """What the fault is."""
    path: list[str] | None = None
    """Where in the request it is, such as `filter[status]`."""


class ErrorWithDetailsResponse(Model):
    """What went wrong, in detail."""

    error: str
    """What went wrong, in short."""
    details: list[ErrorWithDetailsResponseDetail] | None = None
    """One entry for each fault."""
