# Copied from templates/_async/pyreqwest.py. DO NOT EDIT: it is made anew.
"""Requests carried by pyreqwest, where it is installed. Its async clients run on asyncio only."""

from typing import Any

from .._runtime import reqwest
from .._runtime.errors import ClosedError, ResponseTooLargeError, UploadError
from .._runtime.messages import Request, Response
from .http import AsyncOpened, read_answer
from .unpacking import left_by_pyreqwest, unpacked


class AsyncPyreqwest:
    """Carries requests with pyreqwest. Its `read` is also the limit for all of an upload; `write` is none.

    Of an answer that was compressed twice, and says so in two header fields, it undoes one and tells of none.

    Attributes:
        product: its name and version.
    """

    product = reqwest.PRODUCT

    takes_uploads = True

    def __init__(self, client: Any = None) -> None:
        """Make it.

        Args:
            client: one of pyreqwest, which is not closed here, and whose limits count besides those of a call
                but for `total`. It must not follow redirects. None for own ones.
        """
        self._given = client
        self._own = reqwest.async_clients()
        self._is_closed = False

    async def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request; see `AsyncHttp.send`."""
        return await read_answer(await self._opened(request, timeout, is_whole=True), request)

    async def open(self, request: Request, timeout: float) -> AsyncOpened:
        """Return the response to a request before its content is read; see `AsyncStreamingHttp.open`."""
        return await self._opened(request, timeout, is_whole=False)

    async def aclose(self) -> None:
        """Close the connections, unless the client was given from outside."""
        self._is_closed = True
        for client in self._own.made():
            await client.close()

    async def _opened(self, request: Request, timeout: float, *, is_whole: bool) -> AsyncOpened:
        if self._is_closed:
            raise ClosedError(f"{request.method} {request.place}: the client was closed")
        upload = request.upload
        blocks = None if upload is None else reqwest.AsyncBlocks(upload, request.deadline)
        answer = None
        try:
            client = self._given or self._own.get(request)
            prepared = reqwest.prepared(client, request, blocks, is_whole=is_whole)
            exchange = reqwest.AsyncExchange(prepared, request, is_whole=is_whole)
            answer = await exchange.open()
        except UploadError:
            raise
        except Exception as fault:  # noqa: BLE001 - what a call raises is an error of ours
            raise reqwest.translated(fault, request, timeout) from reqwest.shown(fault)
        finally:
            if blocks is not None:  # it may not have been read to its end, and holds what it opened
                await blocks.end(is_answered=answer is not None)
        opened = _AsyncPyreqwestOpened(exchange, answer, request, timeout, is_whole=is_whole)
        return unpacked(opened, left_by_pyreqwest(opened.headers), request)


class _AsyncPyreqwestOpened:
    """A response of pyreqwest whose content is read in pieces."""

    def __init__(
        self,
        exchange: reqwest.AsyncExchange,
        answer: Any,
        request: Request,
        timeout: float,
        *,
        is_whole: bool,
    ) -> None:
        self.status: int = answer.status
        self.headers = reqwest.headers_of(answer)
        self.is_framed = not answer.version.startswith("HTTP/1")
        self._exchange: reqwest.AsyncExchange | None = exchange
        self._wait = exchange.wait
        # In one go what is wanted whole, where it is known to be no more than there may be.
        is_one = is_whole and reqwest.is_within(self.headers, request.max_response_bytes)
        self._next = answer.bytes if is_one else answer.body_reader.read_chunk
        self._is_last = is_one
        self._request = request
        self._timeout = timeout

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        if self._next is None:
            return None
        try:
            found = await self._wait(self._next)
        except Exception as fault:  # noqa: BLE001 - what a call raises is an error of ours
            raise reqwest.translated(fault, self._request, self._timeout) from reqwest.shown(fault)
        if self._is_last:
            self._next = None
        if found is None:
            return None
        if len(found) > self._request.max_response_bytes:
            raise ResponseTooLargeError(self._request)
        return bytes(found)

    async def aclose(self) -> None:
        """Give back the connection."""
        exchange, self._exchange = self._exchange, None
        if exchange is not None:
            await exchange.close()
