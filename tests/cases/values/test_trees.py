"""Numbers keep their digits in what refers to itself, and so do they on the way back."""

import json

import pytest

from tests.support.conversations import Talk
from tests.support.http_server import json_reply

DOCUMENT = """
openapi: 3.1.0
paths:
  /tree:
    put:
      operationId: putTree
      tags: [it]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}
  /holder:
    put:
      operationId: putHolder
      tags: [it]
      requestBody:
        required: true
        content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Holder'}}}}
      responses:
        "200":
          description: d
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Holder'}}}}
components:
  schemas:
    Tree:
      oneOf:
        - {type: string}
        - {type: number}
        - {type: array, items: {$ref: '#/components/schemas/Tree'}}
        - {type: object, additionalProperties: {$ref: '#/components/schemas/Tree'}}
    Lists: {type: array, items: {oneOf: [{type: number}, {$ref: '#/components/schemas/Lists'}]}}
    Holder:
      type: object
      properties: {tree: {$ref: '#/components/schemas/Tree'}, lists: {$ref: '#/components/schemas/Lists'}}
"""
LONG = 12345678901234567890
VALUES = [LONG, [LONG], {"a": LONG}, {"a": [LONG, {"b": [1.5, "x"]}]}, 0.5]


@pytest.mark.parametrize("value", VALUES, ids=str)
@pytest.mark.parametrize("strict", [False, True])
def test_digits_are_kept(talk: Talk, value: object, strict: bool) -> None:
    it = talk(DOCUMENT, lambda request: json_reply(request.json), strict_responses=strict)
    found = it.call("it.put_tree", body=value)
    assert (found, str(found)) == (value, str(value))
    assert it.request.body == json.dumps(value, separators=(",", ":")).encode()


def test_models_that_hold_them_keep_them(talk: Talk) -> None:
    given = [{"tree": {"a": [LONG]}, "lists": [LONG, [LONG, [2.5]]]}]
    it = talk(DOCUMENT, lambda request: json_reply(request.json), strict_responses=True)
    found = it.call("it.put_holder", body=given)
    assert (found[0].tree, found[0].lists) == ({"a": [LONG]}, [LONG, [LONG, [2.5]]])
    again = it.call("it.put_holder", body=found)
    assert again == found
    assert [request.json for request in it.server.requests] == [given, given]
