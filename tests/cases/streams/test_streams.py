"""Streams: items as they come, of every sequential media type, in every flavour."""

from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply
from tests.support.piecewise_server import PiecewiseServer

DOCUMENT = """\
openapi: 3.2.0
info: {title: Streams, version: "1"}
paths:
  /events:
    get:
      operationId: watch_events
      tags: [Events]
      responses:
        "200":
          description: Events
          content: {text/event-stream: {itemSchema: {$ref: "#/components/schemas/Event"}}}
        "404": {description: None, content: {application/json: {schema: {type: object}}}}
  /plain:
    get:
      operationId: watch_plain
      tags: [Events]
      responses: {"200": {description: Events, content: {text/event-stream: {schema: {type: string}}}}}
  /rows:
    get:
      operationId: list_rows
      tags: [Rows]
      responses:
        "200":
          description: Rows
          content: {application/jsonl: {schema: {type: array, items: {$ref: "#/components/schemas/Row"}}}}
  /records:
    get:
      operationId: list_records
      tags: [Rows]
      responses:
        "200":
          description: Records
          content: {application/json-seq: {itemSchema: {$ref: "#/components/schemas/Row"}}}
  /chat:
    post:
      operationId: create_chat
      tags: [Chats]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [text], properties: {text: {type: string}}}
      responses:
        "200":
          description: The answer
          content:
            application/json: {schema: {$ref: "#/components/schemas/Row"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Row"}}
  /file:
    get:
      operationId: get_file
      tags: [Files]
      responses: {"200": {description: Bytes, content: {application/octet-stream: {}}}}
components:
  schemas:
    Row: {type: object, required: [id], properties: {id: {type: integer}}}
    Event:
      oneOf:
        - type: object
          required: [event, data]
          properties:
            event: {const: joined}
            data:
              type: string
              contentMediaType: application/json
              contentSchema: {$ref: "#/components/schemas/Row"}
        - type: object
          required: [event, data]
          properties: {event: {const: left}, data: {type: string}}
"""
EVENTS = b'event: joined\ndata: {"id":\ndata: 7}\n\n: ping\n\nevent: left\ndata: bye\n\n'


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def opened(api: ModuleType, flavour: Flavour, url: str, **options: Any) -> Any:
    return flavour.open(api.ApiClient, api.AsyncApiClient, base_url=url, **options)


def test_items_come_before_the_response_has_ended(api: ModuleType, flavour: Flavour) -> None:
    pieces = [EVENTS[:20], EVENTS[20:45], EVENTS[45:]]
    with PiecewiseServer("text/event-stream", pieces) as server:
        client = opened(api, flavour, server.url)
        stream = flavour.call(client.events.watch)
        server.send_more(2)
        (joined,) = flavour.collect(stream, 1)
        server.send_more()
        (left,) = flavour.collect(stream)
    assert (type(joined).__name__, joined.event, joined.data.id) == ("EventJoined", "joined", 7)
    assert (type(left).__name__, left.data) == ("EventLeft", "bye")
    assert b"accept: text/event-stream\r\n" in server.request.lower()
    assert stream.response.headers["content-type"] == "text/event-stream"


def test_a_stream_that_is_closed_gives_its_connection_back(api: ModuleType, flavour: Flavour) -> None:
    pieces = [b"data: x\n\n" * 10_000] * 200
    with PiecewiseServer("text/event-stream", pieces) as server:
        client = opened(api, flavour, server.url)
        stream = flavour.call(client.events.watch_plain)
        server.send_more()
        (event,) = flavour.collect(stream, 1)
        flavour.call(stream.close)
        server.send_more(200)
        assert server.gone.wait(10)
    assert event == api.ServerSentEvent(data="x")


@pytest.mark.parametrize(
    ("method", "content"),
    [
        ("list", b'{"id": 1}\n\n{"id": 2}\r\n{"id": 3}'),
        ("list_records", b'\x1e{"id": 1}\n\x1e{"id":\n2}\n\x1e{"id": 3}\n'),
    ],
)
def test_json_in_sequence(api: ModuleType, flavour: Flavour, method: str, content: bytes) -> None:
    with HttpServer(lambda _: Reply(body=content, headers={"content-type": "application/jsonl"})) as server:
        rows = flavour.collect(flavour.call(getattr(opened(api, flavour, server.url).rows, method)))
    assert rows == [api.models.Row(id=1), api.models.Row(id=2), api.models.Row(id=3)]


def test_an_answer_can_be_had_whole_or_as_a_stream(api: ModuleType, flavour: Flavour) -> None:
    def answer(request: Any) -> Reply:
        if "event-stream" not in request.headers["accept"]:
            return json_reply({"id": 1})
        body = b'data: {"id": 1}\n\ndata: {"id": 2}\n\ndata: [DONE]\n\n'
        return Reply(body=body, headers={"content-type": "text/event-stream"})

    with HttpServer(answer) as server:
        client = opened(api, flavour, server.url)
        assert flavour.call(client.chats.create, text="a") == api.models.Row(id=1)
        stream = flavour.call(client.chats.create_stream, text="a")
        assert flavour.collect(stream) == [api.models.Row(id=1), api.models.Row(id=2)]
    assert [request.json for request in server.requests] == [{"text": "a"}] * 2


def test_bytes_can_be_had_in_pieces(api: ModuleType, flavour: Flavour) -> None:
    content = bytes(range(256)) * 4_000
    with HttpServer(lambda _: Reply(body=content)) as server:
        client = opened(api, flavour, server.url)
        assert flavour.call(client.files.get) == content
        pieces = flavour.collect(flavour.call(client.files.get_stream))
    assert len(pieces) > 1
    assert b"".join(pieces) == content


def test_an_error_is_raised_before_the_first_item(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply({"error": "no such thing"}, status=404)) as server:
        client = opened(api, flavour, server.url)
        with pytest.raises(api.NotFoundError, match="no such thing"):
            flavour.call(client.events.watch)


def test_opening_is_tried_again(api: ModuleType, flavour: Flavour) -> None:
    replies = [Reply(status=503, headers={"retry-after": "0"}), Reply(body=b"data: a\n\n")]
    with HttpServer(lambda _: replies.pop(0)) as server:
        client = opened(api, flavour, server.url)
        (event,) = flavour.collect(flavour.call(client.events.watch_plain))
    assert event.data == "a"


def test_an_item_that_does_not_fit_is_kept_and_reported(
    api: ModuleType, flavour: Flavour, caplog: pytest.LogCaptureFixture
) -> None:
    with HttpServer(lambda _: Reply(body=b'{"id": "one"}\n{"id": 2}')) as server:
        first, second = flavour.collect(flavour.call(opened(api, flavour, server.url).rows.list))
        assert (first.id, second.id) == ("one", 2)
        assert "an item is not what the document says: id" in caplog.text
        stream = flavour.call(opened(api, flavour, server.url, strict_responses=True).rows.list)
        with pytest.raises(api.DecodingError):
            flavour.collect(stream)


@pytest.mark.parametrize("hook", [False, True], ids=["strict", "a hook that fails"])
def test_an_error_ends_the_stream_and_gives_its_connection_back(
    api: ModuleType, flavour: Flavour, hook: bool
) -> None:
    """What came with the item that is refused is not left out in silence, as if the next one followed it."""

    def fail(_: object) -> None:
        raise LookupError

    options = {"hooks": api.Hooks(mismatch=fail)} if hook else {"strict_responses": True}
    pieces = [b'{"id": 1}\n{"id": "two"}\n{"id": 3}\n', *[b'{"id": 4}\n' * 10_000] * 200]
    with PiecewiseServer("application/jsonl", pieces) as server:
        stream = flavour.call(opened(api, flavour, server.url, **options).rows.list)
        server.send_more()
        (first,) = flavour.collect(stream, 1)
        with pytest.raises(LookupError if hook else api.DecodingError):
            flavour.collect(stream)
        server.send_more(200)
        assert server.gone.wait(10)
        assert flavour.collect(stream) == []
    assert first.id == 1


class Whole:
    """What carries requests and knows no streams."""

    def __init__(self, messages: Any) -> None:
        self.messages = messages

    def send(self, request: Any, _timeout: float) -> Any:
        headers = self.messages.Headers({"content-type": "application/jsonl"})
        return self.messages.Response(status=200, headers=headers, content=b'{"id": 1}\n', request=request)

    def close(self) -> None:
        pass


def test_what_carries_requests_need_not_know_streams(api: ModuleType) -> None:
    messages = import_module("api._runtime.messages")
    with api.ApiClient(base_url="https://api.test", http_client=Whole(messages)) as client:
        assert [row.id for row in client.rows.list()] == [1]
