"""Unions: which variant a value is, where no discriminator says so."""

from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import document
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, json_reply

PATHS = """\
/it:
  get:
    operationId: get_it
    tags: [Things]
    responses:
      "200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}}
"""
VALUES = """\
It:
  type: object
  required: [level]
  properties: {level: {oneOf: [{const: 1}, {const: true}, {const: auto}]}}
"""


def answered(api: ModuleType, flavour: Flavour, value: Any, *, strict: bool = True) -> Any:
    """Return what a call gives that the server answers with a value."""
    with HttpServer(lambda _: json_reply(value)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=strict)
        return flavour.call(client.things.get_it)


@pytest.mark.parametrize("level", [1, True, "auto"])
def test_one_and_true_are_two_constants(build: Build, flavour: Flavour, level: Any) -> None:
    found = answered(build(document(PATHS, VALUES)), flavour, {"level": level}).level
    assert (type(found), found) == (type(level), level)
