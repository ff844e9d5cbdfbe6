"""A small HTTP/1.1 server on loopback that records what it is asked and answers what a function says."""

import json
import sys
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR, socket
from types import TracebackType
from typing import Any, Self, TypeAlias
from urllib.parse import parse_qsl, unquote


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedRequest:
    """A request as it arrived.

    `target` is the request line's own text, nothing decoded; `headers` finds names in any case; `time` is in
    seconds of `time.monotonic`; requests from the same `port` came over the same connection.
    """

    method: str
    target: str
    headers: Message
    body: bytes
    port: int
    time: float = field(default_factory=time.monotonic)

    @property
    def raw_path(self) -> str:
        return self.target.partition("?")[0]

    @property
    def raw_query(self) -> str:
        return self.target.partition("?")[2]

    @property
    def path(self) -> str:
        return unquote(self.raw_path)

    @property
    def query(self) -> list[tuple[str, str]]:
        """The decoded pairs in their order, empty values included."""
        return parse_qsl(self.raw_query, keep_blank_values=True)

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer, sent `delay` seconds after the request was read; the connection stays open unless told."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    close_connection: bool = False


def json_reply(
    value: Any,
    *,
    status: int = 200,
    media_type: str = "application/json",
    headers: Mapping[str, str] | None = None,
) -> Reply:
    """Return a reply whose body is the value as JSON."""
    return Reply(
        status=status,
        body=json.dumps(value).encode(),
        headers={"content-type": media_type, **(headers or {})},
    )


Handler: TypeAlias = Callable[[RecordedRequest], Reply | None]
"""Answers a request; None drops the connection without an answer."""


class HttpServer:
    """Serves while it is entered, on a port that was free; what the handler raises is raised on leaving.

    Attributes:
        handler: answers each request, in the thread of its connection.
        requests: what arrived, in order.
        url: where it listens, without a slash at the end.
    """

    def __init__(self, handler: Handler) -> None:
        self.handler = handler
        self.requests: list[RecordedRequest] = []
        self._listener = _Listener(self)
        self._thread = threading.Thread(target=self._listener.serve_forever, args=(0.01,), daemon=True)
        self.url = f"http://127.0.0.1:{self._listener.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.stop()
        self._thread.join()
        if self._listener.faults:
            raise ExceptionGroup("the server's handler failed", self._listener.faults)

    def answer(self, request: RecordedRequest) -> Reply | None:
        """Record a request and ask the handler."""
        self.requests.append(request)
        return self.handler(request)


class _Listener(ThreadingHTTPServer):
    daemon_threads = True
    # As many as may connect at once: the standard library's five have others turned away on a busy machine.
    request_queue_size = 128

    def __init__(self, owner: HttpServer) -> None:
        super().__init__(("127.0.0.1", 0), _Connection)
        self.owner = owner
        self.faults: list[Exception] = []
        self.stopping = threading.Event()
        self._open: set[socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Keep the error, unless the client hung up, which it may whenever it likes."""
        match sys.exception():
            case OSError() | None:
                return
            case Exception() as error:
                self.faults.append(error)

    def stop(self) -> None:
        """Stop listening and hang up on everyone, delayed answers included."""
        self.stopping.set()
        self.shutdown()
        for connection in list(self._open):
            try:
                connection.shutdown(SHUT_RDWR)
            except OSError:
                continue  # the client was faster
        self.server_close()


class _Connection(BaseHTTPRequestHandler):
    server: _Listener
    protocol_version = "HTTP/1.1"
    # An answer leaves in one piece: two small writes would wait for the client's delayed acknowledgement.
    wbufsize = -1
    disable_nagle_algorithm = True

    def answer(self) -> None:
        request = RecordedRequest(
            method=self.command,
            target=self.path,
            headers=self.headers,
            body=self.read_body(),
            port=self.client_address[1],
        )
        reply = self.server.owner.answer(request)
        if reply is None or self.server.stopping.wait(reply.delay):
            self.close_connection = True
            return
        self.send(reply)

    # The library finds the function for a method by this name.
    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_QUERY = answer  # noqa: N815
    do_LINK = do_Lock = answer  # noqa: N815 - stand for the methods that OpenAPI has no word for

    def read_body(self) -> bytes:
        if self.headers.get("transfer-encoding", "").lower() == "chunked":
            return b"".join(iter(self.read_chunk, b""))
        return self.read_exactly(int(self.headers.get("content-length", 0)))

    def read_chunk(self) -> bytes:
        chunk = self.read_exactly(int(self.rfile.readline() or b"1", 16))
        self.rfile.readline()
        return chunk

    def read_exactly(self, size: int) -> bytes:
        """Return bytes of the request; without all of them it is none."""
        found = self.rfile.read(size)
        if len(found) < size:
            raise ConnectionResetError
        return found

    def send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(reply.body)))
        if reply.close_connection:
            self.send_header("connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has in the library
        """Stay quiet."""
