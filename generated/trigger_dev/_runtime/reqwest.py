# Copied from templates/_runtime/reqwest.py. DO NOT EDIT: it is made anew.
"""pyreqwest, where it is installed: its clients, its messages and its errors, which both flavours share."""

import re
from collections.abc import Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import suppress
from datetime import timedelta
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final, Literal, Self

from . import waiting
from .errors import ApiConnectionError, ApiTimeoutError
from .limits import Deadline, Limits, lateness
from .messages import WITH_CONTENT, Headers, Request
from .owners import Owned
from .redirects import SENT_ANYWHERE
from .threads import Work
from .uploads import Upload

if TYPE_CHECKING:
    from asyncio import Future, Task

# Nothing requires it, so type checkers may not know it.
_client: Any = import_module("pyreqwest.client")
_faults: Any = import_module("pyreqwest.exceptions")

PRODUCT: Final = f"pyreqwest/{version('pyreqwest')}"

_Key = tuple[float | None, float | None, float | None, bool]
_MOST_CLIENTS: Final = 16
# As many as the HTTP library has.
_MOST_CONNECTIONS: Final = 100
_SHORTEST: Final = 0.001
# Whoever parses a URL by the WHATWG's standard takes these steps out of its path, encoded or not.
_STEPS: Final = re.compile(r"/(?:\.|%2e){1,2}(?=[/?#]|$)", re.IGNORECASE)


class Clients:
    """The clients of one process: one for each set of limits, which a request of pyreqwest cannot change."""

    def __init__(self, builder: Callable[[], Any]) -> None:
        self._builder = builder
        self._owned = Owned[dict[_Key, Any]](dict)

    def get(self, request: Request) -> Any:
        """Return the client for a request. Of many the oldest one goes, once no call needs it any more."""
        clients = self._owned.get()
        limits = request.limits
        # Whether it says that it reads compressed content is the client's, too.
        key = (limits.connect, limits.read, limits.pool, "accept-encoding" not in request.omitted)
        found = clients.get(key)
        if found is None:
            if len(clients) >= _MOST_CLIENTS:
                clients.pop(next(iter(clients)), None)
            found = clients.setdefault(key, _built(self._builder(), limits, is_compressed=key[3]))
        return found

    def made(self) -> Iterable[Any]:
        """Return the clients that were made in this process."""
        return tuple((self._owned.made() or {}).values())


def clients() -> Clients:
    """Return the clients of the sync flavour."""
    return Clients(_client.SyncClientBuilder)


def async_clients() -> Clients:
    """Return the clients of the async flavour."""
    return Clients(_client.ClientBuilder)


def _built(builder: Any, limits: Limits, *, is_compressed: bool) -> Any:
    builder = (
        builder.follow_redirects(enable=False)
        .referer(enable=False)
        .max_connections(_MOST_CONNECTIONS)
    )
    parts = {
        "connect_timeout": limits.connect,
        "read_timeout": limits.read,
        "pool_timeout": limits.pool,
    }
    for name, seconds in parts.items():
        if seconds is not None:
            builder = getattr(builder, name)(_duration(seconds))
    if not is_compressed:
        builder = (
            builder.gzip(enable=False).brotli(enable=False).zstd(enable=False).deflate(enable=False)
        )
    return builder.build()


def prepared(client: Any, request: Request, blocks: Any, *, is_whole: bool) -> Any:
    """Return a request as pyreqwest sends it.

    Args:
        client: of pyreqwest.
        request: what to send.
        blocks: its body, where that is read while it is sent.
        is_whole: whether its answer is read at once, so that the time for all of it ends that, too.

    Raises:
        ValueError: where it cannot be sent as it is.
    """
    if _STEPS.search(request.url.partition("?")[0]):
        raise ValueError("the path has steps up or to where it is")
    headers = request.headers.ascii_pairs()
    length = None if request.upload is None else request.upload.length
    if length is not None and "content-length" not in request.headers:
        headers.append(("content-length", str(length)))
    elif blocks is None and not request.content and request.method in WITH_CONTENT:
        headers.append(("content-length", "0"))
    builder = (
        client.request(request.method, request.url).error_for_status(enable=False).headers(headers)
    )
    if request.deadline is not None and is_whole:
        builder = builder.timeout(_duration(request.deadline.left(None) or 0))
    if not is_whole:  # else an answer is open only when it has some content
        builder = builder.streamed_read_buffer_limit(0)
    if blocks is not None:
        builder = builder.body_stream(blocks)
    elif request.content is not None:
        builder = builder.body_bytes(request.content)
    ready = builder.build_streamed()
    if request.is_foreign:
        _strip(ready.headers, request)
    return ready


def _strip(headers: Any, request: Request) -> None:
    """Take out of the headers of a request to another server what its client has for the API."""
    for name in {*headers} - SENT_ANYWHERE - {*request.headers}:
        del headers[name]


def _to_the_end(blocks: Iterable[bytes], deadline: Deadline) -> Generator[bytes, None, None]:
    """Yield blocks; those of an upload that nobody waits for any more must not pass for the whole."""
    yield from blocks
    if deadline.has_passed:
        raise TimeoutError


class Exchange:
    """A request of pyreqwest and its answer.

    The only limit that pyreqwest has for both goes on while a stream is read. Until that is open it is waited
    for in a thread, so that whoever waits can leave in time.
    """

    def __init__(self, exchange: Any, request: Request, *, is_whole: bool) -> None:
        """Make it.

        Args:
            exchange: of pyreqwest, as `prepared` gives it.
            request: what is sent.
            is_whole: as for `prepared`.
        """
        self._exchange = exchange
        self._deadline = None if is_whole else request.deadline
        self._work = Work(self._close)
        self._is_open = False

    def open(self) -> Any:
        """Return the answer, before its content is read."""
        return self.wait(self._open)

    def wait(self, step: Callable[[], Any]) -> Any:
        """Return what a step gives.

        Raises:
            TimeoutError: where it takes longer than there is time until a stream is open.
        """
        if self._deadline is None or self._deadline.is_lifted:
            return step()
        try:
            return self._work.do_within(self._deadline.left(None) or 0, step)
        except Exception:
            self._work.leave()
            raise
        except BaseException:  # such as a KeyboardInterrupt
            self._deadline.end()
            self._work.leave()
            raise

    def close(self) -> None:
        """Give back the connection; where it is still waited for, as soon as that has ended."""
        if self._deadline is None:
            self._close()
        else:
            self._work.leave()

    def _open(self) -> Any:
        answer = self._exchange.__enter__()
        self._is_open = True
        return answer

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._exchange.__exit__(None, None, None)


class AsyncExchange:
    """A request of pyreqwest and its answer, which whoever waits for it may cancel."""

    def __init__(
        self,
        exchange: Any,
        request: Request,  # noqa: ARG002 - as of the other flavour
        *,
        is_whole: bool,
    ) -> None:
        """Make it; see `Exchange`."""
        self._exchange = exchange
        self._is_whole = is_whole
        self._step: Future[Any] | None = None
        self._is_closed = False

    async def open(self) -> Any:
        """Return the answer, before its content is read."""
        return await waiting.async_settled(self._exchange.__aenter__())

    async def wait(self, step: Callable[[], Awaitable[Any]]) -> Any:
        """Return what a step gives.

        Raises:
            ConnectionError: where it was closed meanwhile.
        """
        if self._is_whole:  # then nobody else can close it
            return await waiting.async_settled(step())
        from asyncio import (  # noqa: PLC0415 - see `waiting`
            CancelledError,
            current_task,
            ensure_future,
        )

        # pyreqwest closes nothing before a step has ended, so there must be a way to end it.
        self._step = taken = ensure_future(step())
        try:
            return await waiting.async_settled(taken)
        except CancelledError:
            task = current_task()
            if self._is_closed and not (task is not None and task.cancelling()):
                raise ConnectionError("it was closed while it was read") from None
            raise
        finally:
            self._step = None

    async def close(self) -> None:
        """Give back the connection."""
        self._is_closed = True
        if self._step is not None:
            self._step.cancel()
        await self._exchange.__aexit__(None, None, None)


class Blocks:
    """The blocks of an upload, which pyreqwest reads in a thread of its own."""

    def __init__(self, upload: Upload, deadline: Deadline | None) -> None:
        """Take what is sent, and when to give up."""
        blocks = upload.blocks()
        self._blocks = blocks if deadline is None else _to_the_end(blocks, deadline)

    def __iter__(self) -> Iterator[bytes]:
        return self._blocks

    def end(self, *, is_answered: bool) -> None:  # noqa: ARG002 - as of the other flavour
        """Give back what is open; what is being read at this moment ends itself."""
        with suppress(RuntimeError, ValueError):
            self._blocks.close()


class AsyncBlocks:
    """The blocks of an upload, which pyreqwest reads in tasks that go on though nobody waits for them."""

    def __init__(self, upload: Upload, deadline: Deadline | None) -> None:  # noqa: ARG002 - as of the other flavour
        """Take what is sent."""
        self._blocks = upload.async_blocks()
        self._reading: Task[Any] | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        from asyncio import current_task  # noqa: PLC0415 - see `waiting`

        self._reading = current_task()
        try:
            return await anext(self._blocks)
        finally:
            self._reading = None

    async def end(self, *, is_answered: bool) -> None:
        """Give back what is open; what is being read at this moment only where there was no answer."""
        if self._reading is None:
            with suppress(RuntimeError):  # what is sent may be somebody's own, and refuse to end
                await self._blocks.aclose()
        elif not is_answered:
            self._reading.cancel()


def headers_of(answer: Any) -> Headers:
    """Return the headers of a response. pyreqwest gives none whose value is no UTF-8."""
    try:
        return Headers.of(answer.headers.items())
    except ValueError:
        return Headers.of(_readable(answer))


def is_within(headers: Headers, most: int) -> bool:
    """Tell whether a response says that it is no longer. What pyreqwest decompresses says nothing."""
    length = headers.get("content-length", "")
    return length.isdecimal() and int(length) <= most


def _readable(answer: Any) -> Iterable[tuple[str, str]]:
    for name in dict.fromkeys(answer.headers.keys()):
        try:
            values = answer.get_header_all(name)
        except ValueError:
            continue
        yield from ((name, value) for value in values)


def translated(fault: Exception, request: Request, timeout: float) -> ApiConnectionError:
    """Return our error for one of pyreqwest's, whose words hold the URL, but for those of its first cause."""
    causes = _causes(fault)
    is_connecting = _CONNECTING in causes
    if isinstance(fault, TimeoutError):
        part: Literal["connect", "pool", "read"] = "connect" if is_connecting else "read"
        if isinstance(fault, _faults.PoolTimeoutError):
            part = "pool"
        late = lateness(request.limits, request.deadline, part, timeout)
        return ApiTimeoutError(late, request=request, unsent=part != "read")
    is_refused = any("certificate" in cause or "handshake" in cause for cause in causes)
    is_corrupt = isinstance(fault, _faults.BodyDecodeError) and _READING not in causes
    if isinstance(fault, UnicodeError):
        said = "something in the request is no text that can be sent"
    elif isinstance(fault, ValueError):
        said = "the request cannot be sent: something in it is not allowed in HTTP"
    elif isinstance(fault, RuntimeError) and "fork" in str(fault):
        said = "pyreqwest was used before this process was forked, and works in that other process only"
    elif is_corrupt:
        said = "the answer's content cannot be decompressed"
    else:
        own = "" if shown(fault) is None else str(fault)
        said = causes[-1] if len(causes) > 1 else own or type(fault).__name__
    return ApiConnectionError(
        said,
        request=request,
        unsent=is_connecting,
        is_final=is_refused or is_corrupt or not isinstance(fault, _faults.RequestError),
    )


def shown(fault: Exception) -> Exception | None:
    """Return a fault that may stand in a traceback: none of pyreqwest's, but of what the user added."""
    return None if isinstance(fault, _faults.PyreqwestError | ValueError) else fault


# What pyreqwest says of where something went wrong; its classes do not tell.
_CONNECTING: Final = "client error (Connect)"
_READING: Final = "error reading a body from connection"


def _causes(fault: Exception) -> list[str]:
    details: Any = getattr(fault, "details", None) or {}
    return [cause["message"] for cause in details.get("causes") or ()]


def _duration(seconds: float) -> timedelta:
    return timedelta(seconds=max(seconds, _SHORTEST))
