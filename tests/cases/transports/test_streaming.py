"""Streams: whichever HTTP library carries them, they come while they are sent, and end when they are left."""

import gzip
import threading
from contextlib import suppress
from types import ModuleType
from typing import Any

import anyio

from tests.cases.transports.test_carrying import library_unzips, opened
from tests.support.flavours import Flavour
from tests.support.piecewise_server import PiecewiseServer


def test_events_come_one_by_one(api: ModuleType, flavour: Flavour) -> None:
    with PiecewiseServer("text/event-stream", [b"data: 1\n\n", b"data: 2\n\n"]) as server:
        client = opened(api, flavour, server.url)
        server.send_more()
        stream = flavour.call(client.events.watch)
        step = stream.__next__ if flavour.is_sync else stream.__anext__
        assert flavour.call(step).data == "1"
        server.send_more()
        assert flavour.call(step).data == "2"
        flavour.call(stream.close)


def test_events_come_one_by_one_where_each_is_a_member_of_gzip(api: ModuleType, flavour: Flavour) -> None:
    library_unzips(flavour)
    pieces = [gzip.compress(b"data: %d\n\n" % number) for number in (1, 2)]
    with PiecewiseServer("text/event-stream\r\ncontent-encoding: gzip", pieces) as server:
        stream = flavour.call(opened(api, flavour, server.url).events.watch)
        step = stream.__next__ if flavour.is_sync else stream.__anext__
        for number in "12":
            server.send_more()
            assert flavour.call(step).data == number
        flavour.call(stream.close)


def test_a_stream_that_is_left_closes_its_connection(api: ModuleType, flavour: Flavour) -> None:
    with PiecewiseServer("text/event-stream", [b"data: 1\n\n"] + [b"data: 2\n\n" * 10_000] * 200) as server:
        client = opened(api, flavour, server.url)
        server.send_more()
        stream = flavour.call(client.events.watch)
        flavour.call(stream.__next__ if flavour.is_sync else stream.__anext__)
        flavour.call(stream.close)
        server.send_more(200)
        assert server.gone.wait(10)
        assert flavour.collect(stream) == []


def test_a_stream_may_take_longer_than_a_try(api: ModuleType, flavour: Flavour) -> None:
    with PiecewiseServer("text/event-stream", [b"data: 1\n\n", b"data: 2\n\n"]) as server:
        client = opened(api, flavour, server.url, timeout=api.Timeout(total=0.3))
        stream = flavour.call(client.events.watch)
        threading.Timer(0.6, server.send_more, (2,)).start()
        assert [event.data for event in flavour.collect(stream)] == ["1", "2"]


def test_whoever_reads_a_stream_ends_with_it(api: ModuleType, flavour: Flavour) -> None:
    with PiecewiseServer("text/event-stream", [b"data: 1\n\n"] + [b": none\n\n" * 10_000] * 200) as server:
        stream = flavour.call(opened(api, flavour, server.url).events.watch)
        server.send_more()
        assert flavour.collect(stream, 1)[0].data == "1"
        if flavour.is_sync:
            threading.Timer(0.2, stream.close).start()
            read(stream, api)
        else:
            flavour.call(read_until_closed, stream, api)
        server.send_more(200)
        assert server.gone.wait(10)


def read(stream: Any, api: ModuleType) -> None:
    """Read on in a stream that is closed meanwhile, which either ends it or is an error."""
    with suppress(api.ApiConnectionError):
        assert list(stream) == []


async def read_until_closed(stream: Any, api: ModuleType) -> None:
    """Read on in a stream, and close it in another task."""
    async with anyio.create_task_group() as group:
        group.start_soon(async_read, stream, api)
        await anyio.sleep(0.2)
        with anyio.fail_after(10):
            await stream.close()


async def async_read(stream: Any, api: ModuleType) -> None:
    """See `read`."""
    with suppress(api.ApiConnectionError):
        assert [item async for item in stream] == []
