"""What stands beside a union, or in an allOf with one, narrows it."""

import pytest

from generator.ir import Boolean, Const, Integer, Map, Never, Nullable, Object, String, Type, Union
from generator.type_tree import without_null
from tests.support.documents import SCHEMAS, at, field_types, noted, ref, schemas, types

ANY = "{$ref: '#/components/schemas/Any'}"
COMPONENTS = """
Row: {type: object, required: [type], properties: {type: {type: integer, enum: [1]}}}
Button: {type: object, required: [type], properties: {type: {type: integer, enum: [2]}}}
Select: {type: object, required: [type], properties: {type: {type: integer, enum: [3, 5]}}}
Any:
  oneOf:
    - $ref: '#/components/schemas/Row'
    - $ref: '#/components/schemas/Button'
    - $ref: '#/components/schemas/Select'
  discriminator: {propertyName: type, mapping: {'1': Row, '2': Button, '3': Select}}
"""


def narrowed(schema: str) -> Type:
    """Return the type of a property of `It` that is a component, narrowed."""
    found = schemas(f"{COMPONENTS}It: {{type: object, properties: {{x: {schema}}}}}")
    assert noted(found) == []
    return field_types(found.definitions[at(f"{SCHEMAS}It")].type)["x"]


@pytest.mark.parametrize("said", ["const: 1", "enum: [1]", "type: integer, enum: [1]", "enum: [1, 9]"])
@pytest.mark.parametrize(
    "schema",
    [
        "{allOf: [ANY, {properties: {type: {SAID}}}]}",
        "{allOf: [{properties: {type: {SAID}}}, ANY]}",
        "{allOf: [ANY], properties: {type: {SAID}}}",
        "{$ref: '#/components/schemas/Any', type: object, properties: {type: {SAID}}}",
        "{allOf: [ANY, {type: object, required: [type], properties: {type: {SAID}}}]}",
    ],
)
def test_a_constant_chooses_the_variant_that_has_it(schema: str, said: str) -> None:
    assert narrowed(schema.replace("ANY", ANY).replace("SAID", said)) == ref("Row")


def test_several_values_leave_several_variants() -> None:
    schema = f"{{allOf: [{ANY}, {{properties: {{type: {{enum: [1, 2]}}}}}}]}}"
    assert narrowed(schema) == ref("It/properties/x")
    it = types(f"{COMPONENTS}It: {schema}")["It"]
    assert isinstance(it, Union)
    assert it.variants == (ref("Row"), ref("Button"))
    assert it.discriminator is not None
    assert it.discriminator.mapping == (("1", 0), ("2", 1))


def test_a_variant_that_is_changed_is_one_of_the_whole_and_has_its_name() -> None:
    schema = f"{{allOf: [{ANY}, {{properties: {{type: {{enum: [3]}}}}}}]}}"
    found = schemas(f"{COMPONENTS}It: {{type: object, properties: {{x: {schema}}}}}").definitions[
        at(f"{SCHEMAS}It/properties/x")
    ]
    assert field_types(found.type) == {"type": Const(3)}
    assert found.origin.steps == ("x",)


def test_null_stays() -> None:
    text = "{anyOf: [{$ref: '#/components/schemas/Any'}, {type: 'null'}], properties: {type: {const: 2}}}"
    assert narrowed(text) == Nullable(ref("Button"))


def test_what_no_variant_can_be_is_in_the_ledger_and_changes_nothing() -> None:
    text = "It: {allOf: [{$ref: '#/components/schemas/Any'}, {properties: {type: {const: 7}}}]}"
    found = schemas(COMPONENTS + text)
    assert {code for code, _ in noted(found)} == {"conflicting-values"}
    it = found.definitions[at(f"{SCHEMAS}It")].type
    assert isinstance(it, Union)
    assert len(it.variants) == 3


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{anyOf: [{type: boolean}, {type: 'null'}], enum: [false]}", Nullable(Const(value=False))),
        ("{anyOf: [{type: boolean}, {type: 'null'}], const: false}", Nullable(Const(value=False))),
        (
            "{allOf: [{anyOf: [{type: boolean}, {type: 'null'}]}, {enum: [false]}]}",
            Nullable(Const(value=False)),
        ),
        ("{oneOf: [{type: string}, {type: integer}], enum: [3]}", Const(3)),
        ("{oneOf: [{type: string}, {type: integer}], const: a}", Const("a")),
        ("{oneOf: [{type: string}, {type: integer}], type: string}", String()),
        ("{oneOf: [{type: string}, {type: number}], type: integer}", Integer()),
        ("{oneOf: [{type: string}, {type: integer}, {type: boolean}], type: [integer, boolean]}", None),
        ("{oneOf: [{type: string}, {type: object}], type: string, nullable: true}", Nullable(String())),
    ],
)
def test_values_and_types_beside_scalars(schema: str, expected: Type | None) -> None:
    expected = expected or Union((Integer(), Boolean()))
    assert types(f"It: {schema}", version="3.0.3" if "nullable" in schema else "3.1.0")["It"] == expected


def test_properties_beside_scalars_are_those_of_objects() -> None:
    found = types("It: {properties: {a: {}}, oneOf: [{type: boolean}, {type: object, properties: {b: {}}}]}")
    it = found["It"]
    assert isinstance(it, Union)
    assert it.variants == (Boolean(), ref("It/variants/1"))
    object_ = found["It/variants/1"]
    assert isinstance(object_, Object)
    assert [field.name for field in object_.fields] == ["a", "b"]


def test_properties_of_one_of_several_types() -> None:
    found = types("It: {allOf: [{type: [string, object]}, {properties: {a: {}}}]}")
    assert found["It"] == Union((String(), ref("It/type")))


@pytest.mark.parametrize(
    "schema",
    [
        "{type: object, additionalProperties: false}",
        "{type: object, properties: {}, additionalProperties: false}",
        "{allOf: [{type: object}, {additionalProperties: false}]}",
    ],
)
def test_an_object_without_properties_takes_none(schema: str) -> None:
    assert types(f"It: {schema}")["It"] == Map(Never())


@pytest.mark.parametrize("null", ["{type: 'null'}", "{enum: [null]}", "{const: null}"])
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_the_only_variant_that_is_not_null_is_the_whole(keyword: str, null: str) -> None:
    one = "{type: object, description: One, properties: {a: {properties: {b: {}}}}}"
    found = schemas(f"It: {{{keyword}: [{one}, {null}]}}").definitions
    it = found[at(f"{SCHEMAS}It")]
    assert isinstance(it.type, Nullable)
    assert isinstance(without_null(it.type), Object)
    assert it.description == "One"
    assert [item.origin.steps for item in found.values()] == [(), ("a",)]


@pytest.mark.parametrize(
    "schema",
    [
        "{oneOf: [{$ref: '#/components/schemas/It'}], properties: {a: {}}}",
        "{anyOf: [{$ref: '#/components/schemas/It'}, {type: 'null'}], enum: [1]}",
        "{oneOf: [{allOf: [{$ref: '#/components/schemas/It'}]}, {type: string}], type: object}",
    ],
)
def test_what_is_a_variant_of_itself_comes_to_an_end(schema: str) -> None:
    assert types(f"It: {schema}")
