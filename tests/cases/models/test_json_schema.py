"""What models say of themselves in JSON Schema: what the document says of them."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, create_model

from tests.conftest import Build
from tests.support.conversations import document

DOCUMENT = document(
    """
/things/{id}:
  get:
    operationId: getThing
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
""",
    """
Cat:
  type: object
  required: [kind]
  properties: {kind: {type: string, const: cat}, name: {type: string}}
Dog:
  type: object
  required: [kind]
  properties: {kind: {type: string, const: dog}, name: {type: string}}
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind}
Animal:
  type: object
  required: [sort]
  properties: {sort: {type: string}}
  discriminator: {propertyName: sort, mapping: {bird: '#/components/schemas/Bird'}}
Bird:
  allOf:
  - {$ref: '#/components/schemas/Animal'}
  - {type: object, properties: {wings: {type: integer}}}
Leaf: {type: object, properties: {text: {type: string}, of: {$ref: '#/components/schemas/Tree'}}}
Branch: {type: object, properties: {size: {type: integer}, of: {$ref: '#/components/schemas/Tree'}}}
Tree: {oneOf: [{$ref: '#/components/schemas/Leaf'}, {$ref: '#/components/schemas/Branch'}]}
Thing:
  type: object
  properties:
    pet: {$ref: '#/components/schemas/Pet'}
    pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    animal: {$ref: '#/components/schemas/Animal'}
    tree: {$ref: '#/components/schemas/Tree'}
    at: {type: string, format: date-time}
    day: {type: string, format: date}
    hour: {type: string, format: time}
    span: {type: string, format: duration}
    price: {type: string, format: decimal}
    known: {type: string, format: uuid}
""",
)
FORMATS = {
    "at": "date-time",
    "day": "date",
    "hour": "time",
    "span": "duration",
    "price": "decimal",
    "known": "uuid",
}


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize(
    "data",
    [
        {"pet": {"kind": "cat", "name": "Tom"}, "pets": [{"kind": "dog"}]},
        {"animal": {"sort": "bird", "wings": 2}},
        {"animal": {"sort": "other"}},
        {"tree": {"of": {"of": {}}}},
    ],
)
def test_what_the_document_allows_is_valid(data: dict[str, Any], mode: Any, build: Build) -> None:
    thing = build(DOCUMENT).models.Thing
    written = json.loads(thing.model_validate(data).model_dump_json(by_alias=True, exclude_unset=True))
    assert written == data
    for schema in (thing.model_json_schema(mode=mode), TypeAdapter(list[thing]).json_schema(mode=mode)):
        instance = data if schema["type"] == "object" else [data]
        assert [*Draft202012Validator(schema).iter_errors(instance)] == []


def test_what_the_document_does_not_know_is_not_told_of(build: Build) -> None:
    thing = build(DOCUMENT).models.Thing
    schema = thing.model_json_schema()
    pet = schema["properties"]["pet"]["anyOf"]
    assert [item.get("$ref", item.get("type")) for item in pet] == ["#/$defs/Cat", "#/$defs/Dog", "null"]
    assert "UnknownVariant" not in schema["$defs"]
    assert [*Draft202012Validator(schema).iter_errors({"pet": {"kind": "fish"}})]


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_formats_are_those_of_the_document(mode: Any, build: Build) -> None:
    thing = build(DOCUMENT).models.Thing

    own = create_model("Own", thing=(thing, ...))
    properties = thing.model_json_schema(mode=mode)["properties"]
    assert own.model_json_schema(mode=mode)["$defs"]["Thing"]["properties"] == properties
    for name, format_ in FORMATS.items():
        told = [item for item in properties[name]["anyOf"] if item["type"] == "string"]
        assert told == [{"type": "string", "format": format_}]
