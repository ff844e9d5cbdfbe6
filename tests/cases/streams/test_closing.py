"""Streams that are closed while they are read, or before anybody has them, or that two would read at once."""

import threading
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.cases.streams.test_reconnecting import DOCUMENT, event
from tests.conftest import Build
from tests.support.conversations import Talk
from tests.support.flavours import Flavour
from tests.support.http_server import Reply
from tests.support.piecewise_server import PiecewiseServer

# So many connections may be open.
MOST = 2


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


@pytest.fixture
def server() -> Iterator[PiecewiseServer]:
    """A stream of two events, of which the first is there at once."""
    with PiecewiseServer("text/event-stream", [event(1, "a"), event(2, "b")]) as server:
        server.send_more()
        yield server


def opened(api: ModuleType, flavour: Flavour, url: str) -> Any:
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, bearer="t", max_retries=2)
    return flavour.call(client.with_options(reconnect=True).events.watch)


def read(stream: Any, found: list[Any]) -> None:
    try:
        for item in stream:
            found.append(item.data)  # noqa: PERF401 - what came before a fault is wanted, too
    except Exception as fault:  # noqa: BLE001 - what it is, the test looks at
        found.append(fault)


async def async_read(stream: Any, found: list[Any]) -> None:
    try:
        async for item in stream:
            found.append(item.data)  # noqa: PERF401 - what came before a fault is wanted, too
    except Exception as fault:  # noqa: BLE001 - what it is, the test looks at
        found.append(fault)


def together(flavour: Flavour, stream: Any, also: Any) -> list[Any]:
    """Read a stream, and call something else once its first event is there."""
    found: list[Any] = []
    if flavour.is_sync:
        thread = threading.Thread(target=read, args=(stream, found))
        thread.start()
        while not found:
            time.sleep(0.01)
        time.sleep(0.1)
        also()
        thread.join(timeout=10)
        assert not thread.is_alive()
        return found

    async def both() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(async_read, stream, found)
            while not found:  # noqa: ASYNC110 - the other task knows of no event
                await anyio.sleep(0.01)
            await anyio.sleep(0.1)
            with anyio.fail_after(10):
                await also()

    flavour.call(both)
    return found


def test_closing_ends_whoever_reads(api: ModuleType, flavour: Flavour, server: PiecewiseServer) -> None:
    stream = opened(api, flavour, server.url)
    first, *others = together(flavour, stream, stream.close)
    assert first == "a"
    assert all(isinstance(fault, api.ApiError) for fault in others)
    assert server.request.count(b"GET /events") == 1


def test_one_reads_at_a_time(api: ModuleType, flavour: Flavour, server: PiecewiseServer) -> None:
    stream = opened(api, flavour, server.url)
    second: list[Any] = []

    def also() -> None:
        read(stream, second)
        server.send_more(2)

    async def async_also() -> None:
        await async_read(stream, second)
        server.send_more(2)

    found = together(flavour, stream, also if flavour.is_sync else async_also)
    assert [type(fault) for fault in second] == [api.InvalidRequestError]
    assert found[:2] == ["a", "b"]
    flavour.call(stream.close)


def test_a_hook_that_raises_leaves_no_stream_open(talk: Talk) -> None:
    """With two connections at most, each stream that was left open would keep one."""
    told: list[int] = []

    def hook(response: Any) -> None:
        told.append(response.status)
        if len(told) <= MOST + 1:
            raise ValueError("told")

    library = pytest.importorskip("httpx2")
    events = Reply(body=b"data: a\n\n", headers={"content-type": "text/event-stream"})
    it = talk(DOCUMENT, events)
    kind = library.Client if it.flavour.is_sync else library.AsyncClient
    http = kind(limits=library.Limits(max_connections=MOST))
    clients = (it.package.ApiClient, it.package.AsyncApiClient)
    hooks = it.package.Hooks(response=hook)
    given = {"bearer": "t", "http_client": http, "hooks": hooks, "timeout": 2, "max_retries": 0}
    client = it.flavour.open(*clients, base_url=it.server.url, **given)
    for _ in range(MOST + 1):
        with pytest.raises(ValueError, match="told"):
            it.flavour.call(client.events.watch)
    assert [item.data for item in it.flavour.collect(it.flavour.call(client.events.watch))] == ["a"]
    it.flavour.call(http.close if it.flavour.is_sync else http.aclose)
