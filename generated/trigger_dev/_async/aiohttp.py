# Copied from templates/_async/aiohttp.py. DO NOT EDIT: it is made anew.
"""Requests carried by aiohttp, where it is installed. It has no sync flavour, and runs on asyncio only."""

import asyncio
import ssl
import sys
from collections.abc import AsyncGenerator, Awaitable, Mapping
from contextlib import aclosing, suppress
from copy import copy
from functools import lru_cache
from importlib import import_module
from inspect import iscoroutinefunction
from typing import Any, Final
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from .._runtime.causes import causes_of
from .._runtime.decompression import codings_in
from .._runtime.errors import (
    ApiConnectionError,
    ApiTimeoutError,
    ClosedError,
    ResponseTooLargeError,
    UploadError,
)
from .._runtime.leftovers import drop_socket, is_readable
from .._runtime.limits import Limits, lateness
from .._runtime.messages import Headers, Request, Response
from .._runtime.owners import AsyncOwned
from .._runtime.timeouts import Timeout
from .._runtime.tls import refusal, ssl_context
from .._runtime.uploads import Upload
from .http import AsyncOpened, read_answer
from .unpacking import unpacked

# Nothing requires it, so type checkers may not know it.
aiohttp: Any = import_module("aiohttp")
URL: Any = import_module("yarl").URL


class AsyncAiohttp:
    """Carries requests with aiohttp.

    Attributes:
        product: its name and version.
    """

    product = f"aiohttp/{aiohttp.__version__}"

    takes_uploads = True

    def __init__(self, session: Any = None) -> None:
        """Make it.

        Args:
            session: an `aiohttp.ClientSession`, which is not closed here; None for one in each event loop.
        """
        self._given = session
        self._own = AsyncOwned(_session, _dropped)
        if session is not None:
            _guard(session.connector)
        self._proxies = getproxies()
        self._is_closed = False

    @property
    def timeout(self) -> Timeout | None:
        """What a session was set to that was given from outside."""
        own = None if self._given is None else self._given.timeout
        if own is None or own == aiohttp.client.DEFAULT_TIMEOUT:
            return None
        return Timeout(
            total=own.total,
            connect=own.sock_connect,
            read=own.sock_read,
            write=None,
            pool=own.connect,
        )

    async def send(self, request: Request, timeout: float) -> Response:
        """Return the response to a request; see `AsyncHttp.send`."""
        return await read_answer(await self.open(request, timeout), request)

    async def open(self, request: Request, timeout: float) -> AsyncOpened:
        """Return the response to a request before its content is read; see `AsyncStreamingHttp.open`."""
        if self._is_closed or (self._given is not None and self._given.closed):
            raise ClosedError(f"{request.method} {request.place}: the client was closed")
        handled = sys.exception()
        upload = None if request.upload is None else _Sending(request.upload, request.limits)
        session = None
        try:
            session = self._own.get() if self._given is None else _fitting(self._given, request)
            ways = {} if session is self._given else self._ways(request.url)
            answering = session.request(
                request.method,
                URL(request.url, encoded=True),
                headers=_headers(request),
                skip_auto_headers=_left_out(request),
                data=request.content if upload is None else upload.blocks,
                allow_redirects=False,
                raise_for_status=False,
                auto_decompress=False,  # of gzip that was cut off it would give what there is
                timeout=_timeout(request.limits),
                **ways,
            )
            answer = await (answering if upload is None else upload.answer(answering))
        except Exception as fault:  # noqa: BLE001 - what a call raises is an error of ours
            raise _translated(fault, request, timeout, upload, handled) from _shown(fault)
        finally:
            if self._given is not None and session is not None and session is not self._given:
                session.detach()  # it shares the connections, and complains where it is left open
        opened = _AiohttpOpened(answer, upload, request, timeout)
        return unpacked(opened, opened.codings, request) if opened.codings else opened

    def _ways(self, url: str) -> dict[str, Any]:
        """Return the certificates to trust and the proxy, which a session that was given chooses itself."""
        ways = _ways(url, self._proxies)
        if self._given is not None:
            is_wanted = self._given.trust_env and self._given._default_proxy is None  # noqa: SLF001
            return {"proxy": ways["proxy"]} if is_wanted and "proxy" in ways else {}
        return ways

    async def aclose(self) -> None:
        """Close the connections, unless the session was given from outside."""
        self._is_closed = True
        session = self._own.made()
        if session is not None:
            await session.close()


_SHORTEST: Final = 0.001
# The longest header field or status line that is read; its own limit, 8190, is less than servers send.
_LONGEST_LINE: Final = 65_536
# What it would send besides, and we say ourselves or leave out: with each request, and where there is a body.
_ADDED: Final = frozenset({"accept", "user-agent"})
_ADDED_TO_BODIES: Final = _ADDED | {"content-type"}


def _session() -> Any:
    session = aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        max_line_size=_LONGEST_LINE,
        max_field_size=_LONGEST_LINE,
    )
    session._retry_connection = False  # noqa: SLF001 - a call is sent as often as its client says
    _guard(session.connector)
    return session


def _dropped(session: Any) -> None:
    """Close the sockets of a session whose event loop has ended, which can close nothing any more."""
    connector = session.connector
    session.detach()  # or it complains that it was left open, and so would the connector
    for idle in connector._conns.values():  # noqa: SLF001 - no public way leads there
        for protocol, _ in idle:
            drop_socket(protocol.transport)
    connector._close()  # noqa: SLF001 - what is public there has to be awaited


def _guard(connector: Any) -> None:
    """Have a connector use no connection on which something came while nobody asked for anything.

    aiohttp would take it for the answer to the next request (RFC 9112, 9.2). No public way leads there: where
    another version has it elsewhere, nothing changes.
    """
    get = getattr(connector, "_get", None)
    if not iscoroutinefunction(get) or "_get" in vars(connector):
        return

    async def get_unspoilt(*args: Any) -> Any:
        while (found := await get(*args)) is not None:
            protocol = found.protocol
            if not protocol.should_close and not is_readable(protocol.transport):
                break
            found.close()
        return found

    connector._get = get_unspoilt  # noqa: SLF001 - see above


def _fitting(session: Any, request: Request) -> Any:
    """Return a session that was given from outside, or a copy of it that adds less to a request.

    What it adds is for the API, and another server gets none of it. Of two credentials for one header the
    client's own is sent, which aiohttp would refuse.
    """
    is_signed = (session.auth is not None or session.trust_env) and (
        "authorization" in request.headers
    )
    if not request.is_foreign and not is_signed:
        return session
    fitting = copy(session)
    # The environment's proxy is found without it; for aiohttp it also stands for what is in `~/.netrc`.
    fitting._default_auth, fitting._trust_env = None, False  # noqa: SLF001 - there is no public way
    if request.is_foreign:
        fitting._default_headers = type(session.headers)()  # noqa: SLF001
        fitting._cookie_jar = aiohttp.DummyCookieJar()  # noqa: SLF001
        fitting._middlewares = ()  # noqa: SLF001
    return fitting


def _ways(url: str, proxies: Mapping[str, str]) -> dict[str, Any]:
    """Return the certificates to trust and the environment's proxy, as the HTTP library has them by itself.

    aiohttp's own way to proxies also sends what stands in `~/.netrc`.
    """
    scheme, _, rest = url.partition("://")
    ways: dict[str, Any] = {"ssl": ssl_context()} if scheme == "https" else {}
    proxy = proxies.get(scheme, proxies.get("all"))
    if proxy and not proxy_bypass(urlsplit(f"//{rest}").hostname or ""):
        ways["proxy"] = proxy
    return ways


def _left_out(request: Request) -> frozenset[str] | None:
    """Return the headers that it must not add; None where it adds none, which takes it less time."""
    added = _ADDED if request.method == "GET" and not request.has_body else _ADDED_TO_BODIES
    return added.difference(request.headers) | request.omitted or None


@lru_cache(16)
def _timeout(limits: Limits) -> Any:
    """Return limits as aiohttp takes them: its `connect` includes the wait for a connection."""
    both = None if limits.pool is None or limits.connect is None else limits.pool + limits.connect
    return aiohttp.ClientTimeout(
        total=None,
        connect=_some(both),
        sock_connect=_some(limits.connect),
        sock_read=_some(limits.read),
    )


def _some(seconds: float | None) -> float | None:
    """Return a limit; aiohttp takes 0 for none."""
    return None if seconds is None else max(seconds, _SHORTEST)


def _headers(request: Request) -> list[tuple[str, str]]:
    headers = request.headers.ascii_pairs()
    length = None if request.upload is None else request.upload.length
    if length is not None and "content-length" not in request.headers:
        headers.append(("Content-Length", str(length)))
    return headers


class _Sending:
    """A body while it is sent, in a task of aiohttp's, which has no limit for that.

    Attributes:
        blocks: what is sent.
    """

    def __init__(self, upload: Upload, limits: Limits) -> None:
        self._limit = limits.write
        self._turn = asyncio.timeout(None)
        self._is_answered = False
        self.blocks = self._watched(upload.async_blocks())

    @property
    def is_late(self) -> bool:
        """Whether the server did not take a block in time."""
        return self._turn.expired()

    async def answer(self, answer: Awaitable[Any]) -> Any:
        """Return the answer, unless a block is not taken in time.

        To cancel the task that sends would not do: its connection is closed once what it holds was taken.
        """
        try:
            async with self._turn:
                return await answer
        except BaseException:
            await self.end()
            raise
        finally:
            self._is_answered = True

    async def _watched(self, blocks: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        async with aclosing(blocks):
            async for block in blocks:
                self._expect(self._limit)
                try:
                    yield block
                finally:
                    self._expect(None)

    def _expect(self, seconds: float | None) -> None:
        """End the wait for the answer in so many seconds; None for never."""
        if not self._is_answered and not self.is_late:
            now = asyncio.get_running_loop().time()
            self._turn.reschedule(None if seconds is None else now + seconds)

    async def end(self) -> None:
        """Give back what is open; what is being read at this moment was cancelled, and ends itself."""
        with suppress(RuntimeError):
            await self.blocks.aclose()


class _AiohttpOpened:
    """A response of aiohttp whose content is read in pieces."""

    def __init__(
        self, answer: Any, upload: _Sending | None, request: Request, timeout: float
    ) -> None:
        self.status: int = answer.status
        self.headers = Headers.of_raw(answer.raw_headers)
        # Most answers are not coded, and `get` is slow at telling that.
        is_coded = "content-encoding" in self.headers
        self.codings = codings_in(self.headers["content-encoding"]) if is_coded else []
        self._most = request.max_response_bytes if not is_coded else sys.maxsize
        self._answer = answer
        self._upload = upload
        self._request = request
        self._timeout = timeout
        self._is_read = False

    async def chunk(self) -> bytes | None:
        """Return the next piece of the content; see `AsyncOpened.chunk`."""
        if self._is_read:
            return None
        handled = sys.exception()
        try:
            found: bytes = await self._answer.content.readany()
        except Exception as fault:  # noqa: BLE001 - what a call raises is an error of ours
            found = _received(self._answer.content)
            if not found:
                await self.aclose()
                raise _translated(
                    fault, self._request, self._timeout, self._upload, handled
                ) from _shown(fault)
        except BaseException:
            await self.aclose()
            raise
        if not found:
            await self.aclose()
            return None
        if len(found) > self._most:
            raise ResponseTooLargeError(self._request)
        # Then nothing is held any more; of a request with a body, something may still be sent.
        self._is_read = not self._request.has_body and self._answer.content.at_eof()
        return found

    async def aclose(self) -> None:
        """Give back the connection, which serves again where the content was read to its end."""
        self._answer.close()
        if self._upload is not None:
            await self._upload.end()


def _received(content: Any) -> bytes:
    """Return what came before a connection broke and nobody has read, which aiohttp keeps to itself."""
    fault = content.exception()
    if fault is None:
        return b""
    content.set_exception(None)
    received: bytes = content.read_nowait()
    content.set_exception(fault)
    return received


# What is known of the outcome: aiohttp's own words hold the URL. The first one that fits counts.
_REASONS: Final[tuple[tuple[Any, str], ...]] = (
    (aiohttp.InvalidURL, "the URL cannot be asked for"),
    (UnicodeError, "something in the request is no text that can be sent"),
    (ValueError, "the request cannot be sent: something in it is not allowed in HTTP"),
    (ssl.SSLError, "no secure connection can be made"),
    (aiohttp.ClientSSLError, "no secure connection can be made"),
    (aiohttp.ClientConnectorError, "no connection can be made"),
    (aiohttp.ClientHttpProxyError, "the proxy refuses the connection"),
    (aiohttp.ServerDisconnectedError, "the server hung up without an answer"),
    (aiohttp.ClientPayloadError, "the answer broke off, or is not what its headers say"),
    (aiohttp.ClientResponseError, "the answer is no HTTP"),
    (aiohttp.ClientConnectionError, "the connection broke"),
)
# What another try would not change.
_FINAL: Final = (aiohttp.InvalidURL, ssl.SSLError, aiohttp.ClientSSLError)
# Whose words may hold what was sent.
_UNQUOTED: Final = (aiohttp.ClientError, ValueError)


def _translated(
    fault: Exception,
    request: Request,
    timeout: float,
    upload: _Sending | None,
    handled: BaseException | None,
) -> ApiConnectionError | UploadError:
    """Return our error for one of aiohttp's, or of what it stands on."""
    causes = list(causes_of(fault, handled))
    for cause in causes:
        if isinstance(cause, UploadError):
            return cause
    if upload is not None and upload.is_late:
        return ApiTimeoutError(
            f"nothing was taken within {request.limits.write:g} s", request=request
        )
    if isinstance(fault, TimeoutError):
        is_connecting = isinstance(fault, aiohttp.ConnectionTimeoutError)
        late = lateness(
            request.limits, request.deadline, "connect" if is_connecting else "read", timeout
        )
        return ApiTimeoutError(late, request=request, unsent=is_connecting)
    own = "" if isinstance(fault, _UNQUOTED) else str(fault)
    said = (
        next((said for kind, said in _REASONS if isinstance(fault, kind)), own)
        or type(fault).__name__
    )
    refused = refusal(causes[-1])
    if refused:
        said = refused
    elif (
        isinstance(fault, aiohttp.ClientError)
        and isinstance(fault, OSError)
        and _is_shown(fault.strerror)
    ):
        said = f"{said}: {fault.strerror}"
    return ApiConnectionError(
        said,
        request=request,
        unsent=isinstance(fault, aiohttp.ClientConnectorError | aiohttp.InvalidURL),
        is_final=not isinstance(fault, aiohttp.ClientError) or isinstance(fault, _FINAL),
    )


def _is_shown(words: str | None) -> bool:
    """Tell whether words of the system are there, without the URL that aiohttp puts in place of some."""
    return bool(words) and "://" not in str(words)


def _shown(fault: Exception) -> Exception | None:
    """Return a fault that may stand in a traceback: none of aiohttp's, but of what the user added."""
    return None if isinstance(fault, (*_UNQUOTED, TimeoutError)) else fault
