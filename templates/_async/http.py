"""The HTTP library behind two methods: everything that knows it is here."""

from contextlib import suppress
from typing import Any, Protocol, runtime_checkable

import httpx2

from .._runtime.errors import ApiConnectionError, ApiTimeoutError, ResponseTooLargeError
from .._runtime.messages import Headers, Request, Response
from .._runtime.redirects import SENT_ANYWHERE, leads_elsewhere
from .._runtime.tls import ssl_context


class AsyncHttp(Protocol):
    """What carries requests. Anything with these two methods may take the place of the HTTP library."""

    async def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request, read to its end.

        Args:
            request: what to send, as it is.
            timeout: seconds to wait, to connect and then between any two bytes.

        Raises:
            ResponseTooLargeError: where it has more than `request.max_response_bytes`.
            ApiTimeoutError: where the server takes longer.
            ApiConnectionError: where it cannot be reached or the connection breaks.
        """
        ...

    async def aclose(self) -> None:
        """Give back what is held."""
        ...


class AsyncOpened(Protocol):
    """A response whose content is read in pieces."""

    status: int
    headers: Headers

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; None at its end.

        Raises:
            ApiConnectionError: where the connection breaks, or the server takes too long.
        """
        ...

    async def aclose(self) -> None:
        """Give back the connection."""
        ...


@runtime_checkable
class AsyncStreamingHttp(Protocol):
    """What can also give responses in pieces; without it streams are read whole before the first item."""

    async def open(self, request: Request, timeout: float) -> AsyncOpened:
        """Return the response to a request before its content is read; errors as in `AsyncHttp.send`."""
        ...


class AsyncWhole:
    """A response that was read whole, as one piece."""

    def __init__(self, response: Response) -> None:
        self.status = response.status
        self.headers = response.headers
        self._content: bytes | None = response.content

    async def chunk(self) -> bytes | None:
        """Return the content, and then None."""
        content, self._content = self._content, None
        return content

    async def aclose(self) -> None:
        """Nothing is held."""


async def read_whole(opened: AsyncOpened, request: Request) -> bytes:
    """Return the content of a response, read to its end.

    Raises:
        ResponseTooLargeError: where it has more bytes than the answer to this request may have.
        ApiConnectionError: as `AsyncOpened.chunk` does.
    """
    content = bytearray()
    try:
        while len(content) <= request.max_response_bytes and (chunk := await opened.chunk()) is not None:
            content += chunk
    except BaseException:
        await opened.aclose()
        raise
    if len(content) > request.max_response_bytes:
        await opened.aclose()
        raise ResponseTooLargeError(request)
    return bytes(content)


class AsyncHttpx:
    """Carries requests with httpx2."""

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        self._client = client
        self._owned = client is None

    async def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request; see `AsyncHttp.send`."""
        opened = await self.open(request, timeout)
        content = await read_whole(opened, request)
        return Response(status=opened.status, headers=opened.headers, content=content, request=request)

    async def open(self, request: Request, timeout: float) -> AsyncOpened:
        """Return the response to a request before its content is read; see `AsyncStreamingHttp.open`."""
        client = self._ready()
        try:
            prepared = client.build_request(
                request.method,
                request.url,
                headers=dict(request.headers),
                content=request.content,
                timeout=timeout,
            )
            answer = await client.send(prepared, stream=True)
        except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
            raise _translated(fault, request, timeout) from fault
        return _AsyncHttpxOpened(answer, request, timeout)

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was given from outside."""
        if self._client is not None and self._owned:
            await self._client.aclose()

    def _ready(self) -> httpx2.AsyncClient:
        """Return the HTTP client, made when it is first needed: setting it up takes long."""
        if self._client is None:
            hooks = {"response": [_tame_redirect]}
            self._client = httpx2.AsyncClient(verify=ssl_context(), follow_redirects=True, event_hooks=hooks)
        return self._client


class _AsyncHttpxOpened:
    """A response of httpx2 whose content is read in pieces."""

    def __init__(self, answer: httpx2.Response, request: Request, timeout: float) -> None:
        self.status = answer.status_code
        self.headers = Headers(answer.headers)
        self._answer = answer
        # A generator, although its type does not say so.
        self._chunks: Any = answer.aiter_bytes()
        self._request = request
        self._timeout = timeout

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        try:
            found: bytes = await self._chunks.__anext__()
        except StopAsyncIteration:
            return None
        except httpx2.HTTPError as fault:
            raise _translated(fault, self._request, self._timeout) from fault
        if len(found) > self._request.max_response_bytes:
            raise ResponseTooLargeError(self._request)
        return found

    async def aclose(self) -> None:
        """Give back the connection."""
        await self._answer.aclose()
        # The generators of the HTTP library do not close one another: left half-way, the inner ones would be
        # found only when memory is cleared, where trio complains. Read on, all end in an error at once.
        with suppress(httpx2.HTTPError, httpx2.StreamError, StopAsyncIteration):
            await self._chunks.__anext__()


async def _tame_redirect(answer: httpx2.Response) -> None:
    """Leave what a redirect has besides where it leads, and send nothing secret to another server.

    The library would read all of its content. It takes away the header `Authorization`, and no other one.
    """
    if answer.has_redirect_location:
        left: Any = answer.stream
        answer.stream = httpx2.ByteStream(b"")
        await left.aclose()
        if leads_elsewhere(str(answer.url), answer.headers["location"]):
            for name in [name for name in answer.request.headers if name not in SENT_ANYWHERE]:
                del answer.request.headers[name]


def _translated(fault: Exception, request: Request, timeout: float) -> ApiConnectionError:
    """Return our error for one of the HTTP library's."""
    if isinstance(fault, httpx2.TimeoutException):
        unsent = isinstance(fault, httpx2.ConnectTimeout | httpx2.PoolTimeout)
        return ApiTimeoutError(f"no answer within {timeout:g} s", request=request, unsent=unsent)
    unsent = isinstance(fault, httpx2.ConnectError | httpx2.InvalidURL)
    reason = str(fault) or type(fault).__name__
    return ApiConnectionError(reason, request=request, unsent=unsent)
