"""A property of the body chooses between a whole answer and a stream: methods set it, overloads follow it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.conftest import Build
from tests.support.checkers import run_checker
from tests.support.conversations import made_package
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

HEAD = 'openapi: 3.1.0\ninfo: {title: Chat, version: "1"}\npaths:\n'
SCHEMAS = """
components:
  schemas:
    Whole: {type: object, required: [text], properties: {text: {type: string}}}
    Chunk: {type: object, required: [delta], properties: {delta: {type: string}}}
"""
BOTH = """
          content:
            application/json: {schema: {$ref: "#/components/schemas/Whole"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Chunk"}}
"""
ONLY = """
          content: {text/event-stream: {schema: {$ref: "#/components/schemas/Chunk"}}}
"""


def path(name: str, content: str, answers: str = BOTH, *, required: bool = True) -> str:
    return f"""
  /{name}:
    post:
      operationId: create_{name}
      tags: [Chat]
      requestBody:
        required: {str(required).lower()}
        content: {{{content}}}
      responses:
        "200":
          description: The answer.{answers}"""


def object_of(*properties: str, required: str = "") -> str:
    return f"{{type: object, required: [{required}], properties: {{{', '.join(properties)}}}}}"


def json(schema: str) -> str:
    return f"application/json: {{schema: {schema}}}"


MODEL = "model: {type: string}"
SEVERAL = f"{json(object_of(MODEL, 'stream: {type: boolean}', required='model'))}, text/plain: {{}}"
DOCUMENT = "".join(
    (
        HEAD,
        path("default", json(object_of(MODEL, "stream: {type: [boolean, 'null'], default: false}"))),
        path("undefined", json(object_of(MODEL, "stream: {type: boolean}"))),
        path("streaming", json(object_of(MODEL, "stream: {type: boolean, default: true}"))),
        path("required", json(object_of("stream: {type: boolean}", MODEL, required="stream, model"))),
        path("alone", json(object_of("stream: {type: boolean}", required="stream"))),
        path(
            "whole",
            json(object_of(MODEL, "stream: {type: boolean}, note: {}", required="model")),
            required=False,
        ),
        path("form", f"multipart/form-data: {{schema: {object_of(MODEL, 'stream: {type: boolean}')}}}"),
        path("several", SEVERAL),
        path(
            "union",
            json(
                "{oneOf: ["
                + object_of("kind: {const: a}", "stream: {const: false}", required="kind")
                + ", "
                + object_of("kind: {const: b}", "stream: {const: true}", required="kind, stream")
                + "]}"
            ),
        ),
        path("only", json(object_of(MODEL, "stream: {type: boolean, enum: [true]}")), ONLY),
        path("one", json(object_of(MODEL, "stream: {const: true}", required="stream")), ONLY),
        path("may", json(object_of(MODEL, "stream: {type: boolean}")), ONLY),
        SCHEMAS,
    )
)
CHUNKS = b'data: {"delta": "a"}\n\ndata: {"delta": "b"}\n\ndata: [DONE]\n\n'
EVENTS = Reply(body=CHUNKS, headers={"content-type": "text/event-stream"})


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    source = tmp_path_factory.mktemp("document") / "openapi.yaml"
    source.write_text(DOCUMENT, "utf-8")
    with made_package(source, tmp_path_factory, "choosing") as package:
        yield package


def streams(request: RecordedRequest) -> bool:
    """Whether a server that looks at the body alone would stream."""
    if b'"stream":true' in request.body.replace(b" ", b""):
        return True
    return b'name="stream"\r\n\r\ntrue' in request.body


def called(api: ModuleType, flavour: Flavour, method: str, **arguments: Any) -> tuple[Any, RecordedRequest]:
    """Return what a call gives, the items of a stream as a list, and what it sent."""
    with HttpServer(lambda request: EVENTS if streams(request) else json_reply({"text": "all"})) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        found = flavour.call(getattr(client.chat, method), **arguments)
        if isinstance(found, api.Stream | api.AsyncStream):
            found = flavour.collect(found)
    return found, server.requests[-1]


def deltas(items: list[Any]) -> list[str]:
    return [item.delta for item in items]


@pytest.mark.parametrize(
    ("name", "arguments", "sent"),
    [
        ("default", {"model": "m"}, {"model": "m"}),
        ("default", {"model": "m", "stream": False}, {"model": "m", "stream": False}),
        ("default", {"model": "m", "stream": None}, {"model": "m", "stream": None}),
        ("undefined", {"model": "m"}, {"model": "m", "stream": False}),
        ("streaming", {"model": "m"}, {"model": "m", "stream": False}),
        ("required", {"model": "m"}, {"model": "m", "stream": False}),
        ("alone", {}, {"stream": False}),
        ("whole", {"body": {"model": "m"}}, {"model": "m", "stream": False}),
        ("several", {"model": "m"}, {"model": "m", "stream": False}),
        (
            "several",
            {"body": {"model": "m"}, "content_type": "application/json"},
            {"model": "m", "stream": False},
        ),
        ("union", {"body": {"kind": "a"}}, {"kind": "a", "stream": False}),
    ],
)
def test_the_whole_is_asked_for(
    api: ModuleType, flavour: Flavour, name: str, arguments: dict[str, Any], sent: dict[str, Any]
) -> None:
    found, request = called(api, flavour, f"create_{name}", **arguments)
    assert (found.text, request.json) == ("all", sent)
    assert request.headers["accept"] == "application/json"


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("default", {"model": "m"}),
        ("undefined", {"model": "m"}),
        ("streaming", {"model": "m"}),
        ("required", {"model": "m"}),
        ("alone", {}),
        ("whole", {"body": {"model": "m"}}),
        ("whole", {"body": {"model": "m", "stream": False}}),
        ("whole", {}),
        ("several", {"model": "m"}),
        ("several", {"body": {"model": "m"}, "content_type": "application/json"}),
        ("union", {"body": {"kind": "b"}}),
    ],
)
def test_a_stream_is_asked_for(
    api: ModuleType, flavour: Flavour, name: str, arguments: dict[str, Any]
) -> None:
    found, request = called(api, flavour, f"create_{name}_stream", **arguments)
    given = arguments.get("body", {key: value for key, value in arguments.items() if key != "content_type"})
    assert (deltas(found), request.json) == (["a", "b"], {**given, "stream": True})
    assert request.headers["accept"] == "text/event-stream"


@pytest.mark.parametrize("name", ["default", "undefined", "streaming", "required", "several"])
def test_the_argument_chooses(api: ModuleType, flavour: Flavour, name: str) -> None:
    found, request = called(api, flavour, f"create_{name}", model="m", stream=True)
    assert (deltas(found), request.json) == (["a", "b"], {"model": "m", "stream": True})
    whole, request = called(api, flavour, f"create_{name}", model="m", stream=False)
    assert (whole.text, request.json) == ("all", {"model": "m", "stream": False})


def test_a_model_is_a_body_that_streams(api: ModuleType, flavour: Flavour) -> None:
    body = api.models.ChatCreateWholeParams(model="m")
    found, request = called(api, flavour, "create_whole_stream", body=body)
    assert (deltas(found), request.json) == (["a", "b"], {"model": "m", "stream": True})
    assert body.stream is None


def test_a_form_is_told(api: ModuleType, flavour: Flavour) -> None:
    found, _ = called(api, flavour, "create_form_stream", model="m")
    whole, request = called(api, flavour, "create_form", model="m")
    assert (deltas(found), whole.text) == (["a", "b"], "all")
    assert b'name="stream"\r\n\r\nfalse' in request.body


@pytest.mark.parametrize("name", ["only", "one", "may"])
def test_what_only_streams_says_so_by_itself(api: ModuleType, flavour: Flavour, name: str) -> None:
    found, request = called(api, flavour, f"create_{name}", model="m")
    assert (deltas(found), request.json) == (["a", "b"], {"model": "m", "stream": True})


# --- a server that does not do as it is told ---


def answered(api: ModuleType, flavour: Flavour, method: str, reply: Reply) -> Any:
    with HttpServer(lambda _: reply) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        return flavour.collect(flavour.call(getattr(client.chat, method), model="m"))


def test_a_whole_answer_to_a_stream_is_an_error(api: ModuleType, flavour: Flavour) -> None:
    for method in ("create_default_stream", "create_only"):
        with pytest.raises(
            api.DecodingError, match=r'promises text/event-stream, and this is application/json: .*"all"'
        ):
            answered(api, flavour, method, json_reply({"text": "all"}))


def test_a_stream_for_a_whole_answer_is_an_error(api: ModuleType, flavour: Flavour) -> None:
    with pytest.raises(api.DecodingError, match="a whole answer was asked for, and this is a stream"):
        answered(api, flavour, "create_default", EVENTS)


# --- what chooses ---


@pytest.mark.parametrize(
    ("properties", "found"),
    [
        (["stream: {type: boolean}", "stream_options: {type: object}"], "stream"),
        (["Streaming: {type: boolean}"], "Streaming"),
        (["enableStreaming: {type: boolean}", "x: {type: boolean}"], "enableStreaming"),
        (["stream_response: {type: boolean}", "stream: {type: boolean}"], "stream"),
        (["stream: {$ref: '#/components/schemas/Flag'}"], "stream"),
        (["live: {type: boolean, description: Whether to answer with server-sent events.}"], "live"),
        (["partial: {type: boolean, description: 'If set, tokens are streamed. Slow.'}"], "partial"),
        (["live: {type: boolean, description: Events. A stream ends with this.}"], None),
        (["a: {type: boolean, description: Stream a}", "b: {type: boolean, description: Stream b}"], None),
        (["stream_a: {type: boolean}", "stream_b: {type: boolean}"], None),
        (["stream_a: {type: boolean}", "stream_b: {type: boolean, description: Stream it.}"], "stream_b"),
        (["stream: {type: string}"], None),
        (["upstream: {type: boolean}"], None),
    ],
)
def test_the_property_is_told_by_its_name_or_prose(
    properties: list[str], found: str | None, tmp_path: Path
) -> None:
    source = tmp_path / "openapi.yaml"
    flags = "    Flag: {type: boolean}\n"
    source.write_text(HEAD + path("it", json(object_of(*properties))) + SCHEMAS + flags, "utf-8")
    understood = understand(ClientConfig(document=str(source), package="api"))
    assert understood.api.operations[0].stream_field == found
    assert [item.topic for item in understood.api.evidence] == (["stream"] if found else [])


def test_the_property_can_be_set(build: Build, flavour: Flavour) -> None:
    body = json(object_of("stream: {type: boolean}", "sse: {type: boolean, default: false}"))
    document = HEAD + path("it", body) + path("other", body) + SCHEMAS
    package = build(document, stream_fields={"create_it": "sse", "create_other": ""})
    with HttpServer(lambda _: EVENTS) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        flavour.call(client.chat.create_it_stream)
        flavour.call(client.chat.create_other_stream)
    assert [request.json for request in server.requests] == [{"sse": True}, {}]


def test_a_property_that_is_not_there_is_warned_of(tmp_path: Path) -> None:
    source = tmp_path / "openapi.yaml"
    source.write_text(HEAD + path("it", json(object_of(MODEL))) + SCHEMAS, "utf-8")
    settings = {"create_it": "model", "create_that": "stream"}
    found = understand(ClientConfig(document=str(source), package="api", stream_fields=settings)).warnings
    assert [item.code for item in found] == ["unmatched-setting"] * 2
    assert "'create_that'" in found[0].message
    assert "no property 'model' that is true or false" in found[1].message


# --- what type checkers see ---

USES = """
from typing import assert_type

from choosing import ApiClient, AsyncApiClient, AsyncStream, Stream, models


def use(client: ApiClient, flag: bool) -> None:
    for create in (client.chat.create_default, client.chat.create_undefined, client.chat.create_required):
        assert_type(create(model="m"), models.Whole)
        assert_type(create(model="m", stream=False), models.Whole)
        assert_type(create(model="m", stream=True), Stream[models.Chunk])
        assert_type(create(model="m", stream=flag), models.Whole | Stream[models.Chunk])
    assert_type(client.chat.create_default(model="m", stream=None), models.Whole)
    assert_type(client.chat.create_default_stream(model="m"), Stream[models.Chunk])
    assert_type(client.chat.create_several(model="m", stream=True), Stream[models.Chunk])
    assert_type(client.chat.create_several(body="m", content_type="text/plain"), models.Whole)
    assert_type(client.chat.create_only(model="m"), Stream[models.Chunk])


async def use_async(client: AsyncApiClient, flag: bool) -> None:
    assert_type(await client.chat.create_default(model="m"), models.Whole)
    assert_type(await client.chat.create_undefined(model="m", stream=True), AsyncStream[models.Chunk])
    either = await client.chat.create_required(model="m", stream=flag)
    assert_type(either, models.Whole | AsyncStream[models.Chunk])
    async for chunk in await client.chat.create_default_stream(model="m"):
        assert_type(chunk, models.Chunk)
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_follow_the_argument(
    api: ModuleType, checker: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copytree(Path(api.__file__ or "").parent, tmp_path / "choosing")
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    arguments = ["--strict", "uses.py", "choosing"] if checker == "mypy" else []
    done = run_checker(checker, tmp_path, *arguments, folders=tmp_path_factory)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_error_that_is_documented_as_a_stream_is_typed(build: Build, flavour: Flavour) -> None:
    error = """
        "422":
          description: Wrong.
          content: {text/event-stream: {schema: {$ref: "#/components/schemas/Problem"}}}
"""
    problem = "    Problem: {type: object, required: [reason], properties: {reason: {type: string}}}\n"
    package = build(HEAD + path("it", json(object_of(MODEL))) + error + SCHEMAS + problem)
    with HttpServer(lambda _: json_reply({"reason": "too long"}, status=422)) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        for method in (client.chat.create_it, client.chat.create_it_stream):
            with pytest.raises(package.UnprocessableEntityError, match="too long") as raised:
                flavour.call(method, model="m")
            assert raised.value.body == package.models.Problem(reason="too long")
