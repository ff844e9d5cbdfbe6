"""Schemas that apply others: what `allOf` makes of its parts."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Enum,
    Field,
    Integer,
    Map,
    Nullable,
    Object,
    Origin,
    Reference,
    String,
    Type,
)
from tests.support.documents import PET, SCHEMAS, at, field_types, noted, ref, schemas, type_of, types


@pytest.mark.parametrize(
    "schema",
    [
        "{allOf: [{$ref: '#/components/schemas/Pet'}]}",
        "{description: words, allOf: [{$ref: '#/components/schemas/Pet'}]}",
        "{allOf: [{$ref: '#/components/schemas/Pet'}, {description: words}]}",
        "{type: object, allOf: [{$ref: '#/components/schemas/Pet'}]}",
        "{allOf: [{$ref: '#/components/schemas/Pet'}, {additionalProperties: false}]}",
        "{allOf: [true, {$ref: '#/components/schemas/Pet'}]}",
    ],
)
def test_a_wrapper_that_only_annotates_is_what_it_wraps(schema: str) -> None:
    assert types(f"{PET}It: {schema}")["It"] == ref("Pet")


@pytest.mark.parametrize(
    "schema",
    [
        "{allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {age: {type: integer}}}]}",
        "{properties: {age: {type: integer}}, allOf: [{$ref: '#/components/schemas/Pet'}]}",
        "{$ref: '#/components/schemas/Pet', properties: {age: {type: integer}}}",
    ],
)
def test_properties_added_to_one_named_object_are_inheritance(schema: str) -> None:
    assert types(f"{PET}It: {schema}")["It"] == Object(
        fields=(Field(name="age", type=Integer()),), base=ref("Pet")
    )


def test_inheritance_goes_on() -> None:
    found = types(f"""{PET}
Cat: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{lives: {{type: integer}}}}}}]}}
Lion: {{allOf: [{{$ref: '#/components/schemas/Cat'}}, {{properties: {{mane: {{type: boolean}}}}}}]}}
Odd: {{allOf: [{{$ref: '#/components/schemas/Cat'}}, {{properties: {{name: {{enum: [a, b]}}}}}}]}}
""")
    assert found["Lion"] == Object(fields=(Field(name="mane", type=Boolean()),), base=ref("Cat"))
    assert field_types(found["Odd"]) == {"name": ref("Odd/allOf/1/properties/name"), "lives": Integer()}


def test_two_named_objects_are_merged() -> None:
    assert types(f"""{PET}
Owned: {{required: [owner], properties: {{owner: {{type: string}}}}}}
It: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{$ref: '#/components/schemas/Owned'}}]}}
""")["It"] == Object(
        fields=(
            Field(name="name", type=String(), required=True),
            Field(name="owner", type=String(), required=True),
        )
    )


def test_a_property_made_required_is_a_merge() -> None:
    assert types("""
Pet: {properties: {name: {type: string}}}
It: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [name]}]}
""")["It"] == Object(fields=(Field(name="name", type=String(), required=True),))


def test_parts_that_restrict_one_property_hold_together() -> None:
    found = schemas(f"""{PET}
Narrow: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{name: {{maxLength: 3}}}}}}]}}
Told: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{name: {{description: Its name}}}}}}]}}
Odd: {{allOf: [{{$ref: '#/components/schemas/Pet'}}, {{properties: {{name: {{type: integer}}}}}}]}}
""")
    shapes = {
        place.pointer.removeprefix(SCHEMAS): found.definitions[place].type for place in found.definitions
    }
    name = Field(name="name", type=String(), required=True)
    assert shapes["Narrow"] == Object(fields=(replace(name, notes=("at most 3 characters",)),))
    assert shapes["Told"] == Object(
        fields=(Field(name="name", type=String(), required=True, description="Its name"),)
    )
    assert shapes["Odd"] == Object(fields=(name,))
    assert noted(found) == [("conflicting-types", "Odd/allOf/1/properties/name/type")]


def test_what_parts_say_of_a_property_is_told_from_what_each_says() -> None:
    found = schemas("""
Pet: {properties: {kind: {enum: [cat, dog]}}}
Owned: {properties: {kind: {type: string, title: Kind}}}
Before: {allOf: [{properties: {kind: {maxLength: 3}}}, {$ref: '#/components/schemas/Pet'}]}
Both: {allOf: [{$ref: '#/components/schemas/Owned'}, {$ref: '#/components/schemas/Pet'}]}
""").definitions
    before, both = at(f"{SCHEMAS}Before/allOf/0/properties/kind"), at(f"{SCHEMAS}Both/properties/kind")
    assert field_types(found[at(f"{SCHEMAS}Before")].type) == {"kind": Reference(before)}
    assert field_types(found[at(f"{SCHEMAS}Both")].type) == {"kind": Reference(both)}
    assert found[both] == Definition(
        location=both,
        type=Enum(("cat", "dog")),
        origin=Origin("Both", ("kind",)),
        home=at(f"{SCHEMAS}Both"),
        component=False,
        title="Kind",
    )
    assert found[at(f"{SCHEMAS}Pet/properties/kind")].home == at(f"{SCHEMAS}Pet")


def test_each_part_of_a_property_is_relative_to_its_own_file(tmp_path: Path) -> None:
    files = {
        "pets/pet.yaml": "properties: {tail: {$ref: tail.yaml}, paw: {$ref: paw.yaml}}",
        "pets/tail.yaml": "properties: {length: {type: integer}}",
        "pets/paw.yaml": "{type: integer, minimum: 1}",
        "cats/cat.yaml": "properties: {tail: {$ref: tail.yaml}, paw: {$ref: paw.yaml}}",
        "cats/tail.yaml": "properties: {curl: {type: string}}",
        "cats/paw.yaml": "{type: integer, maximum: 9}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = schemas("It: {allOf: [{$ref: pets/pet.yaml}, {$ref: cats/cat.yaml}]}", path=tmp_path / "api.yaml")
    tail = at(f"{SCHEMAS}It/properties/tail")
    assert found.ledger == ()
    assert field_types(found.definitions[at(f"{SCHEMAS}It")].type) == {
        "tail": Reference(tail),
        "paw": Integer(),
    }
    assert field_types(found.definitions[tail].type) == {"length": Integer(), "curl": String()}


@pytest.mark.parametrize(
    ("schema", "notes"),
    [
        ("{allOf: [{type: integer, minimum: 1}, {minimum: 3}, {minimum: 2, maximum: 9}]}", ("3 to 9",)),
        ("{type: string, maxLength: 5, allOf: [{maxLength: 9}]}", ("at most 5 characters",)),
        ("{allOf: [{type: integer, minimum: 3, exclusiveMinimum: true}, {}]}", ("more than 3",)),
    ],
)
def test_the_narrower_of_several_bounds_is_told(schema: str, notes: tuple[str, ...]) -> None:
    found = type_of(f"properties: {{x: {schema}}}")
    assert isinstance(found, Object)
    assert found.fields[0].notes == notes


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("allOf: [{type: string}, {maxLength: 3}]", String()),
        ("allOf: [{type: string}, {enum: [a, b]}]", Enum(("a", "b"))),
        ("allOf: [{type: string}, {format: date}]", String("date")),
        ("allOf: [{type: [integer, string]}, {type: string}]", String()),
        ("allOf: [{type: number}, {type: integer}]", Integer()),
        ("allOf: [{type: array}, {items: {type: string}}]", Array(String())),
        ("allOf: [{type: object}, {type: object}]", Map(Anything())),
        ("allOf: [{type: object}, {additionalProperties: {type: string}}]", Map(String())),
        ("{type: string, allOf: [{enum: [a, b]}]}", Enum(("a", "b"))),
        ("allOf: [{enum: [a, b, c]}, {enum: [c, d, b]}]", Enum(("b", "c"))),
        ("allOf: [{enum: [a, b, c]}, {enum: [b]}]", Const("b")),
        ("allOf: [{enum: [a, b]}, {const: b}]", Const("b")),
        ("allOf: [{const: b}, {type: string, enum: [a, b]}]", Const("b")),
        ("allOf: [{enum: [1, 2]}, {enum: [true, 2.0]}]", Const(2)),
        ("{enum: [a, b], allOf: [{enum: [b, c]}]}", Const("b")),
    ],
)
def test_all_of_without_names(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected


def test_parts_without_a_common_value_are_in_the_ledger() -> None:
    found = schemas("""
A: {allOf: [{enum: [a, b]}, {enum: [c]}]}
B: {allOf: [{const: 1}, {const: true}]}
""")
    assert found.definitions[at(f"{SCHEMAS}A")].type == Enum(("a", "b"))
    assert found.definitions[at(f"{SCHEMAS}B")].type == Const(1)
    assert noted(found) == [
        ("conflicting-values", "A/allOf/1/enum"),
        ("conflicting-values", "B/allOf/1/const"),
    ]


def test_a_property_has_the_values_that_all_parts_allow() -> None:
    found = types("""
Pet: {properties: {kind: {type: string, enum: [cat, dog, cow]}}}
Furry: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {enum: [dog, cat, fox]}}}]}
Cat: {allOf: [{$ref: '#/components/schemas/Furry'}, {properties: {kind: {const: cat}}}]}
""")
    assert found["Furry/allOf/1/properties/kind"] == Enum(("cat", "dog"))
    assert field_types(found["Cat"]) == {"kind": Const("cat")}


def test_a_wrapper_around_an_inline_object_is_that_object() -> None:
    it = at(f"{SCHEMAS}It")
    found = schemas("It: {title: T, allOf: [{type: [object, 'null'], description: D, properties: {x: {}}}]}")
    assert found.definitions == {
        it: Definition(
            location=it,
            type=Nullable(Object(fields=(Field(name="x", type=Anything()),))),
            origin=Origin("It"),
            home=it,
            component=True,
            title="T",
            description="D",
        )
    }
