"""Further properties with a type of their own beside declared ones."""

from types import ModuleType

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Trees, version: "1"}
paths:
  /tree:
    get:
      operationId: get_tree
      tags: [Trees]
      responses:
        "200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}}
    put:
      operationId: put_tree
      tags: [Trees]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}
      responses: {"204": {description: Done}}
components:
  schemas:
    Tree:
      type: object
      required: [name]
      properties: {name: {type: string}}
      additionalProperties: {$ref: "#/components/schemas/Tree"}
"""


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def test_further_properties_are_decoded(api: ModuleType, flavour: Flavour) -> None:
    tree = {"name": "root", "left": {"name": "leaf", "x-small": {"name": "bud"}}}
    with HttpServer(lambda _: json_reply(tree)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=True)
        found = flavour.call(client.trees.get)
    left = found.model_extra["left"]
    assert (type(left), left.name, left.model_extra["x-small"].name) == (api.models.Tree, "leaf", "bud")


def test_further_properties_are_sent(api: ModuleType, flavour: Flavour) -> None:
    tree = api.models.Tree(name="root", **{"a b": api.models.Tree(name="leaf")})
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        flavour.call(client.trees.put, body=tree)
    assert server.requests[0].json == {"name": "root", "a b": {"name": "leaf"}}


def test_what_is_not_of_the_type_is_kept_as_it_is(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply({"name": "root", "left": 1, "right": {"name": "leaf"}})) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        found = flavour.call(client.trees.get)
    assert (found.name, found.model_extra["left"]) == ("root", 1)
    assert found.model_extra["right"].name == "leaf"
