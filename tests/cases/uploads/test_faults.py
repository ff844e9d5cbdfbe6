"""What goes wrong with a file is an error of ours, and leaves nothing open and no half of a file behind."""

import asyncio
import copy
import gc
import io
import pickle
import socket
import tempfile
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import Reply
from tests.support.leftovers import forget_leftovers
from tests.support.uploads import CONTENT, AsyncReadOnly, Awaited, ReadOnly, async_pieces, pieces

DONE = Reply(status=204)
SHAPES = ("body", "part")


def arguments(shape: str, content: Any) -> tuple[str, dict[str, Any]]:
    """Return a method that takes a content, and its arguments."""
    return (
        ("files.send_whole", {"body": content}) if shape == "body" else ("files.send_form", {"file": content})
    )


# --- what is refused before anything is sent ---


def closed(path: Path) -> Any:
    file = path.open("rb")
    file.close()
    return file


REFUSED: dict[str, tuple[Callable[[Path], Any], str]] = {
    "text": (str, "a file is not given as text"),
    "named text": (lambda path: ("a.txt", str(path)), "a file is not given as"),
    "text file": (lambda path: path.open(), "it gives text: open the file with mode 'rb'"),
    "StringIO": (lambda _: io.StringIO("x"), "it gives text"),
    "spooled text": (lambda _: tempfile.SpooledTemporaryFile(mode="w+"), "it gives text"),  # noqa: SIM115
    "number": (lambda _: 5, "not as int"),
    "list of numbers": (lambda _: [1, 2], "not as list"),
    "mapping": (lambda _: {"a": b"x"}, "not as dict"),
    "set": (lambda _: {b"x"}, "not as set"),
    "file of text": (lambda _: "package", "a file is not given as text"),
    "closed": (closed, "the file is closed"),
    "written": (lambda path: path.open("ab"), "the file is not open for reading"),
    "missing": (lambda path: path.with_name("missing"), "it cannot be read: No such file or directory"),
    "folder": (lambda path: path.parent, "it is a folder"),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_refused_by_name(api: ModuleType, ask: Ask, tmp_path: Path, shape: str, kind: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    make, reason = REFUSED[kind]
    content = api.File("text", name="a") if kind == "file of text" else make(path)
    files = ask(DONE)
    method, given = arguments(shape, content)
    with pytest.raises(api.InvalidRequestError) as caught:
        files.call(method, **given)
    assert reason in str(caught.value)
    assert str(caught.value).startswith("the body of files.send_")
    assert ("the part 'file'" in str(caught.value)) == (shape == "part")
    assert not files.server.requests
    if hasattr(content, "close"):
        content.close()


@pytest.mark.parametrize("make", [async_pieces, lambda: AsyncReadOnly(b"x")])
def test_what_is_awaited_is_for_the_async_client(
    api: ModuleType, ask: Ask, flavour: Flavour, make: Callable[[], Any]
) -> None:
    if not flavour.is_sync:
        pytest.skip("this is the async client")
    files = ask(DONE)
    with pytest.raises(api.InvalidRequestError, match="only the async client does"):
        files.call("files.send_whole", body=make())
    assert not files.server.requests


def test_an_async_text_file_is_refused(api: ModuleType, ask: Ask, flavour: Flavour, tmp_path: Path) -> None:
    if flavour.is_sync:
        pytest.skip("it has to be awaited")
    path = tmp_path / "a.txt"
    path.write_text("text")
    files = ask(DONE)
    with path.open() as file:
        for content in (anyio.wrap_file(file), Awaited(file)):
            with pytest.raises(api.InvalidRequestError, match="it gives text"):
                files.call("files.send_whole", body=content)
    assert not files.server.requests


# --- what goes wrong while it is sent ---


class Failing:
    """Gives some bytes and fails."""

    def __init__(self) -> None:
        self._left = 3

    def read(self, size: int) -> bytes:
        self._left -= 1
        if not self._left:
            raise OSError(5, "Input/output error")
        return b"x" * min(size, 1000)


class TextOnly:
    """Gives text, which nothing tells before it is read."""

    def read(self, _size: int) -> str:
        return "text"


class SlowlyReady:
    """Has no bytes yet."""

    def read(self, _size: int) -> None:
        return None


def failing_pieces() -> Iterator[bytes]:
    yield b"x"
    raise KeyError("secret")


async def failing_async_pieces() -> AsyncIterator[bytes]:
    yield b"x"
    raise KeyError("secret")


class Cut(io.BytesIO):
    """A file from which somebody takes bytes while it is sent."""

    change = -1000

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        if self.tell() > 500_000 and self.change:
            place, change = self.tell(), self.change
            self.change = 0
            if change < 0:
                self.truncate(len(CONTENT) + change)
            else:
                self.seek(0, io.SEEK_END)
                self.write(b"y" * change)
            self.seek(place)
        return found


class Grown(Cut):
    """A file to which somebody adds bytes while it is sent."""

    change = 1000


BROKEN: dict[str, tuple[Callable[[], Any], str]] = {
    "shrinks": (lambda: Cut(CONTENT), "it has 1,000 bytes less than when the call began"),
    "grows": (lambda: Grown(CONTENT), "it has more bytes than when the call began"),
    "read fails": (Failing, "it cannot be read: Input/output error"),
    "generator fails": (failing_pieces, "it cannot be read: KeyError"),
    "async generator fails": (failing_async_pieces, "it cannot be read: KeyError"),
    "generator of text": (lambda: iter(["x"]), "it gives str, not bytes"),
    "reads text": (TextOnly, "it gives str, not bytes"),
    "not ready": (SlowlyReady, "it has no bytes yet"),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", BROKEN)
def test_it_ends_the_call(api: ModuleType, ask: Ask, flavour: Flavour, shape: str, kind: str) -> None:
    make, reason = BROKEN[kind]
    if kind.startswith("async") and flavour.is_sync:
        pytest.skip("it has to be awaited")
    files = ask(DONE, max_retries=2)
    method, given = arguments(shape, make())
    with pytest.raises(api.UploadError) as caught:
        files.call(method, **given)
    assert reason in str(caught.value)
    assert "secret" not in str(caught.value)
    assert not files.server.requests  # no server takes a part for the whole
    files.call("files.send_whole", body=b"fine")
    assert files.request.body == b"fine"


def test_a_file_that_shrinks_on_disk(api: ModuleType, ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    files = ask(DONE)

    def shrinking() -> Iterator[bytes]:
        yield b"first"
        path.write_bytes(b"less")

    with pytest.raises(api.UploadError, match="the part 'more': it has 767,996 bytes less"):
        files.call("files.send_form", more=[shrinking(), path])


def test_a_file_of_nothing_is_sent(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.touch()
    files = ask(DONE)
    for content in (path, io.BytesIO(), b"", []):
        files.call("files.send_whole", body=content)
    assert {(request.body, request.headers["content-length"]) for request in files.server.requests} == {
        (b"", "0")
    }


# --- what is closed ---


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was opened by path from now on."""
    found: list[Any] = []
    real = Path.open

    def opening(self: Path, *args: Any, **kwargs: Any) -> Any:
        file = real(self, *args, **kwargs)
        if args == ("rb",):
            found.append(file)
        return file

    monkeypatch.setattr(Path, "open", opening)
    return found


@pytest.mark.parametrize("status", [204, 500, 307])
def test_what_we_open_is_closed(
    api: ModuleType, ask: Ask, tmp_path: Path, opened: list[Any], status: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    files = ask(Reply(status=status, headers={"location": "http://127.0.0.2:1/"}), max_retries=1)
    try:
        files.call("files.send_form", file=path, more=[path])
    except api.ApiError:
        assert status != 204
    assert opened
    assert all(file.closed for file in opened)


def test_what_we_open_is_closed_where_another_part_fails(
    api: ModuleType, ask: Ask, tmp_path: Path, opened: list[Any]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    files = ask(DONE)
    with pytest.raises(api.UploadError):
        files.call("files.send_form", more=[path, failing_pieces()])
    assert opened[0].closed


class Deaf:
    """Takes connections and reads nothing of what comes."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._listener.close()


@pytest.fixture
def deaf() -> Iterator[Deaf]:
    server = Deaf()
    yield server
    server.close()


@pytest.mark.parametrize("how", ["timeout", "cancelled"])
def test_what_we_open_is_closed_in_the_middle(
    api: ModuleType, flavour: Flavour, tmp_path: Path, opened: list[Any], deaf: Deaf, how: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT * 50)
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=deaf.url, timeout=0.3, max_retries=0)
    if how == "timeout":
        with pytest.raises(api.ApiTimeoutError):
            flavour.call(client.files.send_whole, body=path)
    elif flavour.is_sync:
        pytest.skip("nothing can be cancelled")
    else:

        async def cancelled() -> bool:
            with anyio.move_on_after(0.1) as scope:
                await client.files.send_whole(body=path)
            return scope.cancelled_caught

        assert flavour.call(cancelled)
    assert [file.closed for file in opened] == [True]


def test_a_task_that_is_cancelled_closes_what_it_opened(
    api: ModuleType, tmp_path: Path, opened: list[Any], deaf: Deaf
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT * 50)

    async def run() -> None:
        async with api.AsyncApiClient(base_url=deaf.url) as client:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.files.send_form(file=path), 0.2)

    asyncio.run(run())
    assert [file.closed for file in opened] == [True]


def test_generators_are_ended(api: ModuleType, ask: Ask, flavour: Flavour) -> None:
    forget_leftovers()
    ended: list[str] = []

    def ours() -> Iterator[bytes]:
        try:
            yield from pieces()
        finally:
            ended.append("sync")

    async def awaited() -> AsyncIterator[bytes]:
        try:
            async for piece in async_pieces():
                yield piece
        finally:
            ended.append("async")

    files = ask(DONE)
    first = [ours()] if flavour.is_sync else [ours(), awaited()]
    kept = [*first, failing_pieces()]
    with pytest.raises(api.UploadError):
        files.call("files.send_form", more=kept)
    assert ended == (["sync"] if flavour.is_sync else ["sync", "async"])
    gc.collect()


def test_a_generator_left_in_the_middle_does_not_send_its_rest(
    api: ModuleType, flavour: Flavour, deaf: Deaf, ask: Ask
) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield CONTENT

    generator = endless()
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=deaf.url, timeout=0.2)
    with pytest.raises(api.ApiTimeoutError):
        flavour.call(client.files.send_whole, body=generator)
    files = ask(DONE)
    with pytest.raises(api.InvalidRequestError, match="it was read before"):
        files.call("files.send_whole", body=generator)


# --- what the server says before it has read everything ---


class Early:
    """Answers when it has the head of a request, and hangs up."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.count = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        body = b'{"message": "too much"}'
        head = b"HTTP/1.1 413 Content Too Large\r\ncontent-type: application/json\r\nconnection: close\r\n"
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.count += 1
            with connection:
                connection.recv(1000)
                connection.sendall(head + b"content-length: %d\r\n\r\n" % len(body) + body)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", ["path", "bytes", "generator"])
def test_an_early_answer_is_the_error(
    api: ModuleType, flavour: Flavour, tmp_path: Path, shape: str, kind: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT * 30)
    content: Any = {"path": path, "bytes": CONTENT * 30, "generator": (CONTENT for _ in range(30))}[kind]
    server = Early()
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, max_retries=2)
    method, given = arguments(shape, content)
    with pytest.raises(api.ApiError) as caught:
        flavour.call(getattr(client.files, method.removeprefix("files.")), **given)
    server.close()
    if flavour.adapter is not None and isinstance(caught.value, api.ApiConnectionError):
        return  # it was still writing when the server hung up, and does not read then
    assert isinstance(caught.value, api.ContentTooLargeError)
    assert "too much" in str(caught.value)
    # Where an adapter's library lost the first answer so, a PUT is sent again, and a POST is not.
    assert server.count == 1 or (flavour.adapter is not None and shape == "body")


# --- what carries it ---


def test_errors_are_copied_and_pickled_without_the_files(api: ModuleType, ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    files = ask(Reply(status=400))
    with path.open("rb") as file, pytest.raises(api.BadRequestError) as caught:
        files.call("files.send_whole", body=file)
    for twin in (copy.deepcopy(caught.value), pickle.loads(pickle.dumps(caught.value))):
        assert str(twin) == str(caught.value)
        assert twin.request.upload is not None
        assert twin.request.upload.is_spent


class Carrier:
    """A user's own HTTP library, which knows bytes only."""

    def __init__(self, api: ModuleType) -> None:
        self._api = api
        self.contents: list[Any] = []

    def respond(self, request: Any) -> Any:
        self.contents.append((request.content, request.upload))
        messages: Any = import_module(f"{self._api.__name__}._runtime.messages")
        return messages.Response(status=204, headers={}, content=b"", request=request)

    def send(self, request: Any, timeout: float) -> Any:  # noqa: ARG002
        return self.respond(request)

    def close(self) -> None:
        pass


class AsyncCarrier(Carrier):
    async def send(self, request: Any, timeout: float) -> Any:  # noqa: ARG002, ASYNC109 - the protocol's
        return self.respond(request)

    async def aclose(self) -> None:
        pass


def test_what_knows_bytes_only_gets_bytes(api: ModuleType, flavour: Flavour, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(CONTENT)
    carrier = Carrier(api) if flavour.is_sync else AsyncCarrier(api)
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url="http://a.test", http_client=carrier)
    for content in (path, pieces(), CONTENT, b"small"):
        flavour.call(client.files.send_whole, body=content)
    assert carrier.contents == [(CONTENT, None)] * 3 + [(b"small", None)]


def test_a_slow_file_does_not_hold_up_the_event_loop(ask: Ask, flavour: Flavour) -> None:
    if flavour.is_sync:
        pytest.skip("there is no event loop")
    reading = threading.Event()
    ticked = threading.Event()

    class Slow(ReadOnly):
        def read(self, size: int = -1) -> bytes:
            reading.set()
            assert ticked.wait(10)
            return super().read(size)

    async def tick() -> None:
        await anyio.to_thread.run_sync(reading.wait)
        ticked.set()

    files = ask(DONE)

    async def both() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(tick)
            await files.client.files.send_whole(body=Slow(CONTENT))

    flavour.call(both)
    assert files.request.body == CONTENT
