"""What takes its time while something is sent, the server or what it is read from, ends with the total."""

import os
import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import anyio
import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.http_server import Reply

DONE = Reply(status=204)
MUCH = 100_000_000
LONG = 20
SOON = 5
"""More seconds than a total of less than one takes, and fewer than `LONG`."""


@contextmanager
def sipping() -> Iterator[str]:
    """A server that takes a few bytes now and then, and answers nothing."""
    stopping = threading.Event()

    def sip() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            while not stopping.wait(0.1) and connection.recv(1_000_000):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=sip, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stopping.set()
        thread.join()


@contextmanager
def pipe(_folder: Path) -> Iterator[Any]:
    """A pipe that nobody writes to."""
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb", buffering=0) as file:
        yield file
        os.close(writing)


@contextmanager
def fifo(folder: Path) -> Iterator[Any]:
    """A path whose file is not even open before somebody writes to it."""
    path = folder / "fifo"
    os.mkfifo(path)
    yield path
    with suppress(OSError):  # nobody reads
        os.close(os.open(path, os.O_WRONLY | os.O_NONBLOCK))


@contextmanager
def pieces(_folder: Path) -> Iterator[Any]:
    """A generator that waits."""
    leave = threading.Event()

    def wait() -> Iterator[bytes]:
        yield b"x"
        leave.wait(LONG)
        yield b"y"

    yield wait()
    leave.set()


SLOW: dict[str, Callable[[Path], Any]] = {"pipe": pipe, "fifo": fifo, "pieces": pieces}


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Callable[[str], Any]]:
    """Opens what is slow, until the test ends."""
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(SLOW[name](tmp_path))


def hurried(talk: Conversation, seconds: float = 0.4) -> Any:
    return talk.client.with_options(timeout=talk.package.Timeout(total=seconds, read=None, write=None))


@pytest.mark.parametrize("form", ["whole", "pieces"])
def test_a_server_that_takes_an_upload_slowly(form: str, ask: Ask) -> None:
    body = b"x" * MUCH if form == "whole" else (b"x" * 65536 for _ in range(MUCH // 65536))
    with sipping() as url:
        talk = ask(DONE, base_url=url, max_retries=0)
        began = time.monotonic()
        with pytest.raises(talk.package.ApiTimeoutError, match=r"within 0\.4 s"):
            talk.flavour.call(hurried(talk).files.send_whole, body=body)
        assert time.monotonic() - began < SOON


@pytest.mark.parametrize("name", SLOW)
@pytest.mark.parametrize("retries", [0, 2])
def test_what_is_read_slowly(name: str, retries: int, slow: Callable[[str], Any], ask: Ask) -> None:
    talk = ask(DONE, max_retries=retries)
    if talk.flavour.is_sync:
        return  # nothing ends what blocks its only thread
    began = time.monotonic()
    with pytest.raises(talk.package.ApiTimeoutError, match=r"within 0\.4 s"):
        talk.flavour.call(hurried(talk).files.send_whole, body=slow(name))
    assert time.monotonic() - began < SOON


@pytest.mark.parametrize("name", SLOW)
def test_others_do_not_wait_for_what_is_read_slowly(name: str, slow: Callable[[str], Any], ask: Ask) -> None:
    talk = ask(DONE)
    content = slow(name)

    async def longest_pause() -> float:
        longest = 0.0
        async with anyio.create_task_group() as group:
            group.start_soon(lambda: talk.client.files.send_whole(body=content))
            for _ in range(20):
                began = time.monotonic()
                await anyio.sleep(0.02)
                longest = max(longest, time.monotonic() - began)
            group.cancel_scope.cancel()
        return longest

    if not talk.flavour.is_sync:
        assert talk.flavour.call(longest_pause) < 0.3


def test_what_can_be_read_but_once_is_not_sent_again_from_its_path(tmp_path: Path, ask: Ask) -> None:
    path = tmp_path / "fifo"
    os.mkfifo(path)
    writing = threading.Thread(target=path.write_bytes, args=(b"all",), daemon=True)
    writing.start()
    talk = ask(Reply(status=503))
    with pytest.raises(talk.package.InternalServerError):
        talk.call("files.send_whole", body=path)
    writing.join()
    assert talk.request.body == b"all"


def test_a_file_that_was_left_is_closed(slow: Callable[[str], Any], ask: Ask) -> None:
    talk = ask(DONE, max_retries=0)
    if talk.flavour.is_sync:
        return
    path = slow("fifo")
    with pytest.raises(talk.package.ApiTimeoutError):
        talk.flavour.call(hurried(talk).files.send_whole, body=path)
    writing = os.open(path, os.O_WRONLY)  # which lets the thread go on that opens it
    try:
        deadline = time.monotonic() + SOON
        while is_read(writing):
            assert time.monotonic() < deadline
            time.sleep(0.01)
    finally:
        os.close(writing)


def is_read(writing: int) -> bool:
    """Tell whether anybody has the other end of a pipe open."""
    try:
        os.write(writing, b"x")
    except BrokenPipeError:
        return False
    return True


def test_what_is_awaited_ends_with_the_total_too(ask: Ask) -> None:
    async def wait() -> AsyncIterator[bytes]:
        yield b"x"
        await anyio.sleep(LONG)

    talk = ask(DONE, max_retries=0)
    if not talk.flavour.is_sync:
        with pytest.raises(talk.package.ApiTimeoutError):
            talk.flavour.call(hurried(talk).files.send_whole, body=wait())
