"""Bodies and answers of other formats than JSON: honoured, or as they are; no other by their name."""

from collections.abc import Iterator
from io import BytesIO
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.cases.bodies.test_parts import headers, parts_of
from tests.support.conversations import document, made_package
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply

OBJECT = "{type: object, properties: {a: {type: integer}}}"
SCALARS = {
    "count": "{type: integer}",
    "ratio": "{type: number}",
    "flag": "{type: boolean}",
    "day": "{type: string, format: date}",
    "moment": "{type: string, format: date-time}",
    "level": '{$ref: "#/components/schemas/Level"}',
    "word": "{type: string}",
}
PATHS = "".join(
    f"""
/{name}:
  put:
    operationId: put_{name}
    tags: [Formats]
    requestBody: {{required: true, content: {{text/plain: {{schema: {schema}}}}}}}
    responses: {{"200": {{description: It, content: {{text/plain: {{schema: {schema}}}}}}}}}
"""
    for name, schema in SCALARS.items()
)
PATHS += f"""
/xml:
  put:
    operationId: put_xml
    tags: [Formats]
    requestBody: {{required: true, content: {{application/xml: {{schema: {OBJECT}}}}}}}
    responses: {{"200": {{description: It, content: {{application/xml: {{schema: {OBJECT}}}}}}}}}
/cbor:
  put:
    operationId: put_cbor
    tags: [Formats]
    requestBody: {{required: true, content: {{application/cbor: {{schema: {OBJECT}}}}}}}
    responses: {{"200": {{description: It, content: {{application/cbor: {{schema: {OBJECT}}}}}}}}}
/image:
  put:
    operationId: put_image
    tags: [Formats]
    requestBody: {{content: {{"image/*": {{}}}}}}
    responses: {{"204": {{description: Done}}}}
/pictures:
  put:
    operationId: put_picture
    tags: [Formats]
    requestBody: {{content: {{image/jpeg: {{}}, image/png: {{}}}}}}
    responses: {{"204": {{description: Done}}}}
/anything:
  post:
    operationId: send_anything
    tags: [Formats]
    requestBody:
      required: true
      content:
        "*/*": {{schema: {OBJECT}}}
        multipart/form-data:
          schema: {{type: object, required: [file], properties: {{file: {{type: string, format: binary}}}}}}
    responses: {{"204": {{description: Done}}}}
/table:
  post:
    operationId: send_table
    tags: [Formats]
    requestBody:
      required: true
      content:
        application/json: {{schema: {OBJECT}}}
        text/csv: {{}}
        "*/*": {{schema: {OBJECT}}}
    responses: {{"204": {{description: Done}}}}
/form:
  post:
    operationId: send_form
    tags: [Formats]
    requestBody:
      required: true
      content:
        MEDIA:
          schema: &form
            type: object
            properties:
              tags: {{type: array, items: {{type: string}}}}
              piped: {{type: array, items: {{type: string}}}}
              usual: {{type: array, items: {{type: string}}}}
              spread: {{type: object, additionalProperties: {{type: string}}}}
              deep: {{type: object, additionalProperties: {{type: string}}}}
              rows: {{type: array, items: {OBJECT}}}
              xml: {OBJECT}
              files: {{type: array, items: {{type: string, format: binary}}}}
          encoding: &encoding
            tags: {{explode: false}}
            piped: {{style: pipeDelimited}}
            spread: {{style: form, explode: true}}
            deep: {{style: deepObject, explode: true}}
            files: {{style: form}}
            XML
    responses: {{"204": {{description: Done}}}}
/headers:
  get:
    operationId: get_headers
    tags: [Formats]
    responses:
      "200":
        description: It
        headers:
          X-Page: {{content: {{application/json: {{schema: {OBJECT}}}}}}}
          X-List: {{content: {{application/json: {{schema: {{type: array, items: {{type: integer}}}}}}}}}}
          X-Xml: {{content: {{application/xml: {{schema: {OBJECT}}}}}}}
"""
MULTIPART = "xml: {contentType: application/xml}\n            usual: {allowReserved: true}\n"
FORM = PATHS.replace("MEDIA", "multipart/form-data").replace("XML\n", MULTIPART)
URLENCODED = PATHS.replace("MEDIA", "application/x-www-form-urlencoded").replace("            XML\n", "")
DONE = Reply(status=204)
SCHEMAS = "Level: {type: integer, enum: [1, 2]}"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with _package(FORM, "formats", tmp_path_factory) as package:
        yield package


@pytest.fixture(scope="module")
def urlencoded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with _package(URLENCODED, "urlencoded", tmp_path_factory) as package:
        yield package


def _package(paths: str, name: str, folders: pytest.TempPathFactory) -> Any:
    source = folders.mktemp("document") / "openapi.yaml"
    source.write_text(document(paths, SCHEMAS), "utf-8")
    return made_package(source, folders, name)


def exchanged(
    api: ModuleType, flavour: Flavour, method: str, reply: Reply = DONE, **arguments: Any
) -> tuple[Any, RecordedRequest]:
    """Return what a call gives, and what it sent."""
    with HttpServer(lambda _: reply) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        found = flavour.call(getattr(client.formats, method), **arguments)
    return found, server.requests[-1]


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("count", "7", "7"),
        ("ratio", "1.5", "1.5"),
        ("flag", "true", "True"),
        ("day", "2026-01-02", "datetime.date(2026, 1, 2)"),
        ("level", "2", "<Level"),
        ("word", "7", "'7'"),
    ],
)
def test_plain_text_of_a_single_value_is_that_value(
    api: ModuleType, flavour: Flavour, name: str, text: str, shown: str
) -> None:
    reply = Reply(body=f"{text}\n".encode() if name != "word" else text.encode())
    answered, _ = exchanged(api, flavour, f"put_{name}", reply, body=text)
    assert repr(answered).startswith(shown)
    _, request = exchanged(api, flavour, f"put_{name}", reply, body=answered)
    assert (request.headers["content-type"], request.body) == ("text/plain; charset=utf-8", text.encode())


def test_a_moment_is_read_and_sent(api: ModuleType, flavour: Flavour) -> None:
    reply = Reply(body=b"2026-01-02T03:04:05Z")
    answered, _ = exchanged(api, flavour, "put_moment", reply, body="x")
    _, request = exchanged(api, flavour, "put_moment", reply, body=answered)
    assert (answered.year, request.body) == (2026, b"2026-01-02T03:04:05Z")


def test_text_that_is_no_such_value_is_kept_and_reported(
    api: ModuleType, flavour: Flavour, caplog: pytest.LogCaptureFixture
) -> None:
    answered, _ = exchanged(api, flavour, "put_count", Reply(body=b"many"), body=1)
    assert answered == "many"
    assert "not what the document says" in caplog.text


@pytest.mark.parametrize("name", ["xml", "cbor", "count"])
@pytest.mark.parametrize("value", [{"a": 1}, [1], None])
def test_what_is_not_written_is_not_sent_as_something_else(
    api: ModuleType, flavour: Flavour, name: str, value: Any
) -> None:
    with pytest.raises(api.InvalidRequestError, match="is given as"):
        exchanged(api, flavour, f"put_{name}", body=value)


def test_formats_that_are_not_read_are_as_they_are(api: ModuleType, flavour: Flavour) -> None:
    answered, request = exchanged(api, flavour, "put_xml", Reply(body="<é/>".encode()), body="<é/>")
    assert (answered, request.body) == ("<é/>", "<é/>".encode())
    assert request.headers["content-type"] == "application/xml; charset=utf-8"
    answered, request = exchanged(api, flavour, "put_cbor", Reply(body=b"\xa1\xff"), body=b"\xa1\xff")
    assert (answered, request.body) == (b"\xa1\xff", b"\xa1\xff")


# --- files are sent as what they are ---


def named(content: bytes, name: str) -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


@pytest.mark.parametrize(
    ("method", "give", "asked", "media_type"),
    [
        ("put_image", lambda api: api.File(b"1", "a.png"), None, "image/png"),
        ("put_image", lambda api: api.File(b"1", "a.png", "image/webp"), None, "image/webp"),
        ("put_image", lambda api: api.File(b"1", "a.png"), "image/gif", "image/gif"),
        ("put_image", lambda api: api.File(b"1", "a.txt"), None, "application/octet-stream"),
        ("put_image", lambda _: named(b"1", "/x/a.jpeg"), None, "image/jpeg"),
        ("put_image", lambda _: b"1", None, "application/octet-stream"),
        ("put_image", lambda _: b"1", "image/png", "image/png"),
        ("put_picture", lambda api: api.File(b"1", "a.png"), None, "image/png"),
        ("put_picture", lambda api: api.File(b"1", "a.gif"), None, "image/jpeg"),
        ("put_picture", lambda _: named(b"1", "a.png"), None, "image/png"),
        ("put_picture", lambda _: b"1", None, "image/jpeg"),
    ],
)
def test_a_file_is_sent_as_what_it_is(
    api: ModuleType, flavour: Flavour, method: str, give: Any, asked: str | None, media_type: str
) -> None:
    arguments = {"content_type": asked} if asked else {}
    _, request = exchanged(api, flavour, method, body=give(api), **arguments)
    assert (request.headers["content-type"], request.body) == (media_type, b"1")


def test_what_is_said_exactly_comes_before_what_may_be_anything(api: ModuleType, flavour: Flavour) -> None:
    _, request = exchanged(api, flavour, "send_anything", file=b"1")
    assert request.headers["content-type"].startswith("multipart/form-data")
    _, other = exchanged(api, flavour, "send_anything", body={"a": 1}, content_type="application/json")
    assert (other.headers["content-type"], other.json) == ("application/json", {"a": 1})


def test_a_range_does_not_take_what_is_said_exactly(api: ModuleType, flavour: Flavour) -> None:
    _, request = exchanged(api, flavour, "send_table", body="a,b", content_type="text/csv")
    assert (request.headers["content-type"], request.body) == ("text/csv; charset=utf-8", b"a,b")
    _, other = exchanged(api, flavour, "send_table", a=1, content_type="application/vnd.acme+json")
    assert (other.headers["content-type"], other.json) == ("application/vnd.acme+json", {"a": 1})


# --- how properties travel ---

PROPERTIES: dict[str, Any] = {
    "tags": ["a", "b&c"],
    "piped": ["d", "e"],
    "usual": ["f%41", "g"],
    "spread": {"k": "h=%41", "l": "i"},
    "deep": {"m": "j"},
    "rows": [{"a": 1}, {"a": 2}],
}
PAIRS = [
    ("tags", "a,b&c"),
    ("piped", "d|e"),
    ("usual", "f%41"),
    ("usual", "g"),
    ("k", "h=%41"),
    ("l", "i"),
    ("deep[m]", "j"),
]


def test_parts_have_their_styles(api: ModuleType, flavour: Flavour) -> None:
    _, request = exchanged(api, flavour, "send_form", **PROPERTIES, files=[b"1", b"2"])
    parts = parts_of(request)
    found = [(part.get_param("name", header="content-disposition"), part.get_payload()) for part in parts]
    rows = [("rows", '{"a": 1}'), ("rows", '{"a": 2}')]
    assert sorted(found) == sorted([*PAIRS, *rows, ("files", "1"), ("files", "2")])
    styled = [part for part, (name, _) in zip(parts, found, strict=True) if name not in {"rows", "files"}]
    assert [headers(part) for part in styled] == [{}] * len(PAIRS)


def test_pairs_have_their_styles(urlencoded: ModuleType, flavour: Flavour) -> None:
    _, request = exchanged(urlencoded, flavour, "send_form", **PROPERTIES)
    rows = [("rows", '{"a":1}'), ("rows", '{"a":2}')]
    assert sorted(parse_qsl(request.body.decode())) == sorted([*PAIRS, *rows])


def test_a_part_is_not_json_by_another_name(api: ModuleType, flavour: Flavour) -> None:
    with pytest.raises(api.InvalidRequestError, match="the part 'xml': it is sent as application/xml"):
        exchanged(api, flavour, "send_form", xml={"a": 1})
    _, request = exchanged(api, flavour, "send_form", xml="<a>1</a>")
    (part,) = parts_of(request)
    assert (part.get_content_type(), part.get_payload()) == ("application/xml", "<a>1</a>")


def test_headers_of_json_are_read(api: ModuleType, flavour: Flavour) -> None:
    sent = {"x-page": '{"a": 1, "b": "x,y"}', "x-list": "[1, 2]", "x-xml": "<a>1</a>"}
    with HttpServer(lambda _: Reply(headers=sent)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        found = flavour.call(client.with_response(client.formats.get_headers)).headers
    assert (found["X-Page"].a, found["X-Page"].b) == (1, "x,y")
    assert (found["X-List"], found["X-Xml"]) == ([1, 2], "<a>1</a>")


def test_a_header_that_is_no_json_is_text(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: Reply(headers={"x-page": "a=1"})) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        assert flavour.call(client.with_response(client.formats.get_headers)).headers == {"X-Page": "a=1"}
