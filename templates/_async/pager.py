"""Walking through pages."""

import copy
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import islice
from threading import Lock
from typing import Any, Generic, Self, TypeVar

from .._runtime import pagination
from .._runtime.errors import PaginationError
from .._runtime.hooks import report_mismatch
from .._runtime.lazy import AsyncLazy, Progress, ProgressHook
from .._runtime.messages import Response
from .._runtime.operation import Operation
from .._runtime.operation import Pages as PageLinks
from .._runtime.page_calls import Call, Turned, mark_of, step_of
from .._runtime.page_items import beyond, ends_of, is_same_page, items_of
from .._runtime.page_tokens import cursor_of, resumed, token_of
from .._runtime.responses import read_response
from .._runtime.unset import UNSET
from .transport import AsyncTransport

T = TypeVar("T")


class AsyncPager(AsyncLazy["AsyncPage[T]"], Generic[T]):
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
        self._first = pagination.first_call(operation, operation.pages, arguments, body)
        self._media_type = media_type
        self._start: AsyncPage[T] | None = None
        self._hook: ProgressHook | None = None

    async def page(self) -> "AsyncPage[T]":
        """Return the first page."""
        return self._start or await self.page_at(self._first)

    def pages(self) -> "AsyncPages[T]":
        """Walk through all pages, forward.

        Raises:
            PaginationError: where the server's pages lead in a circle, elsewhere or nowhere.
        """
        return AsyncPages(self, self._pages, self._hook)

    def items(self, limit: int | None = None) -> "AsyncItems[T]":
        """Walk through the items of all pages, or through the first few of them."""
        return AsyncItems(self.pages(), limit)

    def __aiter__(self) -> "AsyncItems[T]":
        return self.items()

    async def to_list(self, limit: int | None = None) -> list[T]:
        """Return the items of all pages, or the first few of them."""
        return [item async for item in self.items(limit)]

    async def first(self) -> T | None:
        """Return the first item; None where there is none."""
        for item in await self.to_list(limit=1):
            return item
        return None

    def resume(self, token: str) -> Self:
        """Return the pages from the one on that a page's `resume_token` leads to.

        Raises:
            InvalidRequestError: where the token is of another call.
        """
        first = resumed(self._operation.name, self._pages, self._first, token)
        return self._with(_first=first, _start=None)

    def from_page(self, page: "AsyncPage[T]") -> Self:
        """Return the pages from one on that is here already and is not asked for again."""
        return self._with(_start=page)

    def watched(self, hook: ProgressHook) -> Self:
        """Return the same pages; the hook is told of the progress after each one that comes."""
        return self._with(_hook=hook)

    async def page_at(self, call: Call) -> "AsyncPage[T]":
        """Return the page that a call leads to."""
        response = await self._asked(call)
        return self._read(call, response)

    async def page_after(self, call: Call) -> "AsyncPage[T] | None":
        """Return the page that a call leads to; None where it turns out to be behind the last one."""
        response = await self._asked(call)
        if pagination.is_behind_the_last(call, response.status):
            return None
        page = self._read(call, response, follows=True)
        return page if page.items or call.doubt == "none" else None

    def tell_end(self, call: Call, page: Turned) -> None:
        """Tell whoever watches of a walk that ends with a page though the server says that there is more."""
        short = pagination.shortfall(self._pages, self._first, call, page)
        if short is not None:
            request = page.response.request
            message = f"{request.method} {request.place}: not what the document says: {short}"
            report_mismatch(message, page.response, self._transport.settings.hooks)

    def _with(self, **changes: Any) -> Self:
        """Return the same pages, walked otherwise."""
        changed = copy.copy(self)
        vars(changed).update(changes)
        return changed

    async def _asked(self, call: Call) -> Response:
        return await self._transport.exchange(
            self._operation, call.arguments, call.body, self._media_type, url=call.url
        )

    def _read(self, call: Call, response: Response, *, follows: bool = False) -> "AsyncPage[T]":
        body = read_response(self._operation, response, self._transport.settings)
        items = items_of(self._pages, self._operation.contents, body, response)
        if follows:
            items = beyond(self._pages, call, items)
        return AsyncPage(
            self, self._operation, call, Turned(body=body, items=items, response=response)
        )


class AsyncPage(Generic[T]):
    """One page. Iterating it gives its items; `onward()` those of the pages after it, too.

    Attributes:
        items: its items.
        body: the whole decoded response.
        response: the HTTP response.
    """

    def __init__(
        self, pager: AsyncPager[T], operation: Operation[Any], call: Call, turned: Turned
    ) -> None:
        assert operation.pages is not None
        self._pager = pager
        self._operation = operation
        self._pages: PageLinks = operation.pages
        self._call = call
        self._turned = turned
        self.body = turned.body
        self.response = turned.response
        self.items: list[T] = turned.items

    @cached_property
    def _next(self) -> Call | None:
        """What the page after this one is asked for with; None on the last page."""
        return pagination.step(self._pages, self._call, self._turned)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True

    @property
    def cursor(self) -> str | None:
        """What leads to the page after this one: its cursor, URL or number; None on the last page."""
        return cursor_of(self._pages, self._next)

    @property
    def resume_token(self) -> str | None:
        """A text that a pager of the same call resumes from after this page; None on the last page."""
        return token_of(self._operation.name, self._pages, self._next)

    @property
    def total(self) -> int | None:
        """The number of all items, where the server tells it."""
        return pagination.total_of(self._pages, self._turned)

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one, as far as the server tells."""
        return self._next is not None and self._next.doubt != "denied"

    @property
    def has_previous(self) -> bool:
        """Whether the server tells of a page before this one."""
        return pagination.step_back(self._pages, self._call, self._turned) is not None

    @property
    def step(self) -> str:
        """What this page was asked for with, in words."""
        return step_of(self._pages, self._call)

    @property
    def mark(self) -> str:
        """What tells this page from the others of a walk."""
        return mark_of(self._pages, self._call)

    async def next_page(self) -> "AsyncPage[T] | None":
        """Return the page after this one; None on the last page."""
        if self._next is None:
            self._pager.tell_end(self._call, self._turned)
        page = await self._turn(self._next)
        if page is None or not is_same_page(self._pages, page.items, self.items):
            return page
        # Some servers repeat the last page.
        if self._next is not None and self._next.doubt == "denied":
            return None
        raise PaginationError(
            f"the server gave the items of this page again ({self.step}, then {page.step})"
        )

    async def previous_page(self) -> "AsyncPage[T] | None":
        """Return the page before this one; None on the first page, or where the server does not tell it."""
        return await self._turn(pagination.step_back(self._pages, self._call, self._turned))

    def onward(self) -> AsyncPager[T]:
        """Return the pages from this one on, which is not asked for again."""
        return self._pager.from_page(self)

    async def _turn(self, call: Call | None) -> "AsyncPage[T] | None":
        if call is None:
            return None
        if mark_of(self._pages, call) == self.mark:
            raise PaginationError(f"the server gave the cursor of this page again ({self.step})")
        return await self._pager.page_after(call)

    def __repr__(self) -> str:
        try:
            after = "more after it" if self.has_next else "the last one"
        except PaginationError:
            after = "more after it, and no way to it"
        return f"<{type(self).__name__} {self.step}: {len(self.items)} items, {after}>"


class AsyncPages(Generic[T]):
    """A walk through pages. No generator, so that nothing is left to finish where a loop is left early."""

    def __init__(self, pager: AsyncPager[T], links: PageLinks, hook: ProgressHook | None) -> None:
        self._pager = pager
        self._links = links
        self._hook = hook
        self._page: AsyncPage[T] | None = None
        self._first: list[T] = []
        self._ends: set[Any] = set()
        self._seen: set[str] = set()
        self._items = 0
        self._turning = Lock()
        # What came and was not given: a hook that fails takes nothing from a walk that goes on.
        self._held: AsyncPage[T] | None = None

    def __aiter__(self) -> "AsyncPages[T]":
        return self

    async def __anext__(self) -> "AsyncPage[T]":
        if not self._turning.acquire(blocking=False):
            raise PaginationError(
                "this walk waits for a page already: give each task or thread a walk of its own"
            )
        try:
            page = self._held or await self._turned()
            self._held = None
            return page
        finally:
            self._turning.release()

    async def _turned(self) -> "AsyncPage[T]":
        """Return the next page, once the hook was told of it."""
        page = await self._pager.page() if self._page is None else await self._page.next_page()
        if page is None:
            raise StopAsyncIteration
        self._keep(page)
        self._held = page
        self._tell(page)
        return page

    def _tell(self, page: "AsyncPage[T]") -> None:
        """Tell the hook how far the walk is."""
        if self._hook is not None:
            self._hook(Progress(pages=len(self._seen), items=self._items, total=page.total))

    def _keep(self, page: "AsyncPage[T]") -> None:
        """Remember a page, and refuse one that was there before."""
        if page.mark in self._seen:
            raise PaginationError(
                f"the server's cursors lead in a circle: the page {page.step} came twice"
            )
        if is_same_page(self._links, page.items, self._first):
            raise PaginationError(
                f"the server gave the items of the first page again ({page.step})"
            )
        ends = ends_of(self._links, page.items)
        if ends in self._ends:
            raise PaginationError(
                f"the server gave the items of an earlier page again ({page.step})"
            )
        self._first = self._first or page.items
        self._ends |= set() if ends is None else {ends}
        self._seen.add(page.mark)
        self._items += len(page.items)
        self._page = page


class AsyncItems(Generic[T]):
    """A walk through the items of all pages."""

    def __init__(self, pages: AsyncPages[T], limit: int | None = None) -> None:
        self._pages = pages
        self._left = limit
        self._items: Iterator[T] = iter(())

    def __aiter__(self) -> "AsyncItems[T]":
        return self

    async def __anext__(self) -> T:
        while True:  # a page may be empty while there is another one behind it
            for item in self._items:
                return item
            if self._left is not None and self._left <= 0:
                raise StopAsyncIteration
            self._items = self._allowed((await self._pages.__anext__()).items)

    def _allowed(self, items: list[T]) -> Iterator[T]:
        """Return the items of a page that the limit allows."""
        if self._left is None:
            return iter(items)
        found = islice(items, self._left)
        self._left -= len(items)
        return found
