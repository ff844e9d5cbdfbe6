# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListWaitpointTokensResult."""

from .._runtime.model import Model
from .waitpoint_token_object import WaitpointTokenObject


class ListWaitpointTokensResultPagination(Model):
    """`pagination` of `ListWaitpointTokensResult`."""

    next: str | None = None
    """Cursor of the next page: pass it as `page[after]`."""
    previous: str | None = None
    """Cursor of the previous page: pass it as `page[before]`."""


class ListWaitpointTokensResult(Model):
    """A page of waitpoint tokens."""

    data: list[WaitpointTokenObject]
    """Tokens of this page."""
    pagination: ListWaitpointTokensResultPagination
