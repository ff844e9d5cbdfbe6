# Derived from _async/unpacking.py. DO NOT EDIT: it is made anew.
"""Answers that were compressed several times, which only the HTTP library undoes, and adapters hand on."""

from collections.abc import Iterator
from typing import Any

import httpx2

from .._runtime.errors import ResponseTooLargeError
from .._runtime.messages import Request
from .http import Opened, translated


def unpacked(opened: Opened, request: Request) -> Opened:
    """Return a response whose content is as it was before it was compressed.

    Args:
        opened: what an adapter's library made of it: of the header fields that tell codings it looks at the
            first, and undoes that where it is one coding, and none of several.
        request: what it is the answer to.
    """
    first, *others = opened.headers.get_all("content-encoding") or [""]
    left = [first, *others] if "," in first else others
    return Unpacked(opened, ", ".join(left), request) if left else opened


class Unpacked:
    """A response whose content is decompressed here, in pieces."""

    def __init__(self, opened: Opened, codings: str, request: Request) -> None:
        self.status = opened.status
        self.headers = opened.headers
        self.is_framed = getattr(opened, "is_framed", False)
        self._opened = opened
        self._request = request
        answer = httpx2.Response(
            opened.status, headers={"Content-Encoding": codings}, content=_chunks(opened)
        )
        # A generator, although its type does not say so.
        self._chunks: Any = answer.iter_bytes()

    def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        try:
            found: bytes = self._chunks.__next__()
        except StopIteration:
            return None
        except httpx2.DecodingError as fault:
            self.close()
            raise translated(fault, self._request, self._request.limits.seconds) from None
        if len(found) > self._request.max_response_bytes:
            raise ResponseTooLargeError(self._request)
        return found

    def close(self) -> None:
        """Give back the connection."""
        self._opened.close()


def _chunks(opened: Opened) -> Iterator[bytes]:
    while (chunk := opened.chunk()) is not None:
        yield chunk
