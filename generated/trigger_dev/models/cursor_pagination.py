# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CursorPagination."""

from .._runtime.model import Model


class CursorPagination(Model):
    """A value."""

    after: str | None = None
    """Run ID after which the page begins; goes forward."""
    before: str | None = None
    """Run ID before which the page ends; goes backward."""
    size: int | None = None
    """Runs on a page, 100 at most. 1 to 100; default 25."""
