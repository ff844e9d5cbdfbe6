"""Traps on the way out: what a request says must be what the document and the caller mean."""

from email import message_from_bytes
from email.message import Message
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

DONE = Reply(status=204)
SEARCH = document("""
/things:
  get:
    operationId: list_things
    tags: [Things]
    parameters:
      - name: page
        in: query
        style: deepObject
        explode: true
        schema: {type: object, properties: {size: {type: integer}, after: {type: string}}}
      - name: filter
        in: query
        style: deepObject
        explode: true
        schema:
          type: object
          properties:
            status: {type: array, items: {type: string}}
            created: {type: object, properties: {period: {type: string}}}
    responses: {"204": {description: Done}}
""")


def test_trap_01_deep_objects_keep_their_brackets(talk: Talk) -> None:
    things = talk(SEARCH, DONE)
    things.call(
        "things.list",
        page={"size": 10, "after": "x"},
        filter={"status": ["a", "b"], "created": {"period": "1d"}},
    )
    assert sorted(things.request.query) == [
        ("filter[created][period]", "1d"),
        ("filter[status]", "a"),
        ("filter[status]", "b"),
        ("page[after]", "x"),
        ("page[size]", "10"),
    ]


def test_trap_01_deep_objects_as_arguments_of_their_own(talk: Talk) -> None:
    things = talk(SEARCH, DONE, {"flatten": True})
    things.call("things.list", size=10, status=["a"])
    assert things.request.query == [("page[size]", "10"), ("filter[status]", "a")]


NULLS = document("""
/things/{id}:
  patch:
    operationId: update_thing
    tags: [Things]
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    requestBody:
      required: true
      content:
        application/json:
          schema:
            type: object
            properties:
              name: {type: [string, "null"]}
              size: {type: [integer, "null"]}
    responses: {"204": {description: Done}}
""")


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [({}, {}), ({"name": None}, {"name": None}), ({"name": "a", "size": None}, {"name": "a", "size": None})],
)
def test_trap_11_null_is_sent_and_absence_is_not(
    arguments: dict[str, Any], sent: dict[str, Any], talk: Talk
) -> None:
    things = talk(NULLS, DONE)
    things.call("things.update", "1", **arguments)
    assert things.request.json == sent


SECURE = document(
    """
/things:
  get: {operationId: list_things, tags: [Things], responses: {"204": {description: Done}}}
/public:
  get: {operationId: get_public, tags: [Things], security: [], responses: {"204": {description: Done}}}
/both:
  get:
    operationId: get_both
    tags: [Things]
    security: [{queryKey: [], cookieKey: []}]
    responses: {"204": {description: Done}}
""",
    more="""
security: [{bearer: []}, {headerKey: []}]
components:
  securitySchemes:
    bearer: {type: http, scheme: bearer}
    headerKey: {type: apiKey, in: header, name: X-Key}
    queryKey: {type: apiKey, in: query, name: api_key}
    cookieKey: {type: apiKey, in: cookie, name: session}
""",
)
KEYS = {"bearer": "b&", "header_key": "h", "query_key": "q&", "cookie_key": "c"}


@pytest.mark.parametrize(
    ("given", "method", "sent"),
    [
        (KEYS, "things.list", {"authorization": "Bearer b&"}),
        ({"header_key": "h"}, "things.list", {"x-key": "h"}),
        (KEYS, "things.get_public", {}),
        (KEYS, "things.get_both", {"cookie": "session=c", "query": "api_key=q%26"}),
    ],
)
def test_trap_17_one_alternative_is_sent_wherever_it_travels(
    given: dict[str, str], method: str, sent: dict[str, str], talk: Talk
) -> None:
    things = talk(SECURE, DONE, **given)
    things.call(method)
    request = things.request
    found = {name: request.headers[name] for name in ("authorization", "x-key", "cookie")}
    found["query"] = request.raw_query or None
    assert {name: value for name, value in found.items() if value is not None} == sent


UPLOAD = document("""
/uploads:
  post:
    operationId: create_upload
    tags: [Uploads]
    requestBody:
      required: true
      content:
        multipart/form-data:
          schema:
            type: object
            required: [title, files]
            properties:
              title: {type: string}
              tags: {type: array, items: {type: string}}
              details: {type: object, properties: {size: {type: integer}}}
              note: {type: string}
              files: {type: array, items: {type: string, format: binary}}
          encoding:
            note: {contentType: text/markdown}
            files: {contentType: image/png}
    responses: {"204": {description: Done}}
""")


def test_trap_18_each_part_has_its_own_content_type(talk: Talk) -> None:
    uploads = talk(UPLOAD, DONE)
    uploads.call(
        "uploads.create",
        title="A",
        tags=["x", "y"],
        details={"size": 1},
        note="# Hi",
        files=[b"\x89PNG\r\n--", b"\0"],
    )
    request = uploads.request
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    parts: list[Message] = message_from_bytes(head + request.body).get_payload()  # type: ignore[assignment]
    found = [
        (
            part.get_param("name", header="content-disposition"),
            part.get_content_type() if part["content-type"] else None,
            part.get_filename() is not None,
            part.get_payload(decode=True),
        )
        for part in parts
    ]
    assert sorted(found, key=lambda part: str(part[0])) == [
        ("details", "application/json", False, b'{"size": 1}'),
        ("files", "image/png", True, b"\x89PNG\r\n--"),
        ("files", "image/png", True, b"\0"),
        ("note", "text/markdown", False, b"# Hi"),
        ("tags", None, False, b"x"),
        ("tags", None, False, b"y"),
        ("title", None, False, b"A"),
    ]


RAW = document("""
/raw:
  put:
    operationId: put_raw
    tags: [Raw]
    requestBody: {required: true, content: {MEDIA: {schema: {type: string}}}}
    responses: {"204": {description: Done}}
""")


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", "application/vnd.acme.thing"])
def test_trap_20_a_body_of_any_media_type_is_sent(media_type: str, talk: Talk) -> None:
    raw = talk(RAW.replace("MEDIA", media_type), DONE)
    raw.call("raw.put", body="<a>é</a>")
    assert raw.request.headers["content-type"].partition(";")[0] == media_type
    assert raw.request.body == "<a>é</a>".encode()


VALUES = document(
    """
/things/{names}/{kind}:
  get:
    operationId: get_things
    tags: [Things]
    parameters:
      - {name: names, in: path, required: true, schema: {type: array, items: {type: string}}}
      - {name: kind, in: path, required: true, schema: {$ref: "#/components/schemas/Kind"}}
      - {name: kinds, in: query, schema: {type: array, items: {$ref: "#/components/schemas/Kind"}}}
      - {name: deep, in: query, schema: {type: boolean}}
      - {name: since, in: query, schema: {type: string, format: date-time}}
      - {name: X-Deep, in: header, schema: {type: boolean}}
    responses: {"204": {description: Done}}
""",
    "Kind: {type: string, enum: [small, large]}",
)


def test_trap_32_no_spelling_of_python_is_sent(talk: Talk) -> None:
    things = talk(VALUES, DONE)
    kind = things.package.models.Kind
    things.call(
        "things.get", ["a", "b/c"], kind.SMALL, kinds=[kind.SMALL, kind.LARGE], deep=True, x_deep=False
    )
    assert things.request.raw_path == "/things/a,b%2Fc/small"
    assert things.request.query == [("kinds", "small"), ("kinds", "large"), ("deep", "true")]
    assert things.request.headers["x-deep"] == "false"


@pytest.mark.parametrize("name", ["..", "."])
def test_trap_32_nothing_leaves_its_place_in_the_path(name: str, talk: Talk) -> None:
    things = talk(VALUES, DONE)
    with pytest.raises(things.package.InvalidRequestError):
        things.call("things.get", [name], "small")
    things.call("things.get", ["../%2e"], "?#")
    assert things.targets == ["GET /things/..%2F%252e/%3F%23"]
