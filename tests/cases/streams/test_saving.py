"""Streams of bytes that are saved to files: whole or not at all, in every flavour."""

import asyncio
import gzip
import threading
import time
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply
from tests.support.piecewise_server import PiecewiseServer
from tests.support.raw_server import RawServer

DOCUMENT = """\
openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /file:
    get:
      operationId: get_file
      tags: [Files]
      responses:
        "200": {description: Bytes, content: {application/octet-stream: {}}}
        "202": {description: Not yet.}
        default:
          description: No.
          content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
  /events:
    get:
      operationId: watch_events
      tags: [Events]
      responses: {"200": {description: Events, content: {text/event-stream: {schema: {type: string}}}}}
"""
SCHEMAS = """\
components:
  schemas:
    Fault: {type: object, properties: {why: {type: string}}}
"""
CONTENT = bytes(range(256)) * 4096


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT + SCHEMAS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "saved"
    found.mkdir()
    return found


def names(folder: Path) -> list[str]:
    return [item.name for item in folder.iterdir()]


def is_soon_empty(folder: Path) -> bool:
    """Tell whether nothing is left, once the thread has ended that nobody waits for."""
    end = time.monotonic() + 5
    while names(folder) and time.monotonic() < end:
        time.sleep(0.01)
    return not names(folder)


def stream_of(api: ModuleType, flavour: Flavour, url: str) -> Any:
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, max_retries=0)
    return flavour.call(client.files.get_stream)


@pytest.mark.parametrize("given", [str, Path])
def test_a_file_is_whole_and_nothing_is_left_beside_it(
    given: Any, api: ModuleType, flavour: Flavour, folder: Path
) -> None:
    told: list[tuple[int, int | None]] = []
    with HttpServer(lambda _: Reply(body=CONTENT)) as server:
        stream = stream_of(api, flavour, server.url)
        place = given(folder / "file")
        saved = flavour.call(stream.save, place, progress=lambda *now: told.append(now))
    assert saved == folder / "file"
    assert saved.read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), len(CONTENT))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert names(folder) == ["file"]


@pytest.mark.parametrize("kind", ["compressed", "chunked"])
def test_who_does_not_know_the_size_says_none(
    kind: str, api: ModuleType, flavour: Flavour, folder: Path
) -> None:
    told: list[tuple[int, int | None]] = []
    server: HttpServer | PiecewiseServer
    if kind == "chunked":
        server = PiecewiseServer("application/octet-stream", [CONTENT[:5], CONTENT[5:]])
        server.send_more(3)
    else:
        compressed = Reply(body=gzip.compress(CONTENT), headers={"content-encoding": "gzip"})
        server = HttpServer(lambda _: compressed)
    with server:
        stream = stream_of(api, flavour, server.url)
        flavour.call(stream.save, folder / "file", progress=lambda *now: told.append(now))
    assert (folder / "file").read_bytes() == CONTENT
    assert told[-1] == (len(CONTENT), None)


def test_a_file_that_is_cut_off_leaves_what_was_there(
    api: ModuleType, flavour: Flavour, folder: Path
) -> None:
    (folder / "file").write_bytes(b"before")
    with RawServer([b"HTTP/1.1 200 OK\r\ncontent-length: 7\r\n\r\nabc"]) as server:
        stream = stream_of(api, flavour, server.url)
        with pytest.raises(api.ApiConnectionError):
            flavour.call(stream.save, folder / "file")
    assert (folder / "file").read_bytes() == b"before"
    assert names(folder) == ["file"]


def test_a_progress_that_fails_leaves_nothing(api: ModuleType, flavour: Flavour, folder: Path) -> None:
    def fail(done: int, total: int | None) -> None:
        raise LookupError("mine")

    with HttpServer(lambda _: Reply(body=CONTENT)) as server:
        stream = stream_of(api, flavour, server.url)
        with pytest.raises(LookupError, match="mine"):
            flavour.call(stream.save, folder / "file", progress=fail)
    assert names(folder) == []


def test_who_is_cancelled_leaves_nothing(api: ModuleType, flavour: Flavour, folder: Path) -> None:
    if flavour.is_sync:
        pytest.skip("nothing cancels it")
    with PiecewiseServer("application/octet-stream", [b"abc", b"def"]) as server:
        stream = stream_of(api, flavour, server.url)

        async def cancelled() -> None:
            with anyio.CancelScope() as scope:
                await stream.save(folder / "file", progress=lambda *_: scope.cancel())

        server.send_more()
        flavour.call(cancelled)
        assert names(folder) == []


def test_who_is_cancelled_while_the_file_is_opened_leaves_nothing(
    api: ModuleType, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = import_module(f"{api.__name__}._runtime.downloads")
    arrived, leave, opened = threading.Event(), threading.Event(), threading.Event()

    def open_slowly(target: Any, begin: Any = downloads.Target._begin) -> None:
        arrived.set()
        leave.wait(10)
        begin(target)
        opened.set()

    async def save() -> None:
        async with downloads.AsyncTarget(folder / "file"):
            raise AssertionError("it was cancelled before")

    async def cancelled() -> None:
        task = asyncio.create_task(save())
        await asyncio.to_thread(arrived.wait, 10)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        leave.set()
        await asyncio.to_thread(opened.wait, 10)

    monkeypatch.setattr(downloads.Target, "_begin", open_slowly)
    asyncio.run(cancelled())
    assert is_soon_empty(folder)


@pytest.mark.parametrize("steps", range(6))
def test_who_is_cancelled_twice_leaves_nothing(steps: int, api: ModuleType, folder: Path) -> None:
    downloads = import_module(f"{api.__name__}._runtime.downloads")

    async def save(begun: asyncio.Event) -> None:
        async with downloads.AsyncTarget(folder / "file") as target:
            await target.write(b"some")
            begun.set()
            await asyncio.sleep(10)

    async def cancelled() -> None:
        begun = asyncio.Event()
        task = asyncio.create_task(save(begun))
        await begun.wait()
        task.cancel()
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancelled())
    assert is_soon_empty(folder)


def test_what_is_no_place_of_a_file_is_refused(api: ModuleType, flavour: Flavour, folder: Path) -> None:
    with HttpServer(lambda _: Reply(body=CONTENT)) as server:
        with pytest.raises(api.InvalidRequestError, match="is a folder"):
            flavour.call(stream_of(api, flavour, server.url).save, folder)
        with pytest.raises(api.InvalidRequestError, match="there is no folder"):
            flavour.call(stream_of(api, flavour, server.url).save, folder / "none" / "file")
    assert names(folder) == []


def test_a_link_and_its_rights_stay(api: ModuleType, flavour: Flavour, folder: Path) -> None:
    target, link = folder / "target", folder / "link"
    target.write_bytes(b"before")
    target.chmod(0o640)
    link.symlink_to(target)
    with HttpServer(lambda _: Reply(body=CONTENT)) as server:
        flavour.call(stream_of(api, flavour, server.url).save, link)
    assert link.is_symlink()
    assert target.read_bytes() == CONTENT
    assert target.stat().st_mode & 0o777 == 0o640


def test_only_bytes_are_saved(api: ModuleType, flavour: Flavour, folder: Path) -> None:
    events = Reply(body=b"data: a\n\n", headers={"content-type": "text/event-stream"})
    with HttpServer(lambda _: events) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        stream = flavour.call(client.events.watch)
        with pytest.raises(api.InvalidRequestError, match="only a stream of bytes"):
            flavour.call(stream.save, folder / "file")
    assert names(folder) == []


def test_an_empty_file_is_one(api: ModuleType, flavour: Flavour, folder: Path) -> None:
    with HttpServer(lambda _: Reply(headers={"content-type": "application/octet-stream"})) as server:
        flavour.call(stream_of(api, flavour, server.url).save, folder / "file")
    assert (folder / "file").read_bytes() == b""


@pytest.mark.parametrize("status", [201, 202, 204])
def test_an_answer_that_has_nothing_to_save_leaves_the_file(
    status: int, api: ModuleType, flavour: Flavour, folder: Path
) -> None:
    file = folder / "file"
    file.write_bytes(b"before")
    with HttpServer(lambda _: Reply(status=status, headers={"retry-after": "1"})) as server:
        stream = stream_of(api, flavour, server.url)
        with pytest.raises(api.errors.StreamError, match=f"GET .*/file: .* status is {status}") as caught:
            flavour.call(stream.save, file)
    assert caught.value.response.headers["retry-after"] == "1"
    assert (file.read_bytes(), names(folder)) == (b"before", ["file"])


def test_what_comes_with_a_status_of_no_content_is_saved(
    api: ModuleType, flavour: Flavour, folder: Path
) -> None:
    with HttpServer(lambda _: Reply(status=202, body=b"early")) as server:
        flavour.call(stream_of(api, flavour, server.url).save, folder / "file")
    assert (folder / "file").read_bytes() == b"early"


@pytest.mark.parametrize("status", [400, 404, 418, 500])
def test_errors_of_a_stream_are_those_of_the_whole(status: int, api: ModuleType, flavour: Flavour) -> None:
    headers = {"content-type": "application/json"}
    with HttpServer(lambda _: Reply(status=status, body=b'{"why": "no"}', headers=headers)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, max_retries=0)
        for method in (client.files.get, client.files.get_stream):
            with pytest.raises(api.errors.ApiStatusError) as caught:
                flavour.call(method)
            assert caught.value.body == api.models.Fault(why="no")
