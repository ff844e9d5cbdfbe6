"""Answers that were compressed several times, which only the HTTP library undoes, and adapters hand on."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2

from .._runtime.errors import ResponseTooLargeError
from .._runtime.messages import Request
from .http import AsyncOpened, translated


def unpacked(opened: AsyncOpened, request: Request) -> AsyncOpened:
    """Return a response whose content is as it was before it was compressed.

    Args:
        opened: what an adapter's library made of it: of the header fields that tell codings it looks at the
            first, and undoes that where it is one coding, and none of several.
        request: what it is the answer to.
    """
    first, *others = opened.headers.get_all("content-encoding") or [""]
    left = [first, *others] if "," in first else others
    return AsyncUnpacked(opened, ", ".join(left), request) if left else opened


class AsyncUnpacked:
    """A response whose content is decompressed here, in pieces."""

    def __init__(self, opened: AsyncOpened, codings: str, request: Request) -> None:
        self.status = opened.status
        self.headers = opened.headers
        self.is_framed = getattr(opened, "is_framed", False)
        self._opened = opened
        self._request = request
        answer = httpx2.Response(
            opened.status, headers={"Content-Encoding": codings}, content=_chunks(opened)
        )
        # A generator, although its type does not say so.
        self._chunks: Any = answer.aiter_bytes()

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        try:
            found: bytes = await self._chunks.__anext__()
        except StopAsyncIteration:
            return None
        except httpx2.DecodingError as fault:
            await self.aclose()
            raise translated(fault, self._request, self._request.limits.seconds) from None
        if len(found) > self._request.max_response_bytes:
            raise ResponseTooLargeError(self._request)
        return found

    async def aclose(self) -> None:
        """Give back the connection."""
        await self._opened.aclose()


async def _chunks(opened: AsyncOpened) -> AsyncIterator[bytes]:
    while (chunk := await opened.chunk()) is not None:
        yield chunk
