# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListWaitpointTokensResult."""

from typing import ClassVar

from .._runtime.model import Model
from .waitpoint_token_object import WaitpointTokenObject


class ListWaitpointTokensResultPagination(Model):
    """`pagination` of `ListWaitpointTokensResult`."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"next", "previous"})

    next: str | None = None
    """The opaque cursor for `page[after]`; absent on the last page."""
    previous: str | None = None
    """The opaque cursor for `page[before]`; absent on the first page."""


class ListWaitpointTokensResult(Model):
    """A page of waitpoint tokens."""

    data: list[WaitpointTokenObject]
    """Tokens of this page."""
    pagination: ListWaitpointTokensResultPagination
