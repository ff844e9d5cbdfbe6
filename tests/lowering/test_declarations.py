"""What is said of a property beside its type, wherever the document says it."""

import pytest

from generator.ir import Field, Object
from tests.support.documents import types


def fields(property_: str, more: str = "") -> dict[str, Field]:
    it = f"It: {{type: object, properties: {{id: {property_}}}{more}}}"
    object_ = types(f"Id: {{type: string, description: Of all.}}\n{it}")["It"]
    assert isinstance(object_, Object)
    return {item.name: item for item in object_.fields}


@pytest.mark.parametrize(
    "property_",
    [
        "{allOf: [{$ref: '#/components/schemas/Id'}, {description: Its own.}]}",
        "{allOf: [{description: Its own.}, {$ref: '#/components/schemas/Id'}]}",
        "{allOf: [{$ref: '#/components/schemas/Id'}], description: Its own.}",
        "{allOf: [{description: Of a part.}, {$ref: '#/components/schemas/Id'}], description: Its own.}",
        "{allOf: [{allOf: [{$ref: '#/components/schemas/Id'}, {description: Its own.}]}]}",
        "{$ref: '#/components/schemas/Id', description: Its own.}",
    ],
)
def test_a_description_is_in_any_part(property_: str) -> None:
    assert fields(property_)["id"].description == "Its own."


@pytest.mark.parametrize(("mark", "access"), [("readOnly", "read"), ("writeOnly", "write")])
def test_marks_are_in_any_part(mark: str, access: str) -> None:
    parts = f"[{{$ref: '#/components/schemas/Id'}}, {{{mark}: true, deprecated: true}}]"
    found = fields(f"{{allOf: {parts}}}")["id"]
    assert (found.access, found.deprecated) == (access, True)


def test_what_the_object_says_last_comes_first() -> None:
    above = ", allOf: [{properties: {id: {allOf: [{description: Of the base., readOnly: true}]}}}]"
    found = fields("{description: Its own.}", above)["id"]
    assert (found.description, found.access) == ("Its own.", "read")
