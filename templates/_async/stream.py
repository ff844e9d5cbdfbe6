"""Responses that are read item by item."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

from .._runtime import waiting
from .._runtime.downloads import AsyncTarget, Watcher, total_of
from .._runtime.errors import ApiConnectionError, ApiStatusError, InvalidRequestError
from .._runtime.messages import Response
from .._runtime.resuming import Place, is_passing, may_be_cut
from .._runtime.retries import RetryPolicy
from .._runtime.streaming import Reader
from .http import AsyncOpened

T = TypeVar("T")


class AsyncOpening(NamedTuple):
    """A response that is read in pieces, what reads it, and its head."""

    opened: AsyncOpened
    reader: Reader
    head: Response


class AsyncReopening(Protocol):
    """What opens a stream again from its last event on."""

    place: Place
    policy: RetryPolicy
    max_retries: int

    async def __call__(self) -> AsyncOpening:
        """Return it opened again."""
        ...


class AsyncStream(Generic[T]):
    """The items of a response, as they come.

    It holds a connection until it is read to its end or closed: a `with` block closes it, and so does an
    error, behind which nothing is read.

    Attributes:
        response: the HTTP response, whose content is here and not in it.
    """

    def __init__(self, opening: AsyncOpening, again: AsyncReopening | None = None) -> None:
        """Make a stream.

        Args:
            opening: what it is read from.
            again: what opens it again where it breaks, if anything does.
        """
        self._opened, self._reader, self.response = opening
        self._again = again
        self._items: Iterator[Any] = iter(())
        self._is_cut = False
        self._is_being_read = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:  # a chunk may end no item, or several
            try:
                for item in self._items:
                    found: T = item
                    return found
            except Exception:
                await self._end()
                raise
            if self._reader.finished and not await self._goes_on():
                await self.close()
                raise StopAsyncIteration
            try:
                chunk = await self._chunk()
            except ApiConnectionError as fault:
                await self._go_on(fault)
                continue
            self._items = self._reader.read(chunk)

    async def _chunk(self) -> bytes | None:
        """Return the next piece; None at the end.

        Of what a read that was cancelled or failed had in hand nobody knows: what is left is not the rest.

        Raises:
            InvalidRequestError: where another task or thread reads it at the same time.
        """
        if self._is_being_read:
            raise InvalidRequestError("the stream is read elsewhere at this moment")
        if self._is_cut:
            reason = "the stream was cut short by a read that was cancelled or failed"
            raise ApiConnectionError(reason, request=self.response.request)
        self._is_cut = self._is_being_read = True
        try:
            chunk = await self._opened.chunk()
        finally:
            self._is_being_read = False
        self._is_cut = False
        return chunk

    async def _end(self) -> None:
        """End the stream where something is wrong: of what came with it nothing more would be read."""
        self._items = iter(())
        await self.close()

    async def _goes_on(self) -> bool:
        """Tell whether a stream that has ended goes on, because only the connection ended."""
        is_whole = getattr(self._opened, "is_framed", False) or not may_be_cut(self.response)
        if self._again is None or self._reader.has_end_mark or is_whole:
            return False
        await self._go_on(None)
        return not self._reader.finished

    async def _go_on(self, fault: ApiConnectionError | ApiStatusError | None) -> None:
        """Open the stream again from its last event on, as often as it may be tried.

        Args:
            fault: what broke it, which is raised where it is not opened; None where nobody knows.
        """
        again = self._again
        while again is not None:
            delay = again.place.next_delay(again.policy, again.max_retries)
            if delay is None:
                break
            await self._opened.aclose()
            await waiting.async_sleep(delay)
            if self._is_closed():  # meanwhile
                break
            try:
                opening = await again()
            except ApiConnectionError as other:
                fault = other
            except ApiStatusError as other:
                if not is_passing(other.status, again.policy):
                    raise
                fault = other
            else:
                self._opened, self._reader, self.response = opening
                self._is_cut = False
                if self._is_closed():
                    await self._end()
                return
        if fault is not None:
            raise fault

    def _is_closed(self) -> bool:
        return self._again is None

    async def save(
        self: "AsyncStream[bytes]", path: str | os.PathLike[str], *, progress: Watcher | None = None
    ) -> Path:
        """Write what is left of the content to a file, close the stream, and return the file's path.

        What was there before stays until all has come: it is written beside it first.

        Args:
            path: where the file is to be.
            progress: is called after each piece, with the number of bytes so far and of all, or None where
                the server does not tell.

        Raises:
            InvalidRequestError: where the path is a folder or in none, or the stream is none of bytes.
            StreamError: where the server says by its status that there is no content, such as by a 202.
            OSError: where the file cannot be written.
            ApiError: see its subclasses.
        """
        done, total = 0, total_of(self.response)
        async with self, AsyncTarget(path) as target:
            self._reader.require_bytes()
            async for piece in self:
                await target.write(piece)
                done += len(piece)
                if progress is not None:
                    progress(done, total)
            self._reader.require_content(done)
        return target.path

    async def close(self) -> None:
        """Give back the connection, whether all was read or not; it is not opened again."""
        self._again, self._reader.finished = None, True
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
