"""How long a call waits, and for what."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import Reply, json_reply

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n"
EVENTS = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
STEP = 0.05


@contextmanager
def dripping(at_once: bytes, then: bytes) -> Iterator[str]:
    """A server that sends the beginning of its answer at once, and of the rest a byte now and then."""
    stopping = threading.Event()
    threads: list[threading.Thread] = []

    def drip(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            connection.sendall(at_once)
            for byte in then:
                if stopping.wait(STEP):
                    return
                try:
                    connection.sendall(bytes([byte]))
                except OSError:
                    return
            stopping.wait()

    def accept(listener: socket.socket) -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threads.append(threading.Thread(target=drip, args=(connection,), daemon=True))
            threads[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        accepting = threading.Thread(target=accept, args=(listener,), daemon=True)
        accepting.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stopping.set()
        listener.shutdown(socket.SHUT_RDWR)
    for thread in (accepting, *threads):
        thread.join()


ENDLESS = b"x" * 100_000


@pytest.mark.parametrize(
    ("at_once", "then"),
    [(HEAD, ENDLESS), (b"", HEAD[:-4] + b"\r\nx-a: " + ENDLESS), (b"", b""), (HEAD, b"")],
    ids=["content", "headers", "silent", "silent after the headers"],
)
@pytest.mark.parametrize("call", ["touch", "get", "pages"])
def test_a_try_ends_when_its_total_is_over(call: str, at_once: bytes, then: bytes, ask: Ask) -> None:
    with dripping(at_once, then) as url:
        talk = ask(json_reply({}), bearer="t", base_url=url, max_retries=1, timeout=None)
        client = talk.client.with_options(timeout=talk.package.Timeout(total=0.3))
        calls = {
            "touch": client.forms.touch,
            "get": lambda: client.get("/x"),
            "pages": client.notes.list().page,
        }
        with pytest.raises(talk.package.ApiTimeoutError, match=r"within 0\.3 s"):
            talk.flavour.call(calls[call])


@pytest.mark.parametrize("then", [b"", EVENTS[:-2] + b"x-a: " + ENDLESS], ids=["silent", "headers"])
def test_a_stream_is_open_before_its_total_is_over(then: bytes, ask: Ask) -> None:
    with dripping(b"", then) as url:
        talk = ask(json_reply({}), bearer="t", base_url=url, max_retries=0)
        client = talk.client.with_options(timeout=talk.package.Timeout(total=0.3))
        with pytest.raises(talk.package.ApiTimeoutError, match=r"within 0\.3 s"):
            talk.flavour.call(client.notes.watch)


def test_redirects_are_in_the_total(ask: Ask) -> None:
    talk = ask(lambda _: Reply(status=307, headers={"location": "/x"}, delay=0.2), bearer="t", max_retries=0)
    client = talk.client.with_options(timeout=talk.package.Timeout(total=0.5))
    with pytest.raises(talk.package.ApiTimeoutError):
        talk.flavour.call(client.get, "/x")
    assert len(talk.server.requests) < 6


def test_retries_are_not(ask: Ask) -> None:
    talk = ask(Reply(status=500, delay=0.2), bearer="t", max_retries=3)
    client = talk.client.with_options(timeout=talk.package.Timeout(total=0.5))
    with pytest.raises(talk.package.InternalServerError):
        talk.flavour.call(client.get, "/x")
    assert len(talk.server.requests) == 4


def test_a_stream_has_all_the_time_once_it_is_open(ask: Ask) -> None:
    with dripping(EVENTS, b"data: a\n\ndata: b\n\n") as url:
        talk = ask(json_reply({}), bearer="t", base_url=url)
        client = talk.client.with_options(timeout=talk.package.Timeout(total=0.4))
        stream = talk.flavour.call(client.notes.watch)
        assert [event.data for event in talk.flavour.collect(stream, 2)] == ["a", "b"]
        talk.flavour.close(stream)


def test_the_client_works_on_after_a_total_that_was_over(ask: Ask) -> None:
    slow = [Reply(delay=0.6), json_reply({"a": 1}), json_reply({"a": 2})]
    talk = ask(lambda _: slow.pop(0), bearer="t", max_retries=0)
    with pytest.raises(talk.package.ApiTimeoutError):
        talk.flavour.call(talk.client.with_options(timeout=talk.package.Timeout(total=0.1)).get, "/x")
    assert [talk.call("get", "/x"), talk.call("get", "/x")] == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("timeout", [0.1, {"read": 0.1}, httpx2.Timeout(9, read=0.1)], ids=str)
def test_a_server_that_says_nothing_is_waited_for_so_long(timeout: Any, ask: Ask, flavour: Flavour) -> None:
    talk = ask(Reply(delay=1), bearer="t", max_retries=0)
    given = talk.package.Timeout(**timeout) if isinstance(timeout, dict) else timeout
    for client in (talk.client.with_options(timeout=given), made(talk, flavour, timeout=given)):
        with pytest.raises(talk.package.ApiTimeoutError, match=r"no answer within 0\.1 s"):
            flavour.call(client.get, "/x")


def made(talk: Any, flavour: Flavour, **options: Any) -> Any:
    api = talk.package
    return flavour.open(api.ApiClient, api.AsyncApiClient, base_url=talk.server.url, bearer="t", **options)


def limits(client: Any) -> tuple[float | None, ...]:
    found = client._transport.settings.limits
    return found.total, found.connect, found.read, found.write, found.pool


def test_what_is_left_out_stays(ask: Ask) -> None:
    talk = ask(json_reply({}), bearer="t")
    timeout = talk.package.Timeout
    assert limits(talk.client) == (None, 60, 60, 60, 60)
    client = talk.client.with_options(timeout=timeout(total=5, read=None))
    assert limits(client) == (5, 60, None, 60, 60)
    assert limits(client.with_options(timeout=timeout(connect=1))) == (5, 1, None, 60, 60)
    assert limits(client.with_options(timeout=None)) == (5, None, None, None, None)
    assert limits(client.with_options(timeout=timeout(total=None))) == (None, 60, None, 60, 60)
    assert talk.flavour.call(talk.client.with_options(timeout=None).get, "/x") == {}


def test_what_a_given_http_client_was_set_to_counts(ask: Ask, flavour: Flavour) -> None:
    talk = ask(json_reply({}), bearer="t")
    library: Any = httpx2.Client if flavour.is_sync else httpx2.AsyncClient
    for http, options, expected in [
        (library(timeout=httpx2.Timeout(3, pool=None)), {}, (None, 3, 3, 3, None)),
        (library(timeout=None), {}, (None, None, None, None, None)),
        (library(timeout=3), {"timeout": 7}, (None, 7, 7, 7, 7)),
        (library(timeout=3), {"timeout": talk.package.Timeout(total=1)}, (1, 3, 3, 3, 3)),
        (library(), {}, (None, 60, 60, 60, 60)),
    ]:
        client = made(talk, flavour, http_client=http, **options)
        assert (limits(client), flavour.call(client.get, "/x")) == (expected, {})
        flavour.call(http.aclose if not flavour.is_sync else http.close)


@pytest.mark.parametrize("timeout", [-1, 0, 0.0, float("nan"), float("inf"), "5", True, [1]])
def test_what_is_no_number_of_seconds_is_refused(timeout: Any, ask: Ask) -> None:
    talk = ask(json_reply({}), bearer="t")
    for refused in (lambda: timeout, lambda: talk.package.Timeout(total=timeout)):
        with pytest.raises(talk.package.InvalidRequestError, match="number of seconds"):
            talk.client.with_options(timeout=refused())


def test_what_carries_requests_gets_the_seconds(ask: Ask, flavour: Flavour) -> None:
    talk = ask(json_reply({}), bearer="t")
    seen: list[float] = []

    class Http:
        def send(self, request: Any, timeout: float) -> Any:
            seen.append(timeout)
            raise talk.package.ApiConnectionError("no", request=request, is_final=True)

        def close(self) -> None: ...

    class AsyncHttp(Http):
        async def send(self, request: Any, timeout: float) -> Any:  # noqa: ASYNC109 - the protocol's own
            super().send(request, timeout)

        async def aclose(self) -> None: ...

    client = made(talk, flavour, http_client=Http() if flavour.is_sync else AsyncHttp())
    for timeout in (7, talk.package.Timeout(total=3), None):
        with pytest.raises(talk.package.ApiConnectionError):
            flavour.call(client.with_options(timeout=timeout).get, "/x")
    assert seen[:2] == [7, 3]
    assert seen[2] > 1e6
