"""The total of a try holds, whatever carries the requests: nothing of it has a limit of its own here."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.http_server import json_reply

EVENTS = b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: text/event-stream\r\n"
FAILED = b"HTTP/1.1 500 No\r\nconnection: close\r\ncontent-length: 100000\r\n\r\n"
INTERIM = b"HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n"
MUCH = 100_000_000
SOON, LONG = 5, 10
"""More seconds than these totals take, and how long each server is slow."""


@contextmanager
def slow(at_once: bytes, then: bytes = b"", *, takes: int = 0) -> Iterator[str]:
    """A server that takes a request, says something, and then something else each tenth of a second.

    Args:
        at_once: what it says at once.
        then: what it says again and again.
        takes: how many bytes of the request it takes each time, in place of that.
    """
    stopping = threading.Event()

    def speak() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            connection.recv(takes or 65536)
            connection.sendall(at_once)
            for _ in range(LONG * 10):
                if stopping.wait(0.1):
                    return
                connection.recv(takes) if takes else connection.sendall(then)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=speak, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stopping.set()
        thread.join()


def hurried(talk: Conversation, seconds: float) -> Any:
    limits = talk.package.Timeout(total=seconds, connect=None, read=None, write=None, pool=None)
    return talk.client.with_options(timeout=limits)


@pytest.mark.parametrize(
    ("at_once", "then"),
    [(b"", b""), (b"", INTERIM), (EVENTS + b"x-a: ", b"x"), (FAILED, b"x")],
    ids=["silent", "interim", "headers", "error"],
)
def test_a_stream_is_open_in_time(at_once: bytes, then: bytes, ask: Ask) -> None:
    with slow(at_once, then) as url:
        talk = ask(json_reply({}), base_url=url, key="k", max_retries=0)
        began = time.monotonic()
        with pytest.raises(talk.package.ApiTimeoutError, match=r"within 0\.5 s"):
            talk.flavour.call(hurried(talk, 0.5).events.watch)
        assert time.monotonic() - began < SOON


def test_a_stream_that_is_open_has_all_the_time(ask: Ask) -> None:
    with slow(EVENTS + b"\r\ndata: a\n\n", b"data: b\n\n") as url:
        talk = ask(json_reply({}), base_url=url, key="k", max_retries=0)
        stream = talk.flavour.call(hurried(talk, 0.5).events.watch)
        began = time.monotonic()
        assert len(talk.flavour.collect(stream, 12)) == 12
        assert time.monotonic() - began > 0.5
        talk.flavour.close(stream)


def test_a_server_that_takes_an_upload_slowly(carrier: str, ask: Ask) -> None:
    if carrier == "httpx trio":
        pytest.skip("it leaves its own generators for the garbage collector, of which trio complains")
    with slow(b"", takes=1_000_000) as url:
        talk = ask(json_reply({}), base_url=url, key="k", max_retries=0)
        began = time.monotonic()
        with pytest.raises(talk.package.ApiTimeoutError, match=r"within 0\.5 s"):
            talk.flavour.call(hurried(talk, 0.5).files.put_content, body=b"x" * MUCH)
        assert time.monotonic() - began < SOON
