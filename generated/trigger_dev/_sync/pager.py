# Derived from _async/pager.py. DO NOT EDIT: it is made anew.
"""Walking through pages."""

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar

from .._runtime import pagination
from .._runtime.errors import PaginationError
from .._runtime.messages import Response
from .._runtime.operation import Operation
from .._runtime.operation import Pages as PageLinks
from .._runtime.responses import read_response
from .._runtime.unset import UNSET
from .transport import Transport

T = TypeVar("T")


class Pager(Generic[T]):
    """The pages of a call. Nothing is sent before the first of them is asked for.

    Iterating gives the items of all pages, forward, wherever it starts.
    """

    def __init__(
        self,
        transport: Transport,
        operation: Operation[Any],
        arguments: Mapping[str, Any],
        body: Any = UNSET,
        media_type: str | None = None,
    ) -> None:
        assert operation.pages is not None
        self._transport = transport
        self._operation = operation
        self._pages: PageLinks = operation.pages
        self._arguments = pagination.first_arguments(operation.pages, arguments)
        self._body = body
        self._media_type = media_type

    def page(self) -> "Page[T]":
        """Return the first page."""
        return self.page_at(self._arguments)

    def pages(self) -> "Pages[T]":
        """Walk through all pages, forward.

        Raises:
            PaginationError: where the server's cursors lead in a circle.
        """
        return Pages(self)

    def __iter__(self) -> "Items[T]":
        return Items(self.pages())

    def page_at(self, arguments: Mapping[str, Any]) -> "Page[T]":
        """Return the page that these arguments of the call lead to."""
        response = self._transport.exchange(
            self._operation, arguments, self._body, self._media_type
        )
        body = read_response(self._operation, response, self._transport.settings)
        return Page(self, self._pages, arguments, body, response)


class Page(Generic[T]):
    """One page.

    Attributes:
        items: its items.
        body: the whole decoded response.
        response: the HTTP response.
    """

    def __init__(
        self,
        pager: Pager[T],
        pages: PageLinks,
        arguments: Mapping[str, Any],
        body: Any,
        response: Response,
    ) -> None:
        self._pager = pager
        self._pages = pages
        self._arguments = arguments
        self.body = body
        self.response = response
        self.items: list[T] = pagination.items_of(pages, body)

    @property
    def cursor(self) -> str | None:
        """The cursor of the page after this one; None on the last page."""
        return pagination.next_cursor(self._pages, self.body)

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return pagination.next_arguments(self._pages, self._arguments, self.body) is not None

    @property
    def has_previous(self) -> bool:
        """Whether the server tells of a page before this one."""
        return pagination.previous_arguments(self._pages, self._arguments, self.body) is not None

    @property
    def step(self) -> str:
        """What this page was asked for with, in words."""
        return pagination.step_of(self._pages, self._arguments)

    def next_page(self) -> "Page[T] | None":
        """Return the page after this one; None on the last page."""
        return self._turn(pagination.next_arguments(self._pages, self._arguments, self.body))

    def previous_page(self) -> "Page[T] | None":
        """Return the page before this one; None on the first page, or where the server does not tell it."""
        return self._turn(pagination.previous_arguments(self._pages, self._arguments, self.body))

    def _turn(self, arguments: Mapping[str, Any] | None) -> "Page[T] | None":
        if arguments is None:
            return None
        if pagination.step_of(self._pages, arguments) == self.step:
            raise PaginationError(f"the server gave the cursor of this page again ({self.step})")
        return self._pager.page_at(arguments)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.items)} items, {self.step})"


class Pages(Generic[T]):
    """A walk through pages. No generator, so that nothing is left to finish where a loop is left early."""

    def __init__(self, pager: Pager[T]) -> None:
        self._pager = pager
        self._page: Page[T] | None = None
        self._seen: set[str] = set()

    def __iter__(self) -> "Pages[T]":
        return self

    def __next__(self) -> Page[T]:
        page = self._pager.page() if self._page is None else self._page.next_page()
        if page is None:
            raise StopIteration
        if page.step in self._seen:
            raise PaginationError(
                f"the server's cursors lead in a circle: the page {page.step} came twice"
            )
        self._seen.add(page.step)
        self._page = page
        return page


class Items(Generic[T]):
    """A walk through the items of all pages."""

    def __init__(self, pages: Pages[T]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __iter__(self) -> "Items[T]":
        return self

    def __next__(self) -> T:
        while True:  # a page may be empty while there is another one behind it
            for item in self._items:
                return item
            self._items = iter((self._pages.__next__()).items)
