"""Unions: their variants, and what tells these apart."""

import pytest

from generator.ir import (
    Anything,
    Const,
    Discriminator,
    Field,
    Integer,
    Never,
    Null,
    Nullable,
    Object,
    String,
    Type,
    Union,
)
from tests.support.documents import SCHEMAS, at, noted, ref, schemas, type_of, types

CAT_AND_DOG = """
Cat: {properties: {kind: {const: cat}}}
Dog: {properties: {kind: {const: dog}}}
"""
CAT, DOG = "{$ref: '#/components/schemas/Cat'}", "{$ref: '#/components/schemas/Dog'}"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("oneOf: [{type: string}, {type: integer}]", Union((String(), Integer()))),
        ("anyOf: [{type: string}, {type: string}]", String()),
        ("anyOf: [{type: string, maxLength: 3}, {type: string, pattern: a}]", String()),
        ("anyOf: [{type: string}, {}]", Anything()),
        ("oneOf: [{type: string}, false]", String()),
        ("oneOf: [{type: string}]", String()),
        ("oneOf: [{type: 'null'}, {const: null}]", Null()),
        ("oneOf: [false, false]", Never()),
        ("oneOf: [{const: a}, {const: 1}]", Union((Const("a"), Const(1)))),
        ("anyOf: [{const: a}, {type: string}]", Union((Const("a"), String()))),
        ("anyOf: [{const: a}, {const: b, maxLength: 3}]", Union((Const("a"), Const("b")))),
        ("oneOf: [{enum: [a, b]}, {enum: [c, d]}]", Union((ref("It/oneOf/0"), ref("It/oneOf/1")))),
        ("{type: string, oneOf: [{format: date}, {pattern: a}]}", Union((String("date"), String()))),
        ("{type: string, nullable: true, anyOf: [{pattern: a}, {pattern: b}]}", Nullable(String())),
        (
            "allOf: [{type: string}, {anyOf: [{pattern: a}, {format: date}]}]",
            Union((String(), String("date"))),
        ),
    ],
)
def test_unions(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected


def test_properties_beside_a_union_belong_to_each_variant() -> None:
    found = types(f"""{CAT_AND_DOG}
It:
  required: [name]
  properties: {{name: {{type: string}}}}
  oneOf: [{CAT}, {DOG}]
""")
    name = Field(name="name", type=String(), required=True)
    assert found["It"] == Union((ref("It/variants/0"), ref("It/variants/1")))
    assert found["It/variants/0"] == Object(fields=(name, Field(name="kind", type=Const("cat"))))
    assert found["It/variants/1"] == Object(fields=(name, Field(name="kind", type=Const("dog"))))


def test_variants_are_called_after_titles_and_constants() -> None:
    found = schemas("""
It:
  oneOf:
    - {title: By day, properties: {x: {}}}
    - {properties: {kind: {const: night}}}
    - {properties: {y: {}}}
""").definitions.values()
    assert [definition.origin.steps for definition in found] == [
        (),
        ("By day",),
        ("night",),
        ("with y",),
    ]


def test_variants_that_only_require_are_no_variants() -> None:
    found = schemas(
        "It: {properties: {a: {}, b: {}}, required: [a], anyOf: [{required: [a]}, {required: [b]}]}"
    )
    assert found.definitions[at(f"{SCHEMAS}It")].type == Object(
        fields=(Field(name="a", type=Anything(), required=True), Field(name="b", type=Anything()))
    )
    assert noted(found) == [("required-variants", "It")]


# --- discriminators ---


@pytest.mark.parametrize(
    ("stated", "mapping", "names"),
    [
        (
            "{propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: Dog}}",
            (("cat", 0), ("dog", 1)),
            (),
        ),
        ("{propertyName: kind}", (), (("Cat", 0), ("Dog", 1))),
        (
            "{propertyName: kind, mapping: {cat: Cat, kitten: Cat}}",
            (("cat", 0), ("kitten", 0)),
            (("Dog", 1),),
        ),
    ],
)
def test_discriminators(
    stated: str, mapping: tuple[tuple[str, int], ...], names: tuple[tuple[str, int], ...]
) -> None:
    found = types(f"{CAT_AND_DOG}It: {{oneOf: [{CAT}, {DOG}], discriminator: {stated}}}")
    assert found["It"] == Union((ref("Cat"), ref("Dog")), Discriminator("kind", mapping, names=names))


def test_a_discriminator_may_lead_into_a_variant() -> None:
    found = types(f"""{CAT_AND_DOG}
Pet: {{oneOf: [{CAT}, {DOG}]}}
Cow: {{properties: {{milk: {{}}}}}}
It:
  oneOf: [{{$ref: '#/components/schemas/Pet'}}, {{allOf: [{{$ref: '#/components/schemas/Cow'}}]}}]
  discriminator: {{propertyName: kind, mapping: {{cat: Cat, dog: '#/components/schemas/Dog', cow: Cow}}}}
""")
    it = found["It"]
    assert isinstance(it, Union)
    assert it.discriminator == Discriminator("kind", (("cat", 0), ("cow", 1), ("dog", 0)), names=())


def test_a_discriminator_keeps_its_positions_when_variants_go() -> None:
    text = f"It: {{oneOf: [{{type: 'null'}}, {CAT}, {CAT}, {DOG}], discriminator: {{propertyName: kind}}}}"
    assert types(CAT_AND_DOG + text)["It"] == Nullable(
        Union((ref("Cat"), ref("Dog")), Discriminator("kind", names=(("Cat", 0), ("Dog", 1))))
    )


def test_a_discriminator_beside_properties_is_kept() -> None:
    found = types(f"""{CAT_AND_DOG}
It:
  properties: {{name: {{type: string}}}}
  oneOf: [{CAT}, {DOG}]
  discriminator: {{propertyName: kind, mapping: {{cat: Cat, dog: Dog}}}}
""")
    assert found["It"] == Union(
        (ref("It/variants/0"), ref("It/variants/1")), Discriminator("kind", (("cat", 0), ("dog", 1)))
    )


def test_discriminators_that_lead_nowhere_are_in_the_ledger() -> None:
    found = schemas(f"""{CAT_AND_DOG}
A: {{oneOf: [{CAT}, {DOG}], discriminator: {{propertyName: kind, mapping: {{cow: Cow}}}}}}
B: {{oneOf: [{CAT}, {DOG}], discriminator: {{mapping: {{cat: Cat}}}}}}
C: {{properties: {{kind: {{}}}}, discriminator: {{propertyName: kind}}}}
""")
    assert noted(found) == [
        ("unmapped-discriminator", "A/discriminator"),
        ("bad-discriminator", "B"),
        ("base-discriminator", "C/discriminator"),
    ]
    assert found.definitions[at(f"{SCHEMAS}B")].type == Union((ref("Cat"), ref("Dog")))
