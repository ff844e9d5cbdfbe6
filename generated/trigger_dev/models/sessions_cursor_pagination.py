# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SessionsCursorPagination."""

from .._runtime.model import Model


class SessionsCursorPagination(Model):
    """A value."""

    after: str | None = None
    """Session ID after which the page begins; goes forward."""
    before: str | None = None
    """Session ID before which the page ends; goes backward."""
    size: int | None = None
    """Sessions on a page, 100 at most. 1 to 100; default 20."""
