"""Only while more than a usual body is sent is there a listener for what a server says meanwhile."""

import asyncio
from importlib import import_module
from types import ModuleType

import pytest

from tests.conftest import Build
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Things, version: "1"}
paths:
  /things:
    get: {operationId: list_things, tags: [things], responses: {"204": {description: Done}}}
    post:
      operationId: create_thing
      tags: [things]
      requestBody: {content: {application/json: {schema: {type: object, properties: {text: {type: string}}}}}}
      responses: {"204": {description: Done}}
"""
USUAL, MUCH = 5_000, 200_000


@pytest.fixture
def listened(build: Build, monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, list[int]]:
    """A package, and how much was written each time while somebody listened."""
    package, sizes = build(DOCUMENT), list[int]()
    stream = import_module("api._runtime.listening")._ListeningStream
    write = stream._write_listening

    async def watched(self: object, buffer: bytes, *limits: float | None) -> None:
        sizes.append(len(buffer))
        await write(self, buffer, *limits)

    monkeypatch.setattr(stream, "_write_listening", watched)
    return package, sizes


@pytest.mark.parametrize(("size", "is_much"), [(0, False), (USUAL, False), (MUCH, True)])
def test_usual_calls_are_written_as_ever(
    size: int, is_much: bool, listened: tuple[ModuleType, list[int]]
) -> None:
    package, sizes = listened

    async def call_twice(url: str) -> None:
        async with package.AsyncApiClient(base_url=url) as client:
            for _ in range(2):  # the second call goes over the connection of the first
                await client.get("/things")
                await client.post("/things", body={"text": "a" * size})

    with HttpServer(lambda _: Reply(status=204)) as server:
        asyncio.run(call_twice(server.url))
    assert len(server.requests) == 4
    assert bool(sizes) is is_much
