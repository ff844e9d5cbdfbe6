"""What a stream gives when the server answers with another status, media type or kind of content."""

from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Talk, made_package
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Streams, version: "1"}
paths:
  /rows:
    get:
      operationId: watch_rows
      tags: [Rows]
      responses:
        "200":
          description: Rows
          content: {text/event-stream: {schema: {$ref: "#/components/schemas/Row"}}}
  /events:
    get:
      operationId: watch_row_events
      tags: [Rows]
      responses:
        "2XX":
          description: Events
          content: {text/event-stream: {schema: {type: object, required: [data], properties:
            {data: {$ref: "#/components/schemas/Row"}}}}}
  /texts:
    get:
      operationId: watch_row_texts
      tags: [Rows]
      responses: {default: {description: Texts, content: {text/event-stream: {schema: {type: string}}}}}
  /lines:
    get:
      operationId: watch_row_lines
      tags: [Rows]
      responses:
        "200":
          description: Rows
          content:
            application/x-ndjson: {schema: {$ref: "#/components/schemas/Row"}}
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Row"}}}
        "204": {description: None}
components:
  schemas:
    Row: {type: object, required: [id], properties: {id: {type: integer}}}
"""
METHODS = {
    "watch": lambda item: item.id,
    "watch_events": lambda item: item.data.id,
    "watch_texts": lambda item: int(item.data.partition(":")[2].strip(" }")),
    "watch_lines_stream": lambda item: item.id,
}
EVENTS = b'data: {"id": 1}\r\rdata: {"id": 2}\r\r'
PROMISED = dict.fromkeys(METHODS, "text/event-stream") | {"watch_lines_stream": "application/x-ndjson"}


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    document = tmp_path_factory.mktemp("document") / "openapi.yaml"
    document.write_text(DOCUMENT, "utf-8")
    with made_package(document, tmp_path_factory, "other_answers") as package:
        yield package


def collected(api: ModuleType, flavour: Flavour, method: str, reply: Reply, **options: Any) -> list[Any]:
    """Return the items of a stream that this answers."""
    with HttpServer(lambda _: reply) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, **options)
        return flavour.collect(flavour.call(getattr(client.rows, method)))


def answer(content: bytes, media_type: str | None, status: int = 200) -> Reply:
    return Reply(
        status=status, body=content, headers={"content-type": media_type} if media_type is not None else {}
    )


@pytest.mark.parametrize("strict", [False, True], ids=["tolerant", "strict"])
@pytest.mark.parametrize(
    ("status", "media_type"),
    [
        (200, "text/event-stream"),
        (200, "Text/Event-Stream;charset=UTF-8"),
        (200, 'text/event-stream; charset="nonsense"'),
        (200, ""),
        (200, None),
        (200, "text/plain"),
        (200, "application/json"),
        (200, "application/octet-stream"),
        (201, "text/event-stream"),
        (202, None),
        (203, "text/event-stream; charset=utf-8"),
        (206, "text/event-stream"),
    ],
)
@pytest.mark.parametrize("method", METHODS)
def test_events_are_read_whatever_they_are_called(
    api: ModuleType, method: str, status: int, media_type: str | None, strict: bool, flavour: Flavour
) -> None:
    reply = answer(EVENTS, media_type, status)
    found = collected(api, flavour, method, reply, strict_responses=strict)
    assert [METHODS[method](item) for item in found] == [1, 2]


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [
        *(("utf-8-sig", None), ("utf-16", None), ("utf-16-le", "utf-16le"), ("latin-1", "latin-1")),
        *(("utf-16-le", "utf-16"), ("utf-32-le", "utf-32"), ("utf-8", "utf-7"), ("utf-8", "punycode")),
    ],
)
@pytest.mark.parametrize("method", METHODS)
def test_events_are_read_in_their_charset(
    api: ModuleType, method: str, encoding: str, charset: str | None, flavour: Flavour
) -> None:
    media_type = "text/event-stream" + (f"; charset={charset}" if charset else "")
    content = (": \u00e4\u00f6\n" + EVENTS.decode()).encode(encoding)
    found = collected(api, flavour, method, answer(content, media_type))
    assert [METHODS[method](item) for item in found] == [1, 2]


@pytest.mark.parametrize(
    "media_type", ["application/json", "application/problem+json", "text/event-stream", None]
)
@pytest.mark.parametrize("method", ["watch", "watch_lines_stream"])
def test_a_whole_answer_gives_the_items_that_it_holds(
    api: ModuleType, method: str, media_type: str | None, flavour: Flavour
) -> None:
    one = collected(api, flavour, method, answer(b'{"id": 1}', media_type))
    two = collected(api, flavour, method, answer(b'[\n {"id": 1},\n {"id": 2}\n]', media_type))
    assert [[item.id for item in found] for found in (one, two)] == [[1], [1, 2]]


@pytest.mark.parametrize("status", [200, 201])
@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ((b'{"answer": 42}', "application/json"), r"""application/json: '{"answer": 42}'"""),
        ((b'["a"]', "application/json"), r"""application/json: '\["a"\]'"""),
        ((b'{"answer": 42}', "text/event-stream"), "text/event-stream: "),
        ((b"<!doctype html><p>Busy</p>", "text/html; charset=utf-8"), "text/html; charset=utf-8: '<!doctype"),
        ((b"busy", "text/plain"), "text/plain: 'busy'"),
        ((b"\x89PNG\r\n\x1a\n\0\0", "image/png"), "image/png: "),
        ((b'{"id": ', "application/json"), "application/json: "),
        ((b"", "application/json"), r"nothing \(of application/json\)"),
        ((b"", "text/html"), r"nothing \(of text/html\)"),
    ],
)
@pytest.mark.parametrize("method", METHODS)
def test_what_is_no_stream_is_an_error(
    api: ModuleType, method: str, sent: tuple[bytes, str], shown: str, status: int, flavour: Flavour
) -> None:
    content, media_type = sent
    if method == "watch_lines_stream" and content in {b'{"answer": 42}', b'["a"]'}:
        # A line of JSON is an item, which may not fit.
        assert len(collected(api, flavour, method, answer(content, media_type, status))) == 1
        return
    with pytest.raises(
        api.DecodingError, match=f"promises {PROMISED[method]}, and this is {shown}"
    ) as raised:
        collected(api, flavour, method, answer(content, media_type, status))
    assert raised.value.response.status == status
    assert raised.value.response.content == content


@pytest.mark.parametrize("method", METHODS)
def test_a_response_that_has_no_content_is_no_stream_unless_that_is_documented(
    api: ModuleType, method: str, flavour: Flavour
) -> None:
    if method == "watch_lines_stream":
        assert collected(api, flavour, method, Reply(status=204)) == []
    else:
        with pytest.raises(api.DecodingError, match="this is nothing"):
            collected(api, flavour, method, Reply(status=204))


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("content", [b"", b": nothing yet\n\n"])
def test_a_stream_may_be_empty(api: ModuleType, method: str, content: bytes, flavour: Flavour) -> None:
    assert collected(api, flavour, method, answer(content, PROMISED[method])) == []


SEQUENCE = """
openapi: 3.2.0
info: {title: Numbers, version: "1"}
paths:
  /numbers:
    get:
      operationId: watch
      tags: [it]
      responses:
        "200":
          description: d
          content: {application/json-seq: {itemSchema: {type: [integer, boolean, string]}}}
"""


@pytest.mark.parametrize(
    ("sent", "found", "is_cut"),
    [
        (b"\x1e1\n\x1e12\n", [1, 12], False),
        (b"\x1e1\n\x1e12", [1], True),
        (b"\x1e1\x1e2\n", [], True),
        (b"\x1etrue", [], True),
        (b'\x1e"a"', ["a"], False),
        (b"\x1e1 \x1e2\r\n", [1, 2], False),
    ],
)
def test_a_number_that_no_blank_ends_may_be_cut_off(
    talk: Talk, sent: bytes, found: list[object], *, is_cut: bool
) -> None:
    it = talk(SEQUENCE, Reply(body=sent, headers={"content-type": "application/json-seq"}))
    stream = it.call("it.watch")
    assert [it.flavour.collect(stream, 1)[0] for _ in found] == found
    if not is_cut:
        assert it.flavour.collect(stream) == []
        return
    with pytest.raises(it.package.StreamError, match="may be cut off"):
        it.flavour.collect(stream)
