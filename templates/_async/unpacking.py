"""Answers that were compressed, which are decompressed here, whatever carries them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .._runtime.decompression import CorruptContent, Unpacking, codings_in
from .._runtime.errors import ApiConnectionError, ResponseTooLargeError
from .._runtime.messages import Headers, Request

if TYPE_CHECKING:
    from .http import AsyncOpened


def unpacked(opened: "AsyncOpened", codings: Iterable[str], request: Request) -> "AsyncOpened":
    """Return a response whose content is as it was before it was compressed.

    Args:
        opened: the response.
        codings: the names of those that nobody has undone yet, in the order in which they were applied.
        request: what it is the answer to.
    """
    names = list(codings)
    unpack = Unpacking(names, request)
    return AsyncUnpacked(opened, unpack, ", ".join(names), request) if unpack.is_any else opened


def left_by_pyreqwest(headers: Headers) -> list[str]:
    """Return the codings that pyreqwest has not undone.

    Of the header fields that tell codings it looks at the first, and undoes that where it is one coding, and
    none of several.
    """
    first, *others = headers.get_all("content-encoding") or [""]
    return codings_in(", ".join([first, *others] if "," in first else others))


class AsyncUnpacked:
    """A response whose content is decompressed here, in pieces."""

    def __init__(
        self, opened: "AsyncOpened", unpack: Unpacking, codings: str, request: Request
    ) -> None:
        self.status = opened.status
        self.headers = opened.headers
        self.is_framed = getattr(opened, "is_framed", False)
        self._opened = opened
        self._unpack = unpack
        self._codings = codings
        self._pieces: Iterator[bytes] = iter(())
        self._request = request

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        while True:
            found = await self._next_piece()
            if found is not None:
                return found
            packed = await self._opened.chunk()
            if packed is not None:
                self._pieces = self._unpack(packed)
            elif self._unpack.is_whole:
                return None
            else:
                message = f"the answer ends in the middle of its {self._codings}"
                raise ApiConnectionError(message, request=self._request)

    async def aclose(self) -> None:
        """Give back the connection."""
        await self._opened.aclose()

    async def _next_piece(self) -> bytes | None:
        """Return the next piece of what has come; None where that is all."""
        try:
            found = next(self._pieces, None)
        except CorruptContent:
            await self.aclose()
            message = "the answer's content cannot be decompressed"
            raise ApiConnectionError(message, request=self._request, is_final=True) from None
        if found is not None and len(found) > self._request.max_response_bytes:
            raise ResponseTooLargeError(self._request)
        return found
