# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SessionsCursorPagination."""

from .._runtime.model import Model


class SessionsCursorPagination(Model):
    """A value."""

    after: str | None = None
    """The cursor `pagination.next` of the page before; it is opaque, and no ID."""
    before: str | None = None
    """The cursor `pagination.previous` of the page behind; it is opaque, and no ID."""
    size: int | None = None
    """Sessions on a page, 100 at most. 1 to 100; default 20."""
