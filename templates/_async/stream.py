"""Responses that are read item by item."""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from .._runtime.messages import Response
from .._runtime.streaming import Reader
from .http import AsyncOpened

T = TypeVar("T")


class AsyncStream(Generic[T]):
    """The items of a response, as they come.

    It holds a connection until it is read to its end or closed; a `with` block closes it.

    Attributes:
        response: the HTTP response, whose content is here and not in it.
    """

    def __init__(self, opened: AsyncOpened, reader: Reader, head: Response) -> None:
        self._opened = opened
        self._reader = reader
        self._items: Iterator[Any] = iter(())
        self.response = head

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:  # a chunk may end no item, or several
            for item in self._items:
                found: T = item
                return found
            if self._reader.finished:
                await self.close()
                raise StopAsyncIteration
            self._items = self._reader.read(await self._opened.chunk())

    async def close(self) -> None:
        """Give back the connection, whether all was read or not."""
        await self._opened.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()
