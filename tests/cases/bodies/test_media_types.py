"""Bodies of several media types: an overload for each form, and the right bytes under the right name."""

import io
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Notes, version: "1"}
paths:
  /notes:
    post:
      operationId: create_note
      tags: [Notes]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Note"}}
          application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Note"}}
          text/plain: {schema: {type: string}}
          application/octet-stream: {}
      responses: {"204": {description: Done}}
  /notes/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    put:
      operationId: replace_note
      tags: [Notes]
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: "#/components/schemas/Note"}}
          application/merge-patch+json: {schema: {$ref: "#/components/schemas/Note"}}
      responses: {"204": {description: Done}}
  /notes/{id}/picture:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    put:
      operationId: put_note_picture
      tags: [Notes]
      requestBody: {content: {"image/*": {schema: {type: string, format: binary}}}}
      responses: {"204": {description: Done}}
components:
  schemas:
    Note:
      type: object
      required: [text]
      properties: {text: {type: string}, tags: {type: array, items: {type: string}}}
"""


@pytest.fixture
def server() -> Any:
    with HttpServer(lambda _: Reply(status=204)) as server:
        yield server


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


@pytest.mark.parametrize(
    ("arguments", "media_type", "sent"),
    [
        ({"text": "a"}, "application/json", b'{"text":"a"}'),
        (
            {"text": "a", "tags": ["b", "c"], "content_type": "application/x-www-form-urlencoded"},
            "application/x-www-form-urlencoded",
            b"text=a&tags=b&tags=c",
        ),
        ({"body": "a", "content_type": "text/plain"}, "text/plain; charset=utf-8", b"a"),
        ({"body": b"\0", "content_type": "application/octet-stream"}, "application/octet-stream", b"\0"),
        ({"body": {"text": "whole"}}, "application/json", b'{"text":"whole"}'),
    ],
)
def test_the_media_type_decides_what_is_sent(
    api: ModuleType,
    server: HttpServer,
    flavour: Flavour,
    arguments: dict[str, Any],
    media_type: str,
    sent: bytes,
) -> None:
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
    flavour.call(client.notes.create, **arguments)
    (request,) = server.requests
    assert (request.headers["content-type"], request.body) == (media_type, sent)


def test_media_types_of_one_schema_need_no_overloads(
    api: ModuleType, server: HttpServer, flavour: Flavour
) -> None:
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
    flavour.call(client.notes.replace, "1", text="a", content_type="application/merge-patch+json")
    (request,) = server.requests
    assert (request.headers["content-type"], request.body) == (
        "application/merge-patch+json",
        b'{"text":"a"}',
    )


def test_of_a_range_any_media_type_can_be_sent(api: ModuleType, server: HttpServer, flavour: Flavour) -> None:
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
    flavour.call(client.notes.put_picture, "1", body=b"png", content_type="image/png")
    flavour.call(client.notes.put_picture, "1", body=b"any")
    assert [request.headers["content-type"] for request in server.requests] == [
        "image/png",
        "application/octet-stream",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({}, "text is missing"),
        ({"text": "a", "body": "b"}, "text is given twice"),
        (
            {"body": "a", "content_type": "text/csv"},
            "takes no body of text/csv, but of application/json, application/x-www-form-urlencoded",
        ),
    ],
)
def test_what_cannot_be_sent_is_refused(api: ModuleType, arguments: dict[str, Any], message: str) -> None:
    client = api.ApiClient(base_url="https://api.test")
    with pytest.raises(api.InvalidRequestError, match=message):
        client.notes.create(**arguments)


PATCHES = """\
openapi: 3.1.0
paths:
  /notes/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    patch:
      operationId: patch_note
      tags: [Notes]
      requestBody:
        required: true
        content:
          application/json-patch+json:
            schema: {type: array, items: {type: object, properties: {op: {type: string}}}}
          application/merge-patch+json: {schema: {type: object, additionalProperties: true}}
          text/csv: {schema: {type: string}}
          application/octet-stream: {}
      responses: {"204": {description: Done}}
"""


@pytest.mark.parametrize(
    ("body", "media_type", "fitting"),
    [
        (
            {"op": "add"},
            "application/json-patch+json",
            "takes an object as application/merge-patch+json, not",
        ),
        ([{"op": "add"}], None, "takes a list as application/json-patch+json, not as"),
        (b"a", None, "takes bytes as text/csv or application/octet-stream, not"),
        (io.BytesIO(b"a"), None, "takes BytesIO as application/octet-stream, not as"),
        ([{"op": "add"}], "application/merge-patch+json", "takes a list as application/json-patch+json, not"),
        (["a"], "text/csv", "takes a list as application/json-patch+json, not as text/csv"),
        ([b"a", b"b"], "application/octet-stream", None),
        (io.BytesIO(b"a"), "application/octet-stream", None),
        # What has the shape of the thing is the usual patch, not a list of changes.
        ({"op": "add"}, None, None),
        ([{"op": "add"}], "application/json-patch+json", None),
        ({"op": "add"}, "application/merge-patch+json", None),
        (b"a", "text/csv", None),
        (1, "text/csv", None),
    ],
)
def test_what_is_a_body_in_another_media_type_only_is_none(
    build: Build, server: HttpServer, flavour: Flavour, body: Any, media_type: str | None, fitting: str | None
) -> None:
    package = build(PATCHES)
    client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
    chosen = {} if media_type is None else {"content_type": media_type}
    if fitting is None:
        flavour.call(client.notes.patch, "1", body=body, **chosen)
        return
    with pytest.raises(package.InvalidRequestError, match=re.escape(fitting)):
        flavour.call(client.notes.patch, "1", body=body, **chosen)
    assert not server.requests


def test_a_text_that_an_object_may_be_is_one(build: Build, server: HttpServer, flavour: Flavour) -> None:
    """One of a few texts, beside another media type that takes any text."""
    package = build("""\
openapi: 3.1.0
paths:
  /modes:
    put:
      operationId: set
      tags: [modes]
      requestBody:
        required: true
        content:
          application/json:
            schema: {oneOf: [{type: object, properties: {a: {type: integer}}}, {type: string, const: auto}]}
          text/plain: {schema: {type: string}}
      responses: {"204": {description: Done}}
""")
    client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
    flavour.call(client.modes.set, body="auto")
    assert server.requests[-1].body == b'"auto"'


def test_type_checkers_know_each_form(api: ModuleType) -> None:
    source = (Path(api.__file__ or "").parent / "_sync" / "notes.py").read_text("utf-8")
    assert source.count("@overload") == 3
    assert 'content_type: Literal["text/plain"],' in source
    assert (
        'content_type: Literal[\n            "application/json", "application/x-www-form-urlencoded"\n'
        '        ] = "application/json",'
    ) in source


def test_a_required_property_of_another_wire_name_is_found(
    build: Build, server: HttpServer, flavour: Flavour
) -> None:
    package = build("""\
openapi: 3.0.3
paths:
  /pets:
    post:
      operationId: add
      tags: [pets]
      requestBody:
        required: true
        content:
          application/json: {schema: &pet {type: object, required: [photoUrls], properties: {photoUrls: {}}}}
          application/xml: {schema: *pet}
""")
    client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
    flavour.call(client.pets.add, photo_urls=["a"])
    assert server.requests[-1].body == b'{"photoUrls":["a"]}'
    with pytest.raises(package.InvalidRequestError, match="photo_urls is missing"):
        flavour.call(client.pets.add)
