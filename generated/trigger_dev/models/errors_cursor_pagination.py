# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorsCursorPagination."""

from .._runtime.model import Model


class ErrorsCursorPagination(Model):
    """A value."""

    after: str | None = None
    """Error ID after which the page begins; goes forward."""
    before: str | None = None
    """Error ID before which the page ends; goes backward."""
    size: int | None = None
    """Error groups on a page, 100 at most. 1 to 100; default 25."""
