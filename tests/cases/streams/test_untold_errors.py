"""Errors in streams of which the document does not say what comes: they end it, and nothing else does."""

import json

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

STREAM = """
/{name}:
  get:
    operationId: {name}
    tags: [It]
    responses: {{"200": {{description: Items., content: {{{media_type}: {{{schema}}}}}}}}}
"""
EVENTS, LINES = "text/event-stream", "application/jsonl"
STREAMS = [
    ("bare_events", EVENTS, ""),
    ("any_events", EVENTS, "schema: {}"),
    ("text_events", EVENTS, "schema: {type: string}"),
    ("object_events", EVENTS, "schema: {type: object}"),
    (
        "generic_events",
        EVENTS,
        "schema: {type: object, properties: {event: {type: string}, data: {type: string}}}",
    ),
    ("bare_lines", LINES, ""),
    ("object_lines", LINES, "schema: {type: object}"),
    ("typed_lines", LINES, "schema: {type: object, properties: {a: {type: integer}}}"),
    ("strict_lines", LINES, "schema: {type: object, required: [a], properties: {a: {type: integer}}}"),
    ("maps", LINES, "schema: {type: object, additionalProperties: {type: string}}"),
]
DOCUMENT = document(
    "".join(STREAM.format(name=name, media_type=kind, schema=schema) for name, kind, schema in STREAMS)
)
OF_EVENTS = [name for name, kind, _ in STREAMS if kind == EVENTS]
OF_LINES = [name for name, kind, _ in STREAMS if kind == LINES and name != "maps"]
ERRORS = [
    {"error": {"message": "overloaded"}},
    {"error": "overloaded"},
    {"error": True, "message": "overloaded"},
    {"type": "error", "error": {"type": "overloaded"}},
    {"type": "overloaded_error", "error": "x"},
    {"errorDetail": {"message": "overloaded"}, "error": "overloaded"},
    {"error": "overloaded", "code": 503, "request_id": "r", "result": None},
]
OTHERS = [
    {"error": None, "a": 1},
    {"error": ""},
    {"error": {}},
    {"error": False, "message": "fine"},
    {"id": "r1", "error": "no such file"},
    {"type": "tool.failed", "error": {"message": "no"}},
    {"event": "retrying", "error": "overloaded"},
    {"errors": ["overloaded"]},
    {"message": "error"},
    {"data": {"error": "overloaded"}},
    ["error"],
    "error",
]


def stream(name: str, items: list[object], event: str = "") -> Reply:
    if name in OF_EVENTS:
        texts = ['{"a": 1}', *map(json.dumps, items), '{"a": 2}']
        first, *others = [f"data: {text}\n\n" for text in texts]
        content = first + "".join(f"{event}{text}" for text in others[:-1]) + others[-1]
        return Reply(body=content.encode(), headers={"content-type": EVENTS})
    lines = "".join(f"{json.dumps(item)}\n" for item in [{"a": 1}, *items, {"a": 2}])
    return Reply(body=lines.encode(), headers={"content-type": LINES})


@pytest.mark.parametrize("body", ERRORS, ids=json.dumps)
@pytest.mark.parametrize("name", [*OF_EVENTS, *OF_LINES])
def test_an_error_ends_it(talk: Talk, name: str, body: object) -> None:
    it = talk(DOCUMENT, stream(name, [body]), strict_responses=name == "bare_events")
    items = it.call(f"it.{name}")
    assert len(it.flavour.collect(items, 1)) == 1
    with pytest.raises(it.package.StreamError, match="the server ended the stream with an error") as caught:
        it.flavour.collect(items)
    assert caught.value.body == body
    assert caught.value.response.status == 200
    assert it.flavour.collect(items) == []


@pytest.mark.parametrize("data", [{"a": 1}, "overloaded", {"error": None}], ids=json.dumps)
@pytest.mark.parametrize("name", OF_EVENTS)
def test_so_does_an_event_of_that_name(talk: Talk, name: str, data: object) -> None:
    it = talk(DOCUMENT, stream(name, [data], "event: error\n"))
    with pytest.raises(it.package.StreamError) as caught:
        it.flavour.collect(it.call(f"it.{name}"))
    assert caught.value.body == data


@pytest.mark.parametrize("body", OTHERS, ids=json.dumps)
@pytest.mark.parametrize("name", ["bare_events", "object_events", "generic_events", "bare_lines"])
def test_nothing_else_does(talk: Talk, name: str, body: object) -> None:
    it = talk(DOCUMENT, stream(name, [body]))
    assert len(it.flavour.collect(it.call(f"it.{name}"))) == 3


@pytest.mark.parametrize("name", ["bare_events", "text_events", "generic_events"])
def test_nor_does_an_event_of_another_name(talk: Talk, name: str) -> None:
    it = talk(DOCUMENT, stream(name, [ERRORS[0]], "event: step.failed\n"))
    assert [item.event for item in it.flavour.collect(it.call(f"it.{name}"))][1] == "step.failed"


def test_a_map_may_have_that_key(talk: Talk) -> None:
    it = talk(DOCUMENT, stream("maps", [{"error": "in red"}]))
    assert it.flavour.collect(it.call("it.maps"))[1] == {"error": "in red"}
