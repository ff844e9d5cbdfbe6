"""Null, said by users of a definition and not by the definition."""

import pytest

from generator.inference.nulls import hoist_nulls
from generator.ir import Array, Enum, Nullable, Object, Type, Union
from generator.type_tree import deref
from tests.support.documents import SCHEMAS, at, field_types, ref, schemas


def hoisted(text: str, *, version: str = "3.1.0") -> dict[str, Type]:
    """Return the types of all definitions, null outside of them."""
    found = hoist_nulls(schemas(text, version=version)).definitions
    return {place.pointer.removeprefix(SCHEMAS): item.type for place, item in found.items()}


@pytest.mark.parametrize(
    ("schema", "version"),
    [
        ("{type: string, nullable: true, enum: [a, b, null]}", "3.0.3"),
        ("{type: string, nullable: true, enum: [a, b]}", "3.0.3"),
        ("{type: [string, 'null'], enum: [a, b]}", "3.1.0"),
        ("{type: [string, 'null'], enum: [a, b, null]}", "3.1.0"),
        ("{enum: [a, null, b]}", "3.1.0"),
        ("{anyOf: [{enum: [a, b]}, {type: 'null'}]}", "3.1.0"),
        ("{oneOf: [{type: string, enum: [a, b]}, {enum: [null]}]}", "3.0.3"),
    ],
)
def test_a_nullable_enum_is_an_enum_and_its_users_may_be_null(schema: str, version: str) -> None:
    found = hoisted(
        f"Color: {schema}\nIt: {{properties: {{a: {{$ref: '#/components/schemas/Color'}}}}}}", version=version
    )
    assert found["Color"] == Enum(("a", "b"))
    assert field_types(found["It"]) == {"a": Nullable(ref("Color"))}


def test_objects_lists_and_other_names_too() -> None:
    found = hoisted("""
One: {type: [object, 'null'], properties: {next: {$ref: '#/components/schemas/One'}}}
Two: {$ref: '#/components/schemas/One'}
Three: {oneOf: [{$ref: '#/components/schemas/Two'}, {properties: {a: {}}}]}
Four: {type: array, items: {$ref: '#/components/schemas/Three'}}
""")
    assert isinstance(found["One"], Object)
    assert field_types(found["One"]) == {"next": Nullable(ref("One"))}
    assert found["Two"] == ref("One")
    assert found["Three"] == Union((ref("One"), ref("Three/oneOf/1")))
    assert found["Four"] == Array(Nullable(ref("Three")))


def test_null_on_the_way_is_null_in_the_end() -> None:
    api = schemas("A: {type: [string, 'null'], enum: [a, b]}\nB: {$ref: '#/components/schemas/A'}")
    for definitions in (api.definitions, hoist_nulls(api).definitions):
        assert deref(Nullable(ref("B")), definitions) == Nullable(Enum(("a", "b")))
    assert at(f"{SCHEMAS}A") in api.definitions


@pytest.mark.parametrize(
    "inline",
    [
        "{type: [string, 'null'], enum: [a, b, null]}",
        "{type: [object, 'null'], properties: {x: {type: string}}}",
        "{anyOf: [{$ref: '#/components/schemas/X'}, {$ref: '#/components/schemas/Y'}, {type: 'null'}]}",
    ],
    ids=["enum", "object", "union"],
)
@pytest.mark.parametrize(
    "own",
    ["required: [it]", "properties: {name: {type: string, maxLength: 3}}"],
    ids=["required", "redeclared"],
)
def test_what_may_be_null_may_be_null_where_it_is_inherited(inline: str, own: str) -> None:
    """A schema that says more of what it inherits has fields of its own; inline schemas are parts of both."""
    found = hoisted(f"""
X: {{type: object, required: [x], properties: {{x: {{type: string}}}}}}
Y: {{type: object, required: [y], properties: {{y: {{type: string}}}}}}
Base: {{type: object, properties: {{it: {inline}, name: {{type: string}}}}}}
It: {{allOf: [{{$ref: '#/components/schemas/Base'}}, {{type: object, {own}}}]}}
""")
    assert isinstance(found["It"], Object)
    assert found["It"].base is None
    expected = Nullable(ref("Base/properties/it"))
    assert field_types(found["Base"])["it"] == field_types(found["It"])["it"] == expected
    assert not isinstance(found["Base/properties/it"], Nullable)
