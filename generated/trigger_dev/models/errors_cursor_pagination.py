# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorsCursorPagination."""

from .._runtime.model import Model


class ErrorsCursorPagination(Model):
    """A value."""

    after: str | None = None
    """The cursor `pagination.next` of the page before; it is opaque, and no ID."""
    before: str | None = None
    """The cursor `pagination.previous` of the page behind; it is opaque, and no ID."""
    size: int | None = None
    """Error groups on a page, 100 at most. 1 to 100; default 25."""
