"""Traps on the way back: what a server says must arrive, whatever it has become since the document."""

import asyncio
import gc
from collections import Counter
from importlib import import_module
from typing import Any

import pytest
from pydantic import TypeAdapter

from tests.conftest import Build
from tests.support.conversations import Talk, document
from tests.support.flavours import Flavour
from tests.support.http_server import json_reply
from tests.support.leftovers import forget_leftovers
from tests.support.piecewise_server import PiecewiseServer

THING = document(
    """
/thing:
  get:
    operationId: get_thing
    tags: [Things]
    responses:
      "200":
        description: The thing.
        content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
      "404":
        description: There is none.
        content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}
""",
    """
Thing:
  type: object
  required: [id, kind, size]
  properties:
    id: {type: string}
    kind: {$ref: "#/components/schemas/Kind"}
    size: {type: integer}
    parts: {type: array, items: {$ref: "#/components/schemas/Thing"}}
Kind: {type: string, enum: [small, large]}
Problem: {type: object, required: [hint], properties: {hint: {type: string}}}
""",
)


def test_trap_06_a_new_enum_value_is_kept(talk: Talk) -> None:
    things = talk(THING, {"id": "1", "kind": "vast", "size": 1})
    thing = things.call("things.get")
    kind = things.package.models.Kind
    assert isinstance(thing, things.package.models.Thing)
    assert isinstance(thing.kind, kind)
    assert (thing.kind, thing.kind.value) == ("vast", "vast")
    assert thing.kind not in list(kind)
    assert thing.model_dump(by_alias=True, mode="json", exclude_unset=True)["kind"] == "vast"


SHAPES = document(
    """
/shapes:
  get:
    operationId: list_shapes
    tags: [Shapes]
    responses:
      "200":
        description: Shapes.
        content:
          application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Shape"}}}
/marks:
  get:
    operationId: list_marks
    tags: [Marks]
    responses:
      "200":
        description: Marks.
        content:
          application/json:
            schema:
              type: array
              items: {oneOf: [{$ref: "#/components/schemas/Dot"}, {$ref: "#/components/schemas/Line"}]}
""",
    """
Shape:
  oneOf: [{$ref: "#/components/schemas/Circle"}, {$ref: "#/components/schemas/Square"}]
  discriminator:
    propertyName: shape
    mapping: {circle: "#/components/schemas/Circle", box: "#/components/schemas/Square"}
Circle: {type: object, required: [shape], properties: {shape: {type: string}, size: {type: number}}}
Square: {type: object, required: [shape], properties: {shape: {type: string}, size: {type: number}}}
Dot: {type: object, required: [type], properties: {type: {const: dot}, at: {type: integer}}}
Line: {type: object, required: [type], properties: {type: {const: line}, at: {type: integer}}}
""",
)


def test_trap_07_the_discriminator_chooses(talk: Talk) -> None:
    sent = [{"shape": "box", "size": 1}, {"shape": "circle"}, {"shape": "star", "points": 5}]
    shapes = talk(SHAPES, sent)
    box, circle, star = shapes.call("shapes.list")
    models = shapes.package.models
    assert (type(box), type(circle)) == (models.Square, models.Circle)
    assert type(star).__name__ == "UnknownVariant"
    assert (star["shape"], star["points"]) == ("star", 5)


def test_trap_07_without_a_discriminator_the_constant_chooses(talk: Talk) -> None:
    marks = talk(SHAPES, [{"type": "line", "at": 1}, {"type": "dot"}, {"type": "curve", "at": "far"}])
    line, dot, curve = marks.call("marks.list")
    models = marks.package.models
    assert (type(line), type(dot)) == (models.Line, models.Dot)
    assert not isinstance(curve, models.Line | models.Dot)
    assert curve["at"] == "far"


@pytest.mark.parametrize(
    ("sent", "size", "parts"),
    [
        ({"id": "1", "kind": "small", "size": 2, "new": {"a": 1}}, 2, None),
        ({"id": "1", "kind": "small", "size": None}, None, None),
        ({"id": "1", "kind": "small", "size": "huge", "parts": [{"id": None}]}, "huge", [None]),
        ({"id": "1", "kind": "small"}, None, None),
    ],
)
def test_trap_12_what_is_not_in_the_document_does_not_cost_the_call(
    sent: dict[str, Any], size: Any, parts: list[Any] | None, talk: Talk
) -> None:
    things = talk(THING, sent)
    thing = things.call("things.get")
    assert isinstance(thing, things.package.models.Thing)
    assert (thing.id, thing.kind, getattr(thing, "size", None)) == ("1", "small", size)
    assert (thing.parts and [part.id for part in thing.parts]) == parts
    assert (thing.model_extra or {}).get("new") == sent.get("new")


@pytest.mark.parametrize(
    ("status", "error"), [(404, "NotFoundError"), (418, "ApiStatusError"), (503, "InternalServerError")]
)
def test_trap_13_errors_are_raised(status: int, error: str, talk: Talk) -> None:
    things = talk(THING, json_reply({"hint": "look elsewhere"}, status=status), max_retries=0)
    with pytest.raises(things.package.ApiStatusError) as raised:
        things.call("things.get")
    assert (type(raised.value).__name__, raised.value.status) == (error, status)
    hint = raised.value.body.hint if status == 404 else raised.value.body["hint"]
    assert hint == "look elsewhere"


def test_trap_13_so_is_what_breaks_the_document_where_that_is_asked_for(talk: Talk) -> None:
    things = talk(THING, {"id": 1}, strict_responses=True)
    with pytest.raises(things.package.DecodingError):
        things.call("things.get")


def test_trap_30_calls_build_nothing_anew_and_nothing_that_stays(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    things = talk(THING, {"id": "1", "kind": "small", "size": 1})
    built: list[Any] = []
    build = TypeAdapter.__init__

    def counted(self: Any, *args: Any, **kwargs: Any) -> None:
        built.append(args)
        build(self, *args, **kwargs)

    def kept() -> Counter[str]:
        forget_leftovers()
        names = ("SchemaValidator", "SchemaSerializer", "TypeAdapter", "ModelMetaclass")
        return Counter(name for item in gc.get_objects() if (name := type(item).__name__) in names)

    monkeypatch.setattr(TypeAdapter, "__init__", counted)
    for _ in range(3):
        things.call("things.get")
    assert built
    before = (len(built), kept())
    for _ in range(20):
        things.call("things.get")
    assert (len(built), kept()) == before


def test_trap_31_the_sync_client_needs_no_event_loop_and_minds_none(talk: Talk) -> None:
    things = talk(THING, {"id": "1", "kind": "small", "size": 1})

    async def inside_a_loop() -> Any:
        with things.package.ApiClient(base_url=things.server.url) as client:
            return client.things.get()

    assert asyncio.run(inside_a_loop()).id == "1"
    assert things.call("things.get").id == "1"


LOG = document(
    """
/log:
  get:
    operationId: watch_log
    tags: [Logs]
    responses:
      "200":
        description: Lines
        content: {application/jsonl: {itemSchema: {$ref: "#/components/schemas/Line"}}}
/archive:
  get:
    operationId: get_archive
    tags: [Logs]
    responses: {"200": {description: Bytes, content: {application/gzip: {}}}}
""",
    "Line: {type: object, required: [text], properties: {text: {type: string}}}",
)


def test_trap_19_a_stream_is_read_as_it_comes(build: Build, flavour: Flavour) -> None:
    package = build(LOG)
    with PiecewiseServer("application/jsonl", [b'{"text": "a"}\n', b'{"text": "b"}\n']) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        stream = flavour.call(client.logs.watch)
        server.send_more()
        assert [line.text for line in flavour.collect(stream, 1)] == ["a"]
        server.send_more()
        assert [line.text for line in flavour.collect(stream)] == ["b"]


def test_trap_19_a_large_download_comes_in_pieces(build: Build, flavour: Flavour) -> None:
    package = build(LOG)
    with PiecewiseServer("application/gzip", [b"x" * 70_000] * 2) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        stream = flavour.call(client.logs.get_archive_stream)
        server.send_more()
        assert flavour.collect(stream, 1)[0].strip(b"x") == b""
        server.send_more()
        assert len(b"".join(flavour.collect(stream))) > 0


def test_trap_19_a_line_that_never_ends_does_not_fill_the_memory(
    build: Build, flavour: Flavour, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = build(LOG)
    monkeypatch.setattr(import_module(f"{package.__name__}._runtime.streaming"), "_MAX_PENDING", 1_000_000)
    with PiecewiseServer("application/jsonl", [b"x" * 100_000] * 20) as server:
        server.send_more(20)
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        stream = flavour.call(client.logs.watch)
        with pytest.raises(package.StreamError, match="larger than 1000000 bytes"):
            flavour.collect(stream)
        flavour.call(stream.close)
