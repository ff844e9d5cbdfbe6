# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BulkActionsCursorPagination."""

from .._runtime.model import Model


class BulkActionsCursorPagination(Model):
    """A value."""

    after: str | None = None
    """Cursor after which the page begins."""
    before: str | None = None
    """Cursor before which the page ends."""
    size: int | None = None
    """Bulk actions on a page, 100 at most. 1 to 100; default 25."""
