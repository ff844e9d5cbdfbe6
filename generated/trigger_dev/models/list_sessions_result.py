# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListSessionsResult."""

from .._runtime.model import Model
from .session_object import SessionObject


class ListSessionsResultPagination(Model):
    """`pagination` of `ListSessionsResult`."""

    next: str | None = None
    """Session ID that leads to the next page: pass it as `page[after]`."""
    previous: str | None = None
    """Session ID that leads to the previous page: pass it as `page[before]`."""


class ListSessionsResult(Model):
    """A page of sessions."""

    data: list[SessionObject]
    """Sessions of this page."""
    pagination: ListSessionsResultPagination
