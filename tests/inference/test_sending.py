"""Which readOnly properties requests send all the same."""

from typing import Any

import pytest

from generator.inference.infer import infer
from generator.ir import Api, Object
from generator.type_tree import without_null
from tests.support.documents import api, at

DOCUMENT = """
paths:
  /things:
    post:
      operationId: add
      requestBody:
        content: {{application/json: {{schema: {{$ref: "#/components/schemas/Thing"}}, {examples}}}}}
      responses: {{"200": {{content: {{application/json: {{schema: {answer}}}}}}}}}
components:
  examples:
    Shared: {{value: {{owner: {{id: o1}}}}}}
  schemas:
    Thing:
      type: object
      properties:
        id: {{type: string, readOnly: true}}
        owner: {{$ref: "#/components/schemas/Owner"}}
        more: {{type: array, items: {{oneOf: [{{$ref: "#/components/schemas/Owner"}}, {{type: string}}]}}}}
        by_name: {{type: object, additionalProperties: {{$ref: "#/components/schemas/Owner"}}}}
    Owner:
      type: object
      required: [id, name]
      properties:
        id: {{type: string, readOnly: true}}
        name: {{type: string}}
        at: {{type: string, readOnly: true}}
"""
THING, NOTHING = '{$ref: "#/components/schemas/Thing"}', "{type: string}"


def shapes(examples: str = "deprecated: false", answer: str = THING) -> Api:
    """Return the document with examples of its request, inferred."""
    return infer(api(DOCUMENT.format(examples=examples, answer=answer)))


def fields(found: Api, pointer: str) -> dict[str, tuple[bool, str]]:
    """Return the fields of a named schema: whether each is required, and its access."""
    object_ = without_null(found.definitions[at(f"/components/schemas/{pointer}")].type)
    assert isinstance(object_, Object)
    return {item.name: (item.required, item.access) for item in object_.fields}


SENT = [
    "example: {owner: {id: o1, name: Ann}}",
    "example: {more: [{id: o1}]}",
    "example: {by_name: {ann: {id: o1}}}",
    "examples: {one: {value: {owner: {id: o1}}}}",
    "examples: {one: {value: {owner: {name: Ann}}}, two: {value: {owner: {id: o1}}}}",
    "examples: {one: {$ref: '#/components/examples/Shared'}}",
    """example: '{"owner": {"id": "o1"}}'""",
]


@pytest.mark.parametrize("examples", SENT)
def test_what_an_example_sends_requests_may_have(examples: str) -> None:
    found = shapes(examples)
    expected: dict[str, Any] = {"id": (False, "both"), "name": (True, "both")}
    assert fields(found, "Owner/x-oasmith-request") == expected
    assert fields(found, "Owner")["id"] == (True, "read")
    (because,) = [item.because for item in found.evidence if "'id' too" in item.conclusion]
    assert because == "an example of a request sends them"


@pytest.mark.parametrize("examples", SENT)
def test_what_is_only_sent_has_it_too(examples: str) -> None:
    assert fields(shapes(examples, NOTHING), "Owner")["id"] == (False, "both")


@pytest.mark.parametrize(
    "examples",
    [
        "example: {owner: {name: Ann}}",
        "example: {owner: o1}",
        "examples: {one: {externalValue: x.json}, two: {$ref: '#/components/examples/Missing'}}",
        "examples: [1]",
        "example: id",
    ],
)
def test_what_no_example_sends_requests_lack(examples: str) -> None:
    assert "id" not in fields(shapes(examples), "Owner/x-oasmith-request")
    assert "id" not in fields(shapes(examples, NOTHING), "Owner")


def test_what_is_optional_is_one_shape() -> None:
    found = shapes("example: {id: t1}", NOTHING)
    assert fields(found, "Thing")["id"] == (False, "both")


REFERENCES = """
paths:
  /things:
    post:
      operationId: add
      requestBody:
        content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Link"}}}}
      responses: {}
components:
  schemas:
    Base: {type: object, required: [id], properties: {id: {type: string, readOnly: true}}}
    Link:
      allOf: [{$ref: "#/components/schemas/Base"}, {properties: {kind: {const: link}%s}}]
"""


def test_what_would_be_constants_alone_has_what_it_requires() -> None:
    found = infer(api(REFERENCES % ""))
    assert fields(found, "Link") == {"id": (True, "both"), "kind": (False, "both")}
    assert fields(found, "Base") == {}
    assert "id" not in fields(infer(api(REFERENCES % ", name: {type: string}")), "Link")


def test_what_a_request_requires_itself_is_sent() -> None:
    text = """
paths:
  /things:
    post:
      operationId: add
      requestBody:
        content:
          application/json:
            schema: {allOf: [{$ref: "#/components/schemas/Base"}, {required: [id]}]}
      responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Base"}}}}}
components:
  schemas:
    Base: {type: object, properties: {id: {type: string, readOnly: true}, name: {type: string}}}
"""
    (operation,) = infer(api(text)).operations
    assert operation.body is not None
    found = infer(api(text))
    body = next(item for place, item in found.definitions.items() if "requestBody" in place.pointer)
    assert isinstance(body.type, Object)
    assert [(item.name, item.required, item.access) for item in body.type.fields] == [
        ("id", True, "both"),
        ("name", False, "both"),
    ]
    assert fields(found, "Base")["id"] == (False, "read")
