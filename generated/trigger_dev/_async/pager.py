# Copied from templates/_async/pager.py. DO NOT EDIT: it is made anew.
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
from .transport import AsyncTransport

T = TypeVar("T")


class AsyncPager(Generic[T]):
    """The pages of a call. Nothing is sent before the first of them is asked for.

    Iterating gives the items of all pages, forward, wherever it starts.
    """

    def __init__(
        self,
        transport: AsyncTransport,
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

    async def page(self) -> "AsyncPage[T]":
        """Return the first page."""
        return await self.page_at(self._arguments)

    def pages(self) -> "AsyncPages[T]":
        """Walk through all pages, forward.

        Raises:
            PaginationError: where the server's cursors lead in a circle.
        """
        return AsyncPages(self)

    def __aiter__(self) -> "AsyncItems[T]":
        return AsyncItems(self.pages())

    async def page_at(self, arguments: Mapping[str, Any]) -> "AsyncPage[T]":
        """Return the page that these arguments of the call lead to."""
        response = await self._transport.exchange(
            self._operation, arguments, self._body, self._media_type
        )
        body = read_response(self._operation, response, self._transport.settings)
        return AsyncPage(self, self._pages, arguments, body, response)


class AsyncPage(Generic[T]):
    """One page.

    Attributes:
        items: its items.
        body: the whole decoded response.
        response: the HTTP response.
    """

    def __init__(
        self,
        pager: AsyncPager[T],
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

    async def next_page(self) -> "AsyncPage[T] | None":
        """Return the page after this one; None on the last page."""
        return await self._turn(pagination.next_arguments(self._pages, self._arguments, self.body))

    async def previous_page(self) -> "AsyncPage[T] | None":
        """Return the page before this one; None on the first page, or where the server does not tell it."""
        return await self._turn(
            pagination.previous_arguments(self._pages, self._arguments, self.body)
        )

    async def _turn(self, arguments: Mapping[str, Any] | None) -> "AsyncPage[T] | None":
        if arguments is None:
            return None
        if pagination.step_of(self._pages, arguments) == self.step:
            raise PaginationError(f"the server gave the cursor of this page again ({self.step})")
        return await self._pager.page_at(arguments)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.items)} items, {self.step})"


class AsyncPages(Generic[T]):
    """A walk through pages. No generator, so that nothing is left to finish where a loop is left early."""

    def __init__(self, pager: AsyncPager[T]) -> None:
        self._pager = pager
        self._page: AsyncPage[T] | None = None
        self._seen: set[str] = set()

    def __aiter__(self) -> "AsyncPages[T]":
        return self

    async def __anext__(self) -> AsyncPage[T]:
        page = await self._pager.page() if self._page is None else await self._page.next_page()
        if page is None:
            raise StopAsyncIteration
        if page.step in self._seen:
            raise PaginationError(
                f"the server's cursors lead in a circle: the page {page.step} came twice"
            )
        self._seen.add(page.step)
        self._page = page
        return page


class AsyncItems(Generic[T]):
    """A walk through the items of all pages."""

    def __init__(self, pages: AsyncPages[T]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __aiter__(self) -> "AsyncItems[T]":
        return self

    async def __anext__(self) -> T:
        while True:  # a page may be empty while there is another one behind it
            for item in self._items:
                return item
            self._items = iter((await self._pages.__anext__()).items)
