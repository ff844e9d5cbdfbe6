"""Streams of events that are opened again from their last event on, where that is asked for."""

import tracemalloc
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.raw_server import RawServer

DOCUMENT = """\
openapi: 3.1.0
info: {title: Events, version: "1"}
paths:
  /events:
    get:
      operationId: watch_events
      tags: [Events]
      responses: {"200": {description: Events, content: {text/event-stream: {schema: {type: string}}}}}
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
security: [{bearer: []}]
"""
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
NOTHING = b"HTTP/1.1 204 No Content\r\n\r\n"


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch, api: ModuleType) -> list[float]:
    """The seconds that were waited for, and were not."""
    waited: list[float] = []
    waiting = __import__(f"{api.__name__}._runtime.waiting", fromlist=["sleep"])

    async def later(seconds: float) -> None:
        waited.append(seconds)

    monkeypatch.setattr(waiting, "sleep", waited.append)
    monkeypatch.setattr(waiting, "async_sleep", later)
    return waited


def event(number: int | None, text: str, *more: str) -> bytes:
    fields = [*more, *([f"id: {number}"] if number is not None else []), f"data: {text}"]
    return "".join(f"{field}\n" for field in fields).encode() + b"\n"


def broken(*events: bytes) -> bytes:
    """An answer that breaks off."""
    content = b"".join(events)
    return (
        HEAD
        + b"transfer-encoding: chunked\r\n\r\n"
        + (f"{len(content):x}\r\n".encode() + content + b"\r\n" if content else b"")
    )


def whole(*events: bytes) -> bytes:
    return broken(*events) + b"0\r\n\r\n"


def closed(*events: bytes) -> bytes:
    """An answer whose end is that of the connection."""
    return HEAD + b"\r\n" + b"".join(events)


def failed(status: int) -> bytes:
    return f"HTTP/1.1 {status} No\r\ncontent-length: 0\r\n\r\n".encode()


def watched(api: ModuleType, flavour: Flavour, url: str, **options: Any) -> Any:
    given = {"bearer": "t", "reconnect": True, "max_retries": 2, **options}
    reconnect = given.pop("reconnect")
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, **given)
    return flavour.call(client.with_options(reconnect=reconnect).events.watch)


def texts(flavour: Flavour, stream: Any) -> list[str]:
    return [item.data for item in flavour.collect(stream)]


def asked(server: RawServer) -> list[str | None]:
    """The `Last-Event-ID` of each request."""
    heads = [dict(line.split(": ", 1) for line in head.splitlines()[1:] if line) for head in server.requests]
    return [{name.lower(): value for name, value in head.items()}.get("last-event-id") for head in heads]


@pytest.mark.parametrize("cut", [broken, closed])
def test_a_stream_that_breaks_goes_on_after_its_last_event(
    cut: Callable[..., bytes], api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    answers = [
        cut(event(1, "a"), event(2, "b"), b"id: 3\ndata: lost"),
        cut(event(3, "c")),
        whole(event(4, "d")),
    ]
    with RawServer(answers) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a", "b", "c", "d"]
        assert asked(server) == [None, "2", "3"]
    assert len(waits) == 2


def test_an_event_that_is_sent_again_is_left_out(
    api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    answers = [broken(event(1, "a"), event(2, "b")), whole(event(1, "a"), event(2, "b"), event(3, "c"))]
    with RawServer(answers) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a", "b", "c"]


def test_events_may_have_one_id(api: ModuleType, flavour: Flavour, waits: list[float]) -> None:
    with RawServer([whole(*(event(1, text) for text in "abcd"))]) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a", "b", "c", "d"]
    answers = [broken(event(1, "a"), event(1, "b")), broken(event(1, "c")), whole(event(2, "d"))]
    with RawServer(answers) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a", "b", "c", "d"]
        assert asked(server) == [None, "1", "1"]
    assert len(waits) == 2


def test_what_was_sent_again_may_come_once_more_behind_what_is_new(
    api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    answers = [broken(event(1, "a"), event(2, "b")), whole(event(1, "a"), event(3, "c"), event(1, "d"))]
    with RawServer(answers) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a", "b", "c", "d"]
    assert len(waits) == 1


@pytest.mark.parametrize("reconnect", [False, True])
def test_without_being_asked_or_without_ids_it_breaks(
    reconnect: bool, api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    start = broken(event(None if reconnect else 1, "a"))
    with RawServer([start, whole(event(2, "b"))]) as server:
        stream = watched(api, flavour, server.url, reconnect=reconnect)
        with pytest.raises(api.ApiConnectionError):
            texts(flavour, stream)
        assert len(server.requests) == 1
    assert waits == []


def test_it_breaks_where_nobody_can_say_what_follows(
    api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    with RawServer([broken(event(1, "a"), event(None, "b")), whole(event(None, "b"))]) as server:
        stream = watched(api, flavour, server.url)
        with pytest.raises(api.ApiConnectionError):
            texts(flavour, stream)
        assert len(server.requests) == 1


@pytest.mark.parametrize("start", [b"retry: 1500\n\n", b"retry: 1500\n"])
def test_the_server_says_how_long_to_wait(
    start: bytes, api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    with RawServer(
        [broken(start, event(1, "a")), broken(event(2, "b", "retry: 9999999")), NOTHING]
    ) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a", "b"]
    assert waits == [1.5, 120.0]  # no longer than any server may ask for


def test_a_server_that_asks_for_no_wait_is_not_asked_without_one(
    api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    """Nor where each answer has an event that was not there before."""
    answers = [broken(event(number, str(number), "retry: 0")) for number in range(4)]
    with RawServer([*answers, NOTHING]) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == list("0123")
    assert len(waits) == 4
    assert min(waits) >= 0.375


@pytest.mark.parametrize(("length", "is_one"), [(4096, True), (4097, False)])
def test_what_is_too_long_for_a_header_is_no_id(
    length: int, is_one: bool, api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    number: Any = "1" * length
    with RawServer([broken(event(number, "a")), whole(event(2, "b"))]) as server:
        stream = watched(api, flavour, server.url)
        if is_one:
            assert texts(flavour, stream) == ["a", "b"]
            assert f"last-event-id: {number}\r\n" in server.requests[1].lower()
        else:
            with pytest.raises(api.ApiConnectionError):
                texts(flavour, stream)
            assert len(server.requests) == 1


def test_of_ids_that_were_read_little_is_kept(api: ModuleType) -> None:
    resuming = import_module(f"{api.__name__}._runtime.resuming")
    place = resuming.Place()
    tracemalloc.start()
    try:
        for number in range(5000):
            own = f"{number:04000}"
            place.take(f"id: {own}".encode())
            assert place.is_new({"id": own})
        kept = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert kept < 2_000_000
    place.failures = 1
    place.take(f"id: {4:04000}".encode())
    assert not place.is_new({"id": f"{4:04000}"})


@pytest.mark.parametrize("again", [broken(), broken(event(1, "a")), failed(503)])
def test_it_is_tried_no_more_often_than_calls_are(
    again: bytes, api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    with RawServer([broken(event(1, "a")), again]) as server:
        stream = watched(api, flavour, server.url, max_retries=3)
        with pytest.raises(api.ApiError):
            texts(flavour, stream)
        assert len(server.requests) == 4
    assert len(waits) == 3


def test_each_event_gives_new_tries(api: ModuleType, flavour: Flavour, waits: list[float]) -> None:
    answers = [broken(event(number, str(number))) for number in range(6)]
    with RawServer([*answers, whole()]) as server:
        assert texts(flavour, watched(api, flavour, server.url, max_retries=1)) == list("012345")


def test_a_refusal_ends_it(api: ModuleType, flavour: Flavour, waits: list[float]) -> None:
    with RawServer([broken(event(1, "a")), failed(404)]) as server:
        stream = watched(api, flavour, server.url)
        with pytest.raises(api.NotFoundError):
            texts(flavour, stream)
        assert len(server.requests) == 2


def test_it_goes_on_with_the_credential_of_the_moment(
    api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    tokens = iter(("one", "two", "three"))
    with RawServer([broken(event(1, "a")), broken(event(2, "b")), NOTHING]) as server:
        stream = watched(api, flavour, server.url, bearer=lambda: next(tokens))
        assert texts(flavour, stream) == ["a", "b"]
    sent = [next(line for line in head.splitlines() if "uthorization" in line) for head in server.requests]
    assert [line.rpartition(" ")[2] for line in sent] == ["one", "two", "three"]


def test_a_stream_that_ended_is_not_opened_again(
    api: ModuleType, flavour: Flavour, waits: list[float]
) -> None:
    with RawServer([whole(event(1, "a"))]) as server:
        assert texts(flavour, watched(api, flavour, server.url)) == ["a"]
        assert len(server.requests) == 1


def test_it_is_opened_again_with_the_credential_of_the_moment_alone(
    build: Build, flavour: Flavour, monkeypatch: pytest.MonkeyPatch
) -> None:
    api = build(DOCUMENT.replace("{type: http, scheme: bearer}", "{type: apiKey, in: query, name: key}"))
    waiting = __import__(f"{api.__name__}._runtime.waiting", fromlist=["sleep"])

    async def at_once(seconds: float) -> None:
        """Wait for nothing."""

    monkeypatch.setattr(waiting, "sleep", [].append)
    monkeypatch.setattr(waiting, "async_sleep", at_once)
    keys = iter(["k1", "k2", "k3"])
    answers = [broken(event(1, "a")), broken(event(2, "b")), whole(event(3, "c"))]
    with RawServer(answers) as server:
        stream = watched(api, flavour, server.url, bearer=lambda: next(keys))
        assert texts(flavour, stream) == ["a", "b", "c"]
        assert [head.split()[1] for head in server.requests] == [f"/events?key=k{n}" for n in (1, 2, 3)]
