# Copied from templates/_runtime/lazy.py. DO NOT EDIT: it is made anew.
"""What the pagers of the two flavours have in more than a name, side by side."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Coroutine, Generator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from .operation import Operation, Pages

P = TypeVar("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a walk is.

    Attributes:
        pages: the pages that came.
        items: the items on them.
        total: the number of all items, where the server tells it.
    """

    pages: int
    items: int
    total: int | None


ProgressHook: TypeAlias = Callable[[Progress], None]


class Lazy(Generic[P]):
    """A call that gives pages; `P` is a page."""

    _operation: Operation[Any]
    _pages: Pages

    def page(self) -> Any:
        """Return the first page."""
        raise NotImplementedError

    def __repr__(self) -> str:
        uses = "iterate it for all items, `.pages()` for pages, `.page()` for the first one"
        return f"<{type(self).__name__} of {self._operation.name}: pages {self._pages.how}; {uses}>"


class AsyncLazy(Lazy[P]):
    """The same where one waits: it can be awaited, and read ahead."""

    def page(self) -> Coroutine[Any, Any, P]:
        """Return the first page."""
        raise NotImplementedError

    def pages(self) -> AsyncIterator[P]:
        """Walk through all pages."""
        raise NotImplementedError

    def __await__(self) -> Generator[Any, Any, P]:
        return self.page().__await__()

    @asynccontextmanager
    async def read_ahead(self) -> AsyncGenerator[AsyncIterator[P], None]:
        """Walk through all pages while each next one is fetched already.

        `async with pager.read_ahead() as pages: async for page in pages: ...`
        """
        import anyio  # noqa: PLC0415 - nothing else here needs it

        fault: BaseException | None = None
        give, take = anyio.create_memory_object_stream[P | Exception](0)
        try:
            async with anyio.create_task_group() as group, take:
                group.start_soon(_fetch, self.pages(), give)
                try:
                    yield _Delivered(take)
                except anyio.get_cancelled_exc_class():
                    raise  # the group must see it: it may be its own
                except BaseException as raised:  # noqa: BLE001 - else the group would wrap it
                    fault = raised
                group.cancel_scope.cancel()
        except BaseExceptionGroup as several:
            # What fetches raises nothing but what ends the program, such as SystemExit of a hook.
            if fault is None:
                fault = several.exceptions[0] if len(several.exceptions) == 1 else several
        if fault is not None:
            raise fault


async def _fetch(pages: AsyncIterator[P], give: Any) -> None:
    async with give:
        try:
            async for page in pages:
                await give.send(page)
        except Exception as raised:  # noqa: BLE001 - it is raised where the pages are read
            await give.send(raised)


class _Delivered(AsyncIterator[Any]):
    """What was fetched, in its order; a fault is raised where it came."""

    def __init__(self, take: AsyncIterator[Any]) -> None:
        self._take = take

    async def __anext__(self) -> Any:
        outcome = await self._take.__anext__()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome
