# Copied from templates/_async/pager.py. DO NOT EDIT: it is made anew.
"""Walking through pages."""

from collections.abc import AsyncIterator, Mapping
from typing import Any, Generic, TypeVar

from .._runtime import pagination
from .._runtime.errors import PaginationError
from .._runtime.exchange import read_response
from .._runtime.messages import Response
from .._runtime.operation import Operation, Pages
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
    ) -> None:
        assert operation.pages is not None
        self._transport = transport
        self._operation = operation
        self._pages: Pages = operation.pages
        self._arguments = pagination.first_arguments(operation.pages, arguments)
        self._body = body

    async def page(self) -> "AsyncPage[T]":
        """Return the first page."""
        return await self.page_at(self._arguments)

    async def pages(self) -> "AsyncIterator[AsyncPage[T]]":
        """Walk through all pages, forward.

        Raises:
            PaginationError: where the server's cursors lead in a circle.
        """
        page: AsyncPage[T] | None = await self.page()
        seen: set[str] = set()
        while page is not None:
            seen.add(page.step)
            yield page
            page = await page.next_page()
            if page is not None and page.step in seen:
                raise PaginationError(
                    f"{self._operation.name}: the server gave the page {page.step} twice"
                )

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item

    async def page_at(self, arguments: Mapping[str, Any]) -> "AsyncPage[T]":
        """Return the page that these arguments of the call lead to."""
        response = await self._transport.exchange(self._operation, arguments, self._body)
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
        pages: Pages,
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
