"""Response headers: decoded as the document describes them, beside the result."""

from types import ModuleType

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, json_reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets/{id}:
    get:
      operationId: get_pet
      tags: [Pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: It
          headers:
            X-Remaining: {description: Calls left, schema: {type: integer}}
            X-Reset: {schema: {type: string, format: date-time}}
            X-Kinds: {schema: {type: array, items: {type: integer}}}
            X-State: {schema: {type: string, enum: [new, old]}}
            X-Broken: {schema: {type: integer}}
            X-Missing: {schema: {type: integer}}
          content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
"""
HEADERS = {
    "x-remaining": "7",
    "x-reset": "2026-01-02T03:04:05Z",
    "x-kinds": "1, 2",
    "x-state": "newer",
    "x-broken": "none",
    "x-other": "o",
}


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def test_headers_come_with_the_result(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply({"name": "Rex"}, headers=HEADERS)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        answer = flavour.call(client.with_response(client.pets.get), "1")
        again = flavour.call(client.pets.get, "1")
    assert answer.value == again
    assert (answer.response.status, answer.response.headers["x-other"]) == (200, "o")
    reset = answer.headers["X-Reset"]
    assert (reset.year, reset.utcoffset().total_seconds()) == (2026, 0)
    assert {name: value for name, value in answer.headers.items() if name != "X-Reset"} == {
        "X-Remaining": 7,
        "X-Kinds": [1, 2],
        "X-State": "newer",
        "X-Broken": "none",
    }


def test_errors_are_raised_as_ever(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply({}, status=404, headers={"x-reason": "gone"})) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        with pytest.raises(api.NotFoundError) as caught:
            flavour.call(client.with_response(client.pets.get), "1")
    assert caught.value.response.headers["x-reason"] == "gone"


def test_what_is_no_method_of_a_client_is_refused(api: ModuleType) -> None:
    client = api.ApiClient(base_url="https://api.test")
    with pytest.raises(TypeError, match="no method of a client"):
        client.with_response(len)([1])
