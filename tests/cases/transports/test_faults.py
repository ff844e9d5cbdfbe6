"""What a server or a network does wrong: each ends in its documented error, and the next call works.

One table, whatever carries the requests.
"""

import gzip
import os
import shutil
import socket
import ssl
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply
from tests.support.leftovers import forget_leftovers

JSON = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\n"
GOOD = JSON + b'content-length: 12\r\n\r\n{"name":"n"}'
BINARY = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/octet-stream\r\n"
MOST = 1_000_000
# The first byte of a TLS handshake.
TLS = b"\x16"
STEP = 0.05
# What pyreqwest says of a certificate.
REFUSED = "invalid peer certificate: "

Fault = Callable[[socket.socket, threading.Event], None]


def says(*pieces: bytes, resets: bool = False, drips: bytes = b"") -> Fault:
    """Return what sends pieces and then hangs up, resets the connection, or sends a byte now and then."""

    def speak(connection: socket.socket, stopping: threading.Event) -> None:
        for piece in pieces:
            connection.sendall(piece)
        while drips and not stopping.wait(STEP):
            connection.sendall(drips)
        if resets:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return speak


@dataclass(frozen=True, kw_only=True)
class Row:
    """A fault.

    Attributes:
        does: what the server does in place of an answer.
        error: the name of the error.
        call: the call, by its path.
        says: what the error says.
    """

    does: Fault
    error: str
    says: str = ""
    call: str = "things.list"


ROWS = {
    "reset before the headers": Row(does=says(resets=True), error="ApiConnectionError"),
    "reset in the headers": Row(does=says(JSON, resets=True), error="ApiConnectionError"),
    "reset in the content": Row(
        does=says(JSON + b"content-length: 99\r\n\r\n{", resets=True), error="ApiConnectionError"
    ),
    "hung up before the headers": Row(does=says(), error="ApiConnectionError"),
    "truncated": Row(does=says(JSON + b"content-length: 99\r\n\r\n{"), error="ApiConnectionError"),
    "a chunk that is no number": Row(
        does=says(JSON + b"transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n"), error="ApiConnectionError"
    ),
    "a chunk that is too short": Row(
        does=says(JSON + b"transfer-encoding: chunked\r\n\r\nff\r\n{}"), error="ApiConnectionError"
    ),
    "no last chunk": Row(
        does=says(JSON + b'transfer-encoding: chunked\r\n\r\nc\r\n{"name":"n"}\r\n'),
        error="ApiConnectionError",
    ),
    "no HTTP": Row(does=says(b"SSH-2.0-OpenSSH_9.7\r\n\r\n"), error="ApiConnectionError"),
    "slow drip in the content": Row(
        does=says(JSON + b"content-length: 99999\r\n\r\n", drips=b" "),
        error="ApiTimeoutError",
        says="no whole answer within 0.4 s",
    ),
    "slow drip in the headers": Row(
        does=says(JSON, drips=b"x"), error="ApiTimeoutError", says="no whole answer within 0.4 s"
    ),
    "too much content": Row(
        does=says(BINARY + b"\r\n", *[b"a" * 1_000_000] * 30),
        error="ResponseTooLargeError",
        call="files.get_content",
    ),
    "a gzip bomb": Row(
        does=says(BINARY + b"content-encoding: gzip\r\n\r\n", gzip.compress(b"a" * 30_000_000)),
        error="ResponseTooLargeError",
        call="files.get_content",
    ),
    "corrupt gzip": Row(
        does=says(JSON + b"content-encoding: gzip\r\ncontent-length: 5\r\n\r\nabcde"),
        error="ApiConnectionError",
        says="cannot be decompressed",
    ),
    "another content type": Row(
        does=says(GOOD.replace(b"application/json", b"text/html").replace(b'{"name":"n"}', b"<h1>Hello!!!")),
        error="DecodingError",
    ),
    "invalid UTF-8": Row(
        does=says(JSON + b'content-length: 12\r\n\r\n{"name":"\xff"}'), error="DecodingError"
    ),
    "a redirect to no server": Row(
        does=says(b"HTTP/1.1 302 Found\r\nconnection: close\r\nlocation: file:///etc/passwd\r\n\r\n"),
        error="RedirectError",
    ),
    "a redirect in a circle": Row(
        does=says(
            b"HTTP/1.1 302 Found\r\nconnection: close\r\nlocation: /things\r\ncontent-length: 0\r\n\r\n"
        ),
        error="RedirectError",
        says="more than 10 times",
    ),
}


class FaultyServer:
    """Does one thing wrong with each connection until it is told to be good."""

    def __init__(self, fault: Fault) -> None:
        self.fault: Fault | None = fault
        self.stopping = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads = ThreadPoolExecutor(20)

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._threads.submit(self._answer, connection)

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            try:
                head = b""
                while b"\r\n\r\n" not in head and not head.startswith(TLS):
                    head += connection.recv(65536) or b"\r\n\r\n"
                (self.fault or says(GOOD))(connection, self.stopping)
            except OSError:
                return  # the client has hung up, as it may

    def close(self) -> None:
        self.stopping.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._threads.shutdown()
        self._listener.close()


@contextmanager
def faulty(fault: Fault) -> Iterator[FaultyServer]:
    server = FaultyServer(fault)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join()


def opened(api: ModuleType, flavour: Flavour, url: str, **options: Any) -> Any:
    options = {"key": "canary", "max_retries": 0, "base_url": url, **options}
    return flavour.open(api.ApiClient, api.AsyncApiClient, **options)


@pytest.mark.filterwarnings(
    "ignore:.*garbage collected before it had been exhausted",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)
@pytest.mark.parametrize("name", ROWS)
def test_a_fault_ends_in_its_error_and_the_next_call_works(
    name: str, api: ModuleType, flavour: Flavour
) -> None:
    row = ROWS[name]
    with faulty(row.does) as server:
        limits = api.Timeout(total=0.4) if row.error == "ApiTimeoutError" else 20
        client = opened(
            api, flavour, server.url, timeout=limits, max_response_bytes=MOST, strict_responses=True
        )
        group, _, method = row.call.partition(".")
        for _ in range(2):
            with pytest.raises(api.ApiError) as caught:
                flavour.call(getattr(getattr(client, group), method))
            assert type(caught.value).__name__ == row.error
            assert row.says in str(caught.value)
            assert "canary" not in str(caught.value)
        server.fault = None
        usual = client.with_options(timeout=20)
        assert flavour.call(usual.things.list).name == "n"


def test_a_server_without_a_certificate(api: ModuleType, flavour: Flavour) -> None:
    with faulty(says(GOOD)) as server:
        client = opened(api, flavour, server.url.replace("http:", "https:"))
        with pytest.raises(api.ApiConnectionError):
            flavour.call(client.things.list)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that nobody vouches for, with its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("there is no openssl to make a certificate")
    path = tmp_path_factory.mktemp("tls") / "self-signed.pem"
    asked = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    )
    command = [openssl, *asked.split(), "-keyout", path, "-out", path.with_suffix(".crt")]
    subprocess.run(command, check=True, capture_output=True)
    path.write_text(path.read_text("ascii") + path.with_suffix(".crt").read_text("ascii"), "ascii")
    return path


class Doubtful:
    """Speaks TLS with a certificate, and counts who begins."""

    def __init__(self, certificate: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._listener.getsockname()[1]}"
        self.count = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.count += 1
            with (
                connection,
                suppress(OSError),
                self._context.wrap_socket(connection, server_side=True) as secure,
            ):
                secure.recv(65536)
                secure.sendall(GOOD)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


def test_a_certificate_that_nobody_vouches_for(api: ModuleType, flavour: Flavour, certificate: Path) -> None:
    """The error says that it is the certificate, at once: it will not be another one at the next try."""
    server = Doubtful(certificate)
    client = opened(api, flavour, server.url, max_retries=3)
    for _ in range(2):
        with pytest.raises(api.ApiConnectionError) as caught:
            flavour.call(client.things.list)
        assert "certificate is refused: self-signed" in str(caught.value) or REFUSED in str(caught.value)
        assert "canary" not in str(caught.value)
    server.close()
    assert server.count == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning", "ignore::ResourceWarning")
def test_a_fork_between_two_calls(api: ModuleType, flavour: Flavour) -> None:
    """Parent and child call at once with the same client, and each gets its own answers."""
    with HttpServer(lambda request: json_reply({"name": dict(request.query)["q"]})) as server:
        client = made(api, flavour, server.url)
        assert called(client, flavour, "before") == ["before"]
        process = os.fork()
        if process == 0:  # the child: nothing of the test may run on in it
            try:
                os._exit(0 if is_right_in_child(api, client, flavour) else 1)
            finally:
                os._exit(2)
        names = [f"parent {number}" for number in range(20)]
        assert called(client, flavour, *names) == names
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
    del client
    forget_leftovers()


def is_right_in_child(api: ModuleType, client: Any, flavour: Flavour) -> bool:
    """Tell whether a forked process gets its own answers, or an error where the library refuses it."""
    names = [f"child {number}" for number in range(20)]
    try:
        return called(client, flavour, *names) == names
    except api.ApiConnectionError as refused:
        return "pyreqwest" in (flavour.adapter or "").lower() and "forked" in str(refused)


def made(api: ModuleType, flavour: Flavour, url: str) -> Any:
    """Return a client that is used by `called` only: an event loop does not live on in a child."""
    kind = api.ApiClient if flavour.is_sync else api.AsyncApiClient
    carrier = None
    if flavour.adapter is not None:
        carrier = getattr(import_module(f"{api.__name__}.transports"), flavour.adapter)()
    return kind(base_url=url, key="k", max_retries=0, http_client=carrier)


def called(client: Any, flavour: Flavour, *names: str) -> list[str]:
    """Return what calls get, one after another, in an event loop of their own."""
    if flavour.is_sync:
        return [client.things.list(q=name).name for name in names]

    async def run() -> list[str]:
        return [(await client.things.list(q=name)).name for name in names]

    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    return anyio.run(run, backend=flavour.name)


def test_many_calls_on_few_connections(ask: Ask, carrier: str) -> None:
    """Of 200 calls at once each gets its own answer; ten threads need no more than ten connections.

    pyreqwest gives a connection back in threads of its own, a moment after its answer was read: who asks
    earlier gets a new one.
    """
    talk = ask(lambda request: json_reply({"name": dict(request.query)["q"]}), key="k")
    names = [str(number) for number in range(200)]
    assert talk.flavour.call(all_at_once, talk.client, names) == names if not talk.flavour.is_sync else True
    if talk.flavour.is_sync:
        with ThreadPoolExecutor(10) as threads:
            found = threads.map(lambda name: talk.client.things.list(q=name).name, names)
            assert list(found) == names
        most = 10 if "pyreqwest" not in carrier else len(names) // 4
        assert len({request.port for request in talk.server.requests}) <= most


async def all_at_once(client: Any, names: Sequence[str]) -> list[str]:
    """Return what 200 calls get, of which ten are on their way at a time."""
    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    found = dict.fromkeys(names, "")
    few = anyio.CapacityLimiter(10)

    async def one(name: str) -> None:
        async with few:
            found[name] = (await client.things.list(q=name)).name

    async with anyio.create_task_group() as group:
        for name in names:
            group.start_soon(one, name)
    return list(found.values())


def test_a_client_that_is_closed_while_a_call_is_made(ask: Ask) -> None:
    """The call ends, with its answer or an error of ours."""
    arrived, closed = threading.Event(), threading.Event()

    def answer(_request: RecordedRequest) -> Reply:
        arrived.set()
        closed.wait(5)
        return json_reply({"name": "n"})

    talk = ask(answer, key="k", max_retries=0)
    with ThreadPoolExecutor(1) as threads:
        call = threads.submit(talk.call, "things.list")
        assert arrived.wait(10)
        talk.flavour.close(talk.client)
        closed.set()
        with suppress(talk.package.ApiError):
            assert call.result(20).name == "n"
    with pytest.raises(talk.package.errors.ClosedError):
        talk.call("things.list")
