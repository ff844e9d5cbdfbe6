"""What requests and responses have of one schema."""

import pytest

from generator.inference.infer import infer
from generator.ir import Api, Encoded, Field, Integer, Object, Reference, String, Type
from tests.support.documents import api, at

PETS = """
paths:
  /pets:
    post:
      operationId: add
      requestBody: {{content: {{application/json: {{schema: {{$ref: "#/components/schemas/{sent}"}}}}}}}}
      responses:
        "200":
          description: Done
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/{answered}"}}}}}}
components:
  schemas:
    Pet:
      type: object
      required: [id, secret, name]
      properties:
        id: {{type: string, readOnly: true}}
        secret: {{type: string, writeOnly: true}}
        name: {{type: string}}
    Litter:
      type: object
      properties: {{pets: {{type: array, items: {{$ref: "#/components/schemas/Pet"}}}}}}
    Kennel:
      type: object
      properties: {{size: {{type: integer, readOnly: true}}, name: {{type: string}}}}
"""


def pets(sent: str, answered: str) -> Api:
    return infer(api(PETS.format(sent=sent, answered=answered)))


def fields(found: Api, pointer: str) -> list[str]:
    object_ = found.definitions[at(f"/components/schemas/{pointer}")].type
    assert isinstance(object_, Object)
    return [item.name for item in object_.fields]


def sent(found: Api) -> object:
    (operation,) = found.operations
    assert operation.body is not None
    return operation.body.contents[0].type


def test_what_travels_both_ways_and_cannot_be_one_shape_is_two() -> None:
    found = pets("Pet", "Pet")
    assert sent(found) == Reference(at("/components/schemas/Pet/x-oasmith-request"))
    assert fields(found, "Pet/x-oasmith-request") == ["secret", "name"]
    assert fields(found, "Pet") == ["id", "name"]
    assert [item.because for item in found.evidence if item.topic == "shape"] == [
        "'id' is readOnly, 'secret' is writeOnly and required"
    ]


def test_what_holds_it_is_two_as_well() -> None:
    found = pets("Litter", "Litter")
    assert sent(found) == Reference(at("/components/schemas/Litter/x-oasmith-request"))
    assert fields(found, "Pet/x-oasmith-request") == ["secret", "name"]


def test_what_only_travels_one_way_is_one_shape() -> None:
    found = pets("Pet", "Kennel")
    assert (fields(found, "Pet"), fields(found, "Kennel")) == (["secret", "name"], ["name", "size"])
    found = pets("Kennel", "Pet")
    assert (fields(found, "Pet"), fields(found, "Kennel")) == (["id", "name"], ["name"])


def test_what_can_be_used_both_ways_stays_one_shape() -> None:
    assert fields(pets("Kennel", "Kennel"), "Kennel") == ["name", "size"]


def test_what_only_holds_it_in_requests_is_one_shape_that_holds_the_requests_one() -> None:
    found = pets("Litter", "Pet")
    litter = found.definitions[at("/components/schemas/Litter")].type
    assert "x-oasmith-request" in str(litter)
    assert fields(found, "Pet") == ["id", "name"]


EVENTS = """
paths:
  /events:
    post:
      operationId: add
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Event"}}}}
      responses: %s
components:
  schemas:
    Event:
      type: object
      properties:
        data: {type: string, contentMediaType: application/json, contentSchema: {type: integer}}
"""
ANSWERED = """{"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Event"}}}}}"""


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ("{}", {"Event": String()}),
        (ANSWERED, {"Event": Encoded(Integer()), "Event/x-oasmith-request": String()}),
    ],
)
def test_text_that_holds_json_is_read_and_sent_as_it_is(responses: str, expected: dict[str, Type]) -> None:
    found = infer(api(EVENTS % responses))
    for pointer, type_ in expected.items():
        event = found.definitions[at(f"/components/schemas/{pointer}")].type
        assert event == Object(fields=(Field(name="data", type=type_),))
