# Copied from templates/_async/http.py. DO NOT EDIT: it is made anew.
"""The HTTP library behind two methods: everything that knows it is here."""

import ssl
import sys
from collections.abc import AsyncIterable, Iterator
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Literal, Protocol, runtime_checkable

import httpx2

from .._runtime import waiting
from .._runtime.adapters import async_adapted, kind_of, takes_requests
from .._runtime.causes import causes_of
from .._runtime.decompression import codings_in
from .._runtime.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    ClosedError,
    InvalidRequestError,
    RedirectError,
    ResponseTooLargeError,
    UploadError,
)
from .._runtime.leftovers import refuse_leftovers
from .._runtime.limits import lateness
from .._runtime.listening import async_listening
from .._runtime.messages import WITH_CONTENT, Headers, Request, Response
from .._runtime.owners import AsyncOwned
from .._runtime.redirects import SENT_ANYWHERE, is_redirect
from .._runtime.security import names_of
from .._runtime.tls import refusal, ssl_context
from .unpacking import unpacked

if TYPE_CHECKING:
    from .._runtime.uploads import Upload


@runtime_checkable
class AsyncHttp(Protocol):
    """What carries requests. Anything with these two methods may take the place of the HTTP library.

    With an attribute `takes_uploads` that is true it also gets bodies that are to be read while they are
    sent, as `request.upload`; without it all bodies are bytes.
    """

    async def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request, read to its end; a redirect is a response like any other.

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
    """A response whose content is read in pieces.

    With an attribute `is_framed` that is true, its protocol says where content ends, as HTTP/2 does.
    """

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


async def read_upload(upload: "Upload") -> bytes:
    """Return the whole of what would be read while it is sent."""
    content = BytesIO()
    async for block in upload.async_blocks():
        content.write(block)
    return content.getvalue()


async def read_whole(opened: AsyncOpened, request: Request) -> bytes:
    """Return the content of a response, read to its end.

    Raises:
        ResponseTooLargeError: where it has more bytes than the answer to this request may have.
        ApiConnectionError: as `AsyncOpened.chunk` does.
    """
    content = BytesIO()  # gives its bytes away without a copy
    try:
        while (
            content.tell() <= request.max_response_bytes
            and (chunk := await opened.chunk()) is not None
        ):
            content.write(chunk)
    except BaseException:
        await opened.aclose()
        raise
    if content.tell() > request.max_response_bytes:
        await opened.aclose()
        raise ResponseTooLargeError(request)
    return content.getvalue()


async def read_answer(opened: AsyncOpened, request: Request) -> Response:
    """Return a response, read to its end; raises as `read_whole` does."""
    content = b""
    # Of a redirect nobody reads more than where it leads.
    if is_redirect(opened.status, opened.headers):
        await opened.aclose()
    else:
        content = await read_whole(opened, request)
    return Response(status=opened.status, headers=opened.headers, content=content, request=request)


def carrier_of(given: httpx2.AsyncClient | AsyncHttp | None) -> AsyncHttp:
    """Return what carries the requests of a client.

    Args:
        given: what the user has for it: a client of an HTTP library, or what carries them itself.

    Raises:
        InvalidRequestError: where it is none of these.
    """
    if given is None or isinstance(given, httpx2.AsyncClient):
        return AsyncHttpx(given)
    carrier = async_adapted(given) or given
    if not isinstance(carrier, AsyncHttp) or not takes_requests(carrier):
        own, close = httpx2.AsyncClient.__name__, AsyncHttp.aclose.__name__
        raise InvalidRequestError(
            f"http_client cannot carry the requests of this client: {kind_of(given)} is neither an "
            f"httpx2.{own} nor a client that `transports` has an adapter for, and has no "
            f"send(request, timeout) and {close}()"
        )
    return carrier


class AsyncHttpx:
    """Carries requests with httpx2.

    Attributes:
        product: its name and version.
    """

    product = f"httpx2/{httpx2.__version__}"

    takes_uploads = True

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        self._given = client
        self._own = AsyncOwned(_client)
        self._is_closed = False

    @property
    def timeout(self) -> httpx2.Timeout | None:
        """What the HTTP client was set to that was given from outside."""
        return None if self._given is None else self._given.timeout

    async def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request; see `AsyncHttp.send`."""
        return await read_answer(await self.open(request, timeout), request)

    async def open(self, request: Request, timeout: float) -> AsyncOpened:
        """Return the response to a request before its content is read; see `AsyncStreamingHttp.open`."""
        if self._is_closed or (self._given is not None and self._given.is_closed):
            raise ClosedError(f"{request.method} {request.place}: the client was closed")
        handled = sys.exception()
        upload = None if request.upload is None else request.upload.async_blocks()
        prepared = None
        try:
            client = self._given or self._own.get()
            auth = _auth(client, request)
            prepared = _prepared(client, request, upload)
            answer = await client.send(prepared, stream=True, auth=auth, follow_redirects=False)
        except UploadError:
            raise
        except Exception as fault:  # noqa: BLE001 - what a call raises is an error of ours
            if prepared is not None and _leads_nowhere(fault):
                raise RedirectError("it redirects to what is no URL", request=request) from None
            raise translated(fault, request, timeout, handled) from _shown(fault)
        finally:
            # It may not have been read to its end, and holds what it opened.
            if upload is not None:
                await upload.aclose()
        opened = _AsyncHttpxOpened(answer, request, timeout)
        return unpacked(opened, opened.codings, request) if opened.codings else opened

    async def aclose(self) -> None:
        """Close the connections, unless the HTTP client was given from outside."""
        self._is_closed = True
        client = self._own.made()
        if client is not None:
            await client.aclose()


def _client() -> httpx2.AsyncClient:
    return async_listening(httpx2.AsyncClient(verify=ssl_context(), follow_redirects=False))


def _prepared(
    client: httpx2.AsyncClient, request: Request, upload: AsyncIterable[bytes] | None
) -> httpx2.Request:
    """Return a request with what its client adds, whose own way takes as long as all else in a call.

    What a client adds is for the API: another server gets none of it that may tell who asks.
    """
    is_secret = any(secret in request.url for secret in request.secrets)
    url = httpx2.URL(request.url) if is_secret else _parsed(request.url)
    headers = _encoded(request.headers)
    prepared = httpx2.Request(
        request.method,
        url.copy_merge_params(client.params) if client.params and not request.is_foreign else url,
        headers=[*_framing(request, url), *_added(client, request, headers), *headers],
        cookies=None if request.is_foreign else client.cookies,
        content=upload,
        stream=httpx2.ByteStream(request.content or b"") if upload is None else None,
        extensions={"timeout": waiting.async_limits(request)},
    )
    prepared.method = request.method  # which is not always in capitals (RFC 9110, 9.1)
    if "cookie" in request.headers and client.cookies and not request.is_foreign:
        _add_kept_cookies(client, prepared)
    if upload is None:
        prepared.read()  # hooks of the client may look at the content
    if is_secret:
        prepared.url = _DiscreetURL(prepared.url)
    return prepared


def _add_kept_cookies(client: httpx2.AsyncClient, prepared: httpx2.Request) -> None:
    """Add the cookies that a client keeps to those of a request, which come before others of their names."""
    own = prepared.headers["cookie"]
    names = names_of(own)
    asked = httpx2.Request(prepared.method, prepared.url, cookies=client.cookies)
    kept = [pair for pair in asked.headers.get("cookie", "").split("; ") if pair]
    prepared.headers["cookie"] = "; ".join(
        [own, *(item for item in kept if names_of(item)[0] not in names)]
    )


# Parsing one takes a third of all that is done for a call, and many calls have the same.
_parsed = lru_cache(maxsize=512)(httpx2.URL)


class _DiscreetURL(httpx2.URL):
    """A URL with a credential, whose text, which the HTTP library logs, does without its query."""

    def __str__(self) -> str:
        return str(self.copy_with(query=None))

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def _framing(request: Request, url: httpx2.URL) -> Iterator[tuple[bytes, bytes]]:
    """Give the headers that say where a request goes and how long it is, which are in every request."""
    if "host" not in request.headers:
        yield b"Host", url.netloc
    if request.upload is not None:
        if request.upload.length is not None and "content-length" not in request.headers:
            yield b"Content-Length", b"%d" % request.upload.length
    elif request.content is not None or request.method in WITH_CONTENT:
        yield b"Content-Length", b"%d" % len(request.content or b"")


def _added(
    client: httpx2.AsyncClient, request: Request, headers: list[tuple[bytes, bytes]]
) -> list[tuple[bytes, bytes]]:
    """Return the headers of a client that a request does not have itself."""
    given = {name for name, _ in headers}
    given.update(name.encode() for name in request.omitted)
    added = [(name, value) for name, value in client.headers.raw if name.lower() not in given]
    if not request.is_foreign:
        return added
    return [
        (name, value) for name, value in added if name.lower().decode("latin-1") in SENT_ANYWHERE
    ]


def _auth(client: httpx2.AsyncClient, request: Request) -> httpx2.Auth | None:
    """Return what else signs a request: the client's `auth`, which is for the API alone.

    What only writes `Authorization` does not write it over that of the request; what is somebody's own may
    sign otherwise, too.
    """
    is_signed = "authorization" in request.headers and isinstance(client.auth, _CREDENTIALS)
    return None if request.is_foreign or is_signed else client.auth


def _encoded(headers: Headers) -> list[tuple[bytes, bytes]]:
    # No standard gives other letters a charset: what has some is refused, as the HTTP library does.
    return [(name.encode("ascii"), value.encode("ascii")) for name, value in headers.pairs]


class _AsyncHttpxOpened:
    """A response of httpx2 whose content is read in pieces."""

    def __init__(self, answer: httpx2.Response, request: Request, timeout: float) -> None:
        self.status = answer.status_code
        self.headers = Headers.of_raw(answer.headers.raw)
        answer.stream = _AsyncEnded(answer.stream)
        self._answer = answer
        # What the client's own hooks have read, the library has decompressed.
        # Most answers are not coded, and `get` is slow at telling that.
        is_coded = "content-encoding" in self.headers and not answer.is_stream_consumed
        self.codings = codings_in(self.headers["content-encoding"]) if is_coded else []
        # A generator, although its type does not say so.
        self._chunks: Any = (
            answer.aiter_bytes() if answer.is_stream_consumed else answer.aiter_raw()
        )
        self._most = request.max_response_bytes if not is_coded else sys.maxsize
        self._request = request
        self._timeout = timeout
        # HTTP/2 and 3 say themselves where content ends.
        self.is_framed = not answer.http_version.startswith("HTTP/1")

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        handled = sys.exception()
        try:
            found: bytes = await self._chunks.__anext__()
        except StopAsyncIteration:
            return None
        except Exception as fault:  # noqa: BLE001 - what a call raises is an error of ours
            raise translated(fault, self._request, self._timeout, handled) from _shown(fault)
        if len(found) > self._most:
            raise ResponseTooLargeError(self._request)
        return found

    async def aclose(self) -> None:
        """Give back the connection."""
        await waiting.async_interrupt(self._answer, self._chunks)
        await self._answer.aclose()
        with suppress(*_ENDED, StopAsyncIteration):
            await self._chunks.__anext__()
        with suppress(*_RUNNING):
            await self._chunks.aclose()


class _AsyncEnded(httpx2.AsyncByteStream):
    """What a response is read from, which leaves nothing half-way when it is closed.

    The generators of the HTTP library do not close one another: the inner ones would be found only when
    memory is cleared, where trio complains. Read on, all end at once; this one also where those around it
    have ended before, as they do where content cannot be decompressed.
    """

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._reading: Any = None

    def __aiter__(self) -> Any:
        self._reading = self._stream.__aiter__()
        return self

    def __anext__(self) -> Any:
        return self._reading.__anext__()

    async def aclose(self) -> None:
        refuse_leftovers(self._stream)
        await self._stream.aclose()
        if self._reading is not None:
            with suppress(*_ENDED, StopAsyncIteration):
                await self._reading.__anext__()


# What a generator says that another task or thread is in: that ends it then.
_RUNNING = (RuntimeError, ValueError)
# What writes `Authorization`, and nothing else.
_CREDENTIALS = (httpx2.BasicAuth, httpx2.DigestAuth, httpx2.NetRCAuth)
# What reading on gives of a response that was closed.
_ENDED = (httpx2.HTTPError, httpx2.StreamError, *_RUNNING)
# What another try would not change: the library refuses to send it, or to read what came.
_FINAL = (
    httpx2.InvalidURL,
    httpx2.LocalProtocolError,
    httpx2.UnsupportedProtocol,
    httpx2.DecodingError,
    ssl.SSLError,
)
# What is known of the outcome, for the library's own words may hold what was sent.
_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (httpx2.InvalidURL, "the URL cannot be asked for"),
    (
        httpx2.LocalProtocolError,
        "the request cannot be sent: something in it is not allowed in HTTP",
    ),
    (httpx2.UnsupportedProtocol, "the URL is neither http:// nor https://"),
    (httpx2.DecodingError, "the answer's content cannot be decompressed"),
    (UnicodeError, "something in the request is no text that can be sent"),
)

# So may those of a proxy's URL.
_UNQUOTED = (*(kind for kind, _ in _REASONS), ValueError)


def translated(
    fault: Exception, request: Request, timeout: float, handled: BaseException | None = None
) -> ApiConnectionError:
    """Return our error for one of the HTTP library's, or of what it stands on.

    Args:
        fault: what the HTTP library raised.
        request: what was sent.
        timeout: the seconds that it was given.
        handled: what was being handled already when it was sent.
    """
    *_, cause = causes_of(fault, handled)
    if isinstance(fault, httpx2.TimeoutException):
        part = _part(fault)
        late = lateness(request.limits, request.deadline, part, timeout)
        return ApiTimeoutError(late, request=request, unsent=part != "read")
    said = next((reason for kind, reason in _REASONS if isinstance(fault, kind)), "")
    if not isinstance(fault, _UNQUOTED):
        said = refusal(cause) or str(fault)
    is_known = isinstance(fault, httpx2.TransportError) and not isinstance(cause, ssl.SSLError)
    return ApiConnectionError(
        said or type(fault).__name__,
        request=request,
        unsent=isinstance(fault, httpx2.ConnectError | httpx2.InvalidURL),
        is_final=not is_known or isinstance(fault, _FINAL),
    )


def _leads_nowhere(fault: Exception) -> bool:
    """Tell of what is raised once a request was made whether it is that an answer leads to what is no URL.

    Of httpx, and of httpx2 before 2.16.1, clients that follow no redirect read that all the same.
    """
    if isinstance(fault, httpx2.RemoteProtocolError):
        return "location header" in str(fault)
    return isinstance(fault, httpx2.InvalidURL)


def _part(fault: httpx2.TimeoutException) -> Literal["connect", "pool", "read"]:
    """Return what took too long."""
    if isinstance(fault, httpx2.PoolTimeout):
        return "pool"
    return "connect" if isinstance(fault, httpx2.ConnectTimeout) else "read"


def _shown(fault: Exception) -> Exception | None:
    """Return a fault that may stand in a traceback: not one whose words may hold what was sent."""
    return None if isinstance(fault, _UNQUOTED) else fault
