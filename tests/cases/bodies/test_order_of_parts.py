"""Parts come in the document's order, files last: servers that read a form as it comes need that."""

import re
from itertools import permutations
from types import ModuleType
from typing import Any

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Forms, version: "1"}
paths:
  /files:
    post:
      operationId: create_file
      tags: [Files]
      requestBody:
        required: IS_NEEDED
        content: {multipart/form-data: {schema: {$ref: "#/components/schemas/NewFile"}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    NewFile:
      type: object
      required: [title, attributes]
      properties:
        attributes: {type: object, properties: {name: {type: string}}}
        file: {type: string, format: binary}
        again: {type: array, items: {type: string, format: binary}}
        sizeOf: {type: integer}
        title: {type: string}
"""
VALUES = {"size_of": 1, "file": b"f", "attributes": {"name": "n"}, "title": "t"}
FILES = {"again", "file"}
ORDER = ["title", "attributes", "sizeOf", "file"]


def build_api(build: Build, *, is_needed: bool) -> ModuleType:
    return build(DOCUMENT.replace("IS_NEEDED", str(is_needed).lower()))


def parts_of(api: ModuleType, flavour: Flavour, *args: Any, **kwargs: Any) -> list[str]:
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        flavour.call(client.files.create, *args, **kwargs)
        return re.findall(r'form-data; name="(\w+)"', server.requests[0].body.decode())


def test_parts_come_in_the_order_of_the_document(build: Build, flavour: Flavour) -> None:
    api = build_api(build, is_needed=True)
    for names in permutations(VALUES):
        assert parts_of(api, flavour, **{name: VALUES[name] for name in names}) == ORDER


def test_so_do_those_of_a_body_that_is_given_as_a_whole(build: Build, flavour: Flavour) -> None:
    api = build_api(build, is_needed=False)
    given = {"further": "x", "file": b"f", "again": [b"1", b"2"], "sizeOf": 1}
    given |= {"attributes": {"name": "n"}, "title": "t"}
    expected = ["title", "attributes", "sizeOf", "again", "again", "file", "further"]
    assert parts_of(api, flavour, body=given) == expected
    model = api.models.NewFile(**{name: value for name, value in given.items() if name not in FILES})
    assert parts_of(api, flavour, body=model) == [name for name in expected if name not in FILES]


def test_what_the_document_lacks_comes_last(build: Build, flavour: Flavour) -> None:
    api = build_api(build, is_needed=True)
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        flavour.call(client.with_options(body={"a": "x"}).files.create, **VALUES)
        found = re.findall(r'form-data; name="(\w+)"', server.requests[0].body.decode())
    assert found == [*ORDER, "a"]
