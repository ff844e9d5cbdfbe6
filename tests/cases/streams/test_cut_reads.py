"""Streams read on after a read that was cancelled or too late: they never end as if all had come."""

from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.piecewise_server import PiecewiseServer

DOCUMENT = """\
openapi: 3.1.0
info: {title: Files, version: "1"}
paths:
  /file:
    get:
      operationId: get_file
      tags: [Files]
      responses: {"200": {description: Bytes, content: {application/octet-stream: {}}}}
  /events:
    get:
      operationId: watch_events
      tags: [Events]
      responses: {"200": {description: Events, content: {text/event-stream: {schema: {type: string}}}}}
"""
PIECES = [b"data: a\n\n", b"data: b\n\n", b"data: c\n\n"]


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def opened(api: ModuleType, flavour: Flavour, server: PiecewiseServer, kind: str, **options: Any) -> Any:
    """Return a stream whose first piece has been read, and on whose next one nobody waits for long."""
    late = {"timeout": api.Timeout(read=0.2)} if flavour.is_sync else {}
    client = flavour.open(
        api.ApiClient, api.AsyncApiClient, base_url=server.url, max_retries=0, **late, **options
    )
    stream = flavour.call(client.events.watch if kind == "events" else client.files.get_stream)
    server.send_more()
    flavour.call(getattr(stream, "__next__" if flavour.is_sync else "__anext__"))
    return stream


def read_cut_short(api: ModuleType, flavour: Flavour, stream: Any) -> None:
    """Wait for the next item until that is cancelled or too late."""

    async def cancelled() -> None:
        with anyio.move_on_after(0.1):
            await anext(stream)

    if flavour.is_sync:
        with pytest.raises(api.ApiTimeoutError):
            next(stream)
    else:
        flavour.call(cancelled)


@pytest.mark.parametrize("kind", ["events", "bytes"])
def test_nothing_is_read_as_the_rest(kind: str, api: ModuleType, flavour: Flavour) -> None:
    with PiecewiseServer("text/event-stream" if kind == "events" else "x/y", PIECES) as server:
        stream = opened(api, flavour, server, kind)
        read_cut_short(api, flavour, stream)
        server.send_more(3)
        for _ in range(2):
            with pytest.raises(api.ApiConnectionError, match="was cut short"):
                flavour.collect(stream)


def test_a_file_stays_as_it_was(api: ModuleType, flavour: Flavour, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"before")
    with PiecewiseServer("application/octet-stream", PIECES) as server:
        stream = opened(api, flavour, server, "bytes")
        read_cut_short(api, flavour, stream)
        server.send_more(3)
        with pytest.raises(api.ApiConnectionError, match="was cut short"):
            flavour.call(stream.save, file)
    assert file.read_bytes() == b"before"
