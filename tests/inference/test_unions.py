"""Which property tells the variants of a union apart."""

import pytest

from generator.inference.unions import infer_discriminators
from generator.ir import Discriminator, Evidence, Nullable, Scalar, Type, Union, without_null
from tests.support.documents import SCHEMAS, at, ref, schemas


def inferred(text: str) -> tuple[Type, list[Evidence]]:
    """Return the named schema `It` with what is inferred, and the evidence."""
    evidence: list[Evidence] = []
    definitions = infer_discriminators(schemas(text).definitions, evidence)
    return definitions[at(f"{SCHEMAS}It")].type, evidence


def discriminator(*variants: str) -> Discriminator | None:
    """Return what tells the variants apart, each given as the properties of an object."""
    inline = ", ".join(f"{{type: object, properties: {{{variant}}}}}" for variant in variants)
    found = without_null(inferred(f"It: {{oneOf: [{inline}]}}")[0])
    assert isinstance(found, Union)
    return found.discriminator


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("kind: {const: a}", "kind: {const: b}", ("a", "b")),
        ("kind: {enum: [a]}", "kind: {enum: [b]}", ("a", "b")),
        ("kind: {const: 1}", "kind: {const: 2}", (1, 2)),
        ("kind: {const: true}", "kind: {const: false}", (True, False)),
        ("kind: {const: a}, x: {const: a}", "kind: {const: b}, x: {const: a}", ("a", "b")),
    ],
)
def test_one_value_each(first: str, second: str, values: tuple[Scalar, Scalar]) -> None:
    assert discriminator(first, second) == Discriminator("kind", ((values[0], 0), (values[1], 1)))


def test_of_several_properties_the_first_by_name() -> None:
    assert discriminator("b: {const: 1}, a: {const: 1}", "a: {const: 2}, b: {const: 2}") == Discriminator(
        "a", ((1, 0), (2, 1))
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("kind: {const: a}", "kind: {const: a}", id="the same value"),
        pytest.param("kind: {const: a}", "kind: {type: string}", id="one variant has any"),
        pytest.param("kind: {const: a}", "kind: {enum: [b, c]}", id="one variant has two"),
        pytest.param("kind: {const: a}", "type: {const: b}", id="another property"),
    ],
)
def test_variants_that_nothing_tells_apart(first: str, second: str) -> None:
    assert discriminator(first, second) is None


def test_variants_that_are_no_objects() -> None:
    found, evidence = inferred("It: {oneOf: [{properties: {kind: {const: a}}}, {type: string}]}")
    assert isinstance(found, Union)
    assert (found.discriminator, evidence) == (None, [])


def test_through_references_inheritance_and_null() -> None:
    found, evidence = inferred("""
Base: {properties: {kind: {const: a}}}
One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {}}}]}
Two: {properties: {kind: {$ref: '#/components/schemas/B'}}}
B: {const: b}
It: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}, {type: 'null'}]}
""")
    assert found == Nullable(Union((ref("One"), ref("Two")), Discriminator("kind", (("a", 0), ("b", 1)))))
    assert evidence == [
        Evidence(
            subject=at(f"{SCHEMAS}It"),
            topic="union",
            conclusion="its variants are told apart by 'kind'",
            because="each variant has one value of its own there: 'a', 'b'",
        )
    ]


def test_a_stated_discriminator_stays() -> None:
    found, evidence = inferred("""
One: {properties: {a: {const: 1}, b: {type: string}}}
Two: {properties: {a: {const: 2}, b: {type: string}}}
It:
  oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]
  discriminator: {propertyName: b}
""")
    assert found == Union((ref("One"), ref("Two")), Discriminator("b", (("One", 0), ("Two", 1))))
    assert evidence == []
