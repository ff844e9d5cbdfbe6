"""Any call can be read while its answer comes: as bytes, lines, events or values of JSON."""

import gzip
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply
from tests.support.piecewise_server import PiecewiseServer

LINES = b'{"n": 1}\n{"n": 2}'


def answer(body: bytes = LINES, media_type: str = "application/json", **headers: str) -> Reply:
    return Reply(body=body, headers={"content-type": media_type, **headers})


def test_it_is_sent_as_other_calls_are(ask: Ask) -> None:
    talk = ask(answer(), bearer="t")
    raw = talk.call("stream", "post", "x/y", query={"a": [1, 2]}, headers={"X-A": "b"}, body={"c": 1})
    assert (raw.status, raw.headers["content-type"], raw.response.content) == (200, "application/json", b"")
    assert talk.flavour.collect(raw.iter_json()) == [{"n": 1}, {"n": 2}]
    assert talk.targets == ["POST /x/y?a=1&a=2"]
    sent = talk.request
    assert (sent.json, sent.headers["x-a"], sent.headers["authorization"]) == ({"c": 1}, "b", "Bearer t")
    assert sent.headers["accept"] == "*/*"


@pytest.mark.parametrize("method", ["iter_bytes", "iter_lines", "iter_json"])
def test_each_way_to_read_it(ask: Ask, method: str) -> None:
    talk = ask(answer(gzip.compress(LINES), **{"content-encoding": "gzip"}), bearer="t")
    expected: dict[str, list[Any]] = {
        "iter_bytes": [LINES],
        "iter_lines": ['{"n": 1}', '{"n": 2}'],
        "iter_json": [{"n": 1}, {"n": 2}],
    }
    found = talk.flavour.collect(getattr(talk.call("stream", "GET", "/x"), method)())
    assert (found if method != "iter_bytes" else [b"".join(found)]) == expected[method]


def test_it_comes_while_it_is_sent_and_leaving_it_gives_the_connection_back(
    api: ModuleType, flavour: Flavour
) -> None:
    with PiecewiseServer("application/json", [b'{"n": 1}{"n"', b": 2}", *[b" " * 70000] * 200]) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, bearer="t")
        raw = flavour.call(client.stream, "GET", "/x")
        values = raw.iter_json()
        server.send_more()
        assert flavour.collect(values, 1) == [{"n": 1}]
        server.send_more()
        assert flavour.collect(values, 1) == [{"n": 2}]
        flavour.call(entered, raw) if flavour.is_sync else flavour.call(async_entered, raw)
        server.send_more(200)
        assert server.gone.wait(5)
        assert flavour.collect(raw.iter_bytes()) == []


def entered(raw: Any) -> None:
    with raw as same:
        assert same is raw


async def async_entered(raw: Any) -> None:
    async with raw as same:
        assert same is raw


def test_errors_retries_and_limits_are_those_of_all_calls(ask: Ask) -> None:
    replies = iter([json_reply({}, status=503), answer(), json_reply({"message": "none"}, status=404)])
    talk = ask(lambda _: next(replies), bearer="t", max_response_bytes=1000)
    assert len(talk.flavour.collect(talk.call("stream", "GET", "/x").iter_json())) == 2
    assert len(talk.waits) == 1
    with pytest.raises(talk.package.NotFoundError, match="404: none"):
        talk.call("stream", "GET", "/x")
    with pytest.raises(talk.package.InvalidRequestError, match="another origin"):
        talk.call("stream", "GET", "http://other.test/x")
    with pytest.raises(talk.package.InvalidRequestError, match="no HTTP method"):
        talk.call("stream", "G T", "/x")


def test_events_come_while_they_are_sent(api: ModuleType, flavour: Flavour) -> None:
    pieces = [
        b"\xef\xbb\xbfevent: a\r\nid: 1\r\ndata: x\r\nda",
        b"ta: y\r\n\r\n: none\n\nretry: 5\ndata\n\ndata: cut",
    ]
    with PiecewiseServer("text/event-stream", pieces) as server:
        told: list[Any] = []
        hooks = api.Hooks(mismatch=told.append)
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, bearer="t", hooks=hooks)
        events = flavour.call(client.stream, "GET", "/x").iter_events()
        server.send_more(2)
        event = api.streaming.ServerSentEvent
        assert flavour.collect(events) == [
            event(event="a", id="1", data="x\ny"),
            event(id="1", data="", retry=5),
        ]
        assert [mismatch.message for mismatch in told] == [
            f"GET {server.url}/x: the stream ends in the middle of an event, which is left out"
        ]


@pytest.mark.parametrize("body", [b'{"n": 1}', b"<html>\n</html>\n", b'["data"]\n\n'])
def test_what_has_no_events_is_an_error(ask: Ask, body: bytes) -> None:
    talk = ask(answer(body), bearer="t")
    events = talk.call("stream", "GET", "/x").iter_events()
    with pytest.raises(talk.package.DecodingError, match="events were asked for, and the answer has none"):
        talk.flavour.collect(events)
    assert talk.flavour.collect(events) == []


def test_what_is_no_json_ends_it(ask: Ask) -> None:
    talk = ask(answer(b'{"n": 1}\n<html>\n{"n": 2}\n'), bearer="t")
    values = talk.call("stream", "GET", "/x").iter_json()
    with pytest.raises(talk.package.DecodingError, match="<html>"):
        talk.flavour.collect(values)
    assert talk.flavour.collect(values) == []


@pytest.mark.parametrize("reply", [Reply(status=204), answer(b""), Reply()])
def test_nothing_is_no_part(ask: Ask, reply: Reply) -> None:
    talk = ask(reply, bearer="t")
    for method in ("iter_bytes", "iter_lines", "iter_events", "iter_json"):
        raw = talk.call("stream", "GET", "/x")
        assert talk.flavour.collect(getattr(raw, method)()) == []


def test_it_can_be_saved(ask: Ask, tmp_path: Path) -> None:
    talk = ask(answer(b"\x00\xff", "image/png"), bearer="t")
    path = talk.flavour.call(talk.call("stream", "GET", "/x").save, tmp_path / "a.png")
    assert path.read_bytes() == b"\x00\xff"


def test_what_carries_requests_need_not_know_streams(api: ModuleType) -> None:
    class Carrier:
        def send(self, request: Any, timeout: float) -> Any:  # noqa: ARG002 - it takes as long as it takes
            from importlib import import_module  # noqa: PLC0415 - of the package that is made

            messages = import_module(f"{api.__name__}.transports")
            return messages.Response(
                status=200, headers=messages.Headers.of([]), content=LINES, request=request
            )

        def close(self) -> None: ...

    with HttpServer(lambda _: answer()) as server:
        client = api.ApiClient(base_url=server.url, bearer="t", http_client=Carrier())
        with client.stream("GET", "/x") as raw:
            assert list(raw.iter_json()) == [{"n": 1}, {"n": 2}]
