"""Events as documents describe them: their data as text or as an object, alone, in unions; end marks."""

import json
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

SCHEMAS = """
components:
  schemas:
    Chunk:
      type: object
      required: [id, choices]
      properties:
        id: {type: string}
        choices: {type: array, items: {$ref: "#/components/schemas/Choice"}}
    Delta: {type: object, properties: {delta: {type: string}}}
    Told: {type: object, properties: {delta: {type: string}, error: {type: object}}}
    Word: {type: string}
    Either:
      oneOf: [{$ref: "#/components/schemas/Said"}, {$ref: "#/components/schemas/Asked"}]
      discriminator:
        propertyName: type
        mapping: {said: "#/components/schemas/Said", asked: "#/components/schemas/Asked"}
    Choice: {type: object, required: [index], properties: {index: {type: integer}, text: {type: string}}}
    Chunked: {type: object, required: [data], properties: {data: {$ref: "#/components/schemas/Chunk"}}}
    Started:
      type: object
      required: [event, data]
      properties:
        event: {const: run.started}
        data: {type: object, required: [run], properties: {run: {type: string}}}
    Spoken:
      type: object
      required: [event, data]
      properties: {event: {const: run.spoken}, data: {type: string}}
    Counted:
      type: object
      required: [event, data]
      properties: {event: {const: run.counted}, data: {type: integer}}
    Failed:
      type: object
      required: [event, data]
      properties: {event: {const: error}, data: {$ref: "#/components/schemas/Problem"}}
    Problem:
      type: object
      required: [code, message]
      properties: {code: {type: integer}, message: {type: string}}
    Ended:
      type: object
      required: [event, data]
      properties: {event: {const: done}, data: {const: "[DONE]"}}
    Run:
      oneOf:
        - {$ref: "#/components/schemas/Started"}
        - {$ref: "#/components/schemas/Spoken"}
        - {$ref: "#/components/schemas/Counted"}
        - {$ref: "#/components/schemas/Failed"}
        - {$ref: "#/components/schemas/Ended"}
    Conversation:
      type: object
      required: [event, data]
      properties:
        event: {type: string, enum: [said, asked]}
        data:
          oneOf: [{$ref: "#/components/schemas/Said"}, {$ref: "#/components/schemas/Asked"}]
          discriminator:
            propertyName: type
            mapping: {said: "#/components/schemas/Said", asked: "#/components/schemas/Asked"}
    Said: {type: object, required: [type], properties: {type: {type: string}, text: {type: string}}}
    Asked: {type: object, required: [type], properties: {type: {type: string}, question: {type: string}}}
    Update:
      type: object
      required: [id, data]
      properties: {id: {type: integer}, data: {type: object, required: [a], properties: {a: {type: integer}}}}
"""
PATH = """
  /{path}:
    get:
      operationId: watch_{path}
      tags: [Events]
      responses:
        "200":
          description: Events
          content: {{text/event-stream: {{{keyword}: {{$ref: "#/components/schemas/{schema}"}}}}}}
"""
NAMES = {
    "chunks": "Chunked",
    "run": "Run",
    "bare": "Chunk",
    "talk": "Conversation",
    "updates": "Update",
    "deltas": "Delta",
    "told": "Told",
    "words": "Word",
    "either": "Either",
}
# OAS 3.2 describes items, and what came before the whole of a response.
KEYWORDS = {"3.1.1": "schema", "3.2.0": "itemSchema"}


def document(version: str) -> str:
    paths = "".join(
        PATH.format(path=path, keyword=KEYWORDS[version], schema=schema) for path, schema in NAMES.items()
    )
    return f'openapi: {version}\ninfo: {{title: Events, version: "1"}}\npaths:{paths}{SCHEMAS}'


@pytest.fixture(params=["3.1.1", "3.2.0"])
def api(build: Build, request: pytest.FixtureRequest) -> ModuleType:
    return build(document(request.param))


def events(api: ModuleType, flavour: Flavour, name: str, content: str, **options: Any) -> list[Any]:
    """Return the items of a stream with this content."""
    reply = Reply(body=content.encode(), headers={"content-type": "text/event-stream"})
    with HttpServer(lambda _: reply) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, **options)
        return flavour.collect(flavour.call(getattr(client.events, f"watch_{name}")))


CHUNK = '{"id": "a", "choices": [{"index": 0, "text": "Hi"}]}'


@pytest.mark.parametrize("strict", [False, True])
def test_data_that_is_described_as_an_object_is_one(api: ModuleType, flavour: Flavour, strict: bool) -> None:
    content = f"data: {CHUNK}\n\ndata: {CHUNK}\n\ndata: [DONE]\n\ndata: more\n\n"
    found = events(api, flavour, "chunks", content, strict_responses=strict)
    chunk = api.models.Chunk(id="a", choices=[api.models.Choice(index=0, text="Hi")])
    assert [item.data for item in found] == [chunk, chunk]
    assert isinstance(found[0], api.models.Chunked)


def test_events_are_told_apart_by_their_names(api: ModuleType, flavour: Flavour) -> None:
    content = (
        'event: run.started\ndata: {"run": "r1"}\n\n'
        ": still here\n\n"
        'event: run.spoken\ndata: {"not": "read"}\n\n'
        "event: run.counted\ndata: 7\n\n"
        'event: error\ndata: {"code": 3,\ndata: "message": "no"}\n\n'
        'event: run.renamed\ndata: {"to": "b"}\n\n'
        "event: done\ndata: [DONE]\n\n"
    )
    started, spoken, counted, failed, renamed = events(api, flavour, "run", content)
    models = api.models
    assert [type(item) for item in (started, spoken, counted, failed)] == [
        models.Started,
        models.Spoken,
        models.Counted,
        models.Failed,
    ]
    assert (started.data.run, spoken.data, counted.data) == ("r1", '{"not": "read"}', 7)
    assert failed.data == models.Problem(code=3, message="no")
    assert (type(renamed).__name__, renamed["data"]) == ("UnknownVariant", {"to": "b"})


def test_data_has_variants_of_its_own(api: ModuleType, flavour: Flavour) -> None:
    content = (
        'event: said\ndata: {"type": "said", "text": "a"}\n\n'
        'event: asked\nid: 4\nretry: 5\ndata: {"type": "asked", "question": "b"}\n\n'
    )
    said, asked = events(api, flavour, "talk", content)
    assert (type(said.data), said.data.text) == (api.models.Said, "a")
    assert (type(asked.data), asked.data.question, asked.event) == (api.models.Asked, "b", "asked")


def test_what_describes_no_event_describes_its_data(api: ModuleType, flavour: Flavour) -> None:
    (chunk,) = events(api, flavour, "bare", f"data: {CHUNK}\n\ndata: [DONE]\n\n")
    assert (type(chunk), chunk.id) == (api.models.Chunk, "a")


def test_what_holds_data_may_be_the_data_of_an_event(api: ModuleType, flavour: Flavour) -> None:
    (update,) = events(api, flavour, "updates", 'data: {"id": 1, "data": {"a": 2}}\n\n')
    assert (update.id, update.data.a) == (1, 2)


def test_what_does_not_fit_is_kept_and_reported(
    api: ModuleType, flavour: Flavour, caplog: pytest.LogCaptureFixture
) -> None:
    content = 'data: {"id": 7, "choices": [{"index": 0}], "more": "kept"}\n\n'
    (chunk,) = events(api, flavour, "chunks", content)
    assert (type(chunk.data), chunk.data.id, chunk.data.more) == (api.models.Chunk, 7, "kept")
    assert chunk.data.choices == [api.models.Choice(index=0)]
    assert "data.id" in caplog.text
    with pytest.raises(api.DecodingError, match=r"data\.id"):
        events(api, flavour, "chunks", content, strict_responses=True)


def test_the_marks_that_end_a_stream_can_be_set(build: Build, flavour: Flavour) -> None:
    api = build(document("3.1.1"), end_marks=("END", "<stop>"))
    content = f"data: {CHUNK}\n\nevent: x\ndata: <stop>\n\ndata: {CHUNK}\n\n"
    assert len(events(api, flavour, "bare", content)) == 1
    assert len(events(api, flavour, "chunks", content.replace("<stop>", "END"))) == 1
    none = build(document("3.1.1"), end_marks=())
    assert len(events(none, flavour, "bare", content)) == 3


FAULT = '{"error": {"message": "overloaded"}}'
FIRST = {
    "bare": CHUNK,
    "deltas": '{"delta": "a"}',
    "words": "a",
    "either": '{"type": "said", "text": "a"}',
    "told": '{"delta": "a"}',
}


@pytest.mark.parametrize("name", ["bare", "deltas", "either"])
@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("data", [FAULT, '{"code": 3}', "overloaded"])
def test_an_error_that_nobody_described_is_no_item(
    api: ModuleType, flavour: Flavour, name: str, strict: bool, data: str
) -> None:
    reply = Reply(
        body=f"data: {FIRST[name]}\n\nevent: error\ndata: {data}\n\ndata: {FIRST[name]}\n\n".encode(),
        headers={"content-type": "text/event-stream"},
    )
    with HttpServer(lambda _: reply) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=strict)
        stream = flavour.call(getattr(client.events, f"watch_{name}"))
        assert len(flavour.collect(stream, 1)) == 1
        with pytest.raises(
            api.errors.StreamError, match="the server ended the stream with an error: "
        ) as caught:
            flavour.collect(stream)
        assert flavour.collect(stream) == []
    assert caught.value.body == (json.loads(data) if data.startswith("{") else data)
    assert caught.value.response.status == 200


@pytest.mark.parametrize("name", ["bare", "deltas", "either"])
def test_so_is_one_without_a_name(api: ModuleType, flavour: Flavour, name: str) -> None:
    with pytest.raises(api.errors.StreamError, match="overloaded"):
        events(api, flavour, name, f"data: {FIRST[name]}\n\ndata: {FAULT}\n\n")


FAILED = '{"type": "tool.failed", "error": {"message": "no such tool"}}'


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize("event", ["", "event: tool.failed\n"])
def test_an_unknown_variant_with_an_error_is_no_end(
    api: ModuleType, flavour: Flavour, event: str, strict: bool
) -> None:
    content = f"data: {FIRST['either']}\n\n{event}data: {FAILED}\n\ndata: {FIRST['either']}\n\n"
    _, failed, said = events(api, flavour, "either", content, strict_responses=strict)
    assert (type(failed).__name__, failed["error"]) == ("UnknownVariant", {"message": "no such tool"})
    assert isinstance(said, api.models.Said)


def test_one_that_is_called_an_error_is(api: ModuleType, flavour: Flavour) -> None:
    content = f"data: {FIRST['either']}\n\ndata: {FAILED.replace('tool.failed', 'error')}\n\n"
    with pytest.raises(api.errors.StreamError, match="no such tool"):
        events(api, flavour, "either", content)


def test_data_that_says_that_it_is_something_else_is_none(api: ModuleType, flavour: Flavour) -> None:
    (item,) = events(api, flavour, "deltas", f"data: {FAILED}\n\n")
    assert item.model_extra == json.loads(FAILED)


@pytest.mark.parametrize("name", ["chunks", "talk", "run", "updates"])
def test_so_it_is_where_events_are_described_as_a_whole(api: ModuleType, flavour: Flavour, name: str) -> None:
    known = "event: error\n" if name != "run" else "event: error\nid: 1\n"
    with pytest.raises(api.errors.StreamError, match="overloaded"):
        events(api, flavour, name, f"{known}data: {FAULT}\n\n")
    if name == "chunks":
        with pytest.raises(api.errors.StreamError, match="overloaded"):
            events(api, flavour, name, f"data: {FAULT}\n\n")


@pytest.mark.parametrize("event", ["", "event: error\n"])
def test_an_error_that_the_document_describes_is_an_item(
    api: ModuleType, flavour: Flavour, event: str
) -> None:
    found = events(api, flavour, "told", f"data: {FIRST['told']}\n\n{event}data: {FAULT}\n\n")
    assert [item.error for item in found][1] == {"message": "overloaded"}


def test_an_event_without_what_is_known_is_none(api: ModuleType, flavour: Flavour) -> None:
    (item,) = events(api, flavour, "deltas", 'data: {"errors": [], "more": 1}\n\n')
    assert item.model_extra == {"errors": [], "more": 1}


@pytest.mark.parametrize("name", ["bare", "deltas", "either"])
@pytest.mark.parametrize("data", ['{"delta": "b', "[1, ", '{"a": nan}'])
def test_data_that_begins_as_json_and_is_none(
    api: ModuleType, flavour: Flavour, name: str, data: str
) -> None:
    with pytest.raises(api.errors.DecodingError, match="begins as JSON, and is none"):
        events(api, flavour, name, f"data: {FIRST[name]}\n\ndata: {data}\n\n")
    assert events(api, flavour, "words", f"data: {data}\n\n")[0].data == data
