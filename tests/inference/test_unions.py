"""Which property tells the variants of a union apart."""

import pytest

from generator.inference.hierarchies import spread_subtypes
from generator.inference.unions import infer_discriminators
from generator.ir import Const, Discriminator, Entry, Evidence, Nullable, Type, Union
from generator.scalars import Scalar
from generator.type_tree import without_null
from tests.support.documents import SCHEMAS, at, field_types, ref, schemas


def inferred(text: str) -> tuple[Type, list[Evidence]]:
    """Return the named schema `It` with what is inferred, and the evidence."""
    evidence: list[Evidence] = []
    definitions = infer_discriminators(schemas(text).definitions, evidence, [])
    return definitions[at(f"{SCHEMAS}It")].type, evidence


def told(text: str, name: str = "It") -> tuple[Discriminator | None, list[str]]:
    """Return what tells the variants of a named schema apart, and the codes of what the ledger says of it."""
    ledger: list[Entry] = []
    definitions = infer_discriminators(spread_subtypes(schemas(text)).definitions, [], ledger)
    found = without_null(definitions[at(SCHEMAS + name)].type)
    assert isinstance(found, Union)
    return found.discriminator, [entry.code for entry in ledger]


def discriminator(*variants: str) -> Discriminator | None:
    """Return what tells the variants apart, each given as the properties of an object."""
    inline = ", ".join(
        f"{{type: object, required: [kind, a, b], properties: {{{variant}}}}}" for variant in variants
    )
    return told(f"It: {{oneOf: [{inline}]}}")[0]


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        ("kind: {const: a}", "kind: {const: b}", ("a", "b")),
        ("kind: {enum: [a]}", "kind: {enum: [b]}", ("a", "b")),
        ("kind: {const: 1}", "kind: {const: 2}", (1, 2)),
        ("kind: {const: true}", "kind: {const: false}", (True, False)),
        ("kind: {const: 1}", "kind: {const: true}", (1, True)),
        ("kind: {const: a}, x: {const: a}", "kind: {const: b}, x: {const: a}", ("a", "b")),
        ("kind: {const: a}, a: {enum: [c, d]}", "kind: {const: b}, a: {enum: [e, f]}", ("a", "b")),
    ],
)
def test_one_value_each(first: str, second: str, values: tuple[Scalar, Scalar]) -> None:
    assert discriminator(first, second) == Discriminator("kind", ((values[0], 0), (values[1], 1)))


def test_of_several_properties_the_first_by_name() -> None:
    assert discriminator("b: {const: 1}, a: {const: 1}", "a: {const: 2}, b: {const: 2}") == Discriminator(
        "a", ((1, 0), (2, 1))
    )


def test_what_is_always_there_tells_better() -> None:
    found = discriminator("a0: {const: 1}, kind: {const: 1}", "a0: {const: 2}, kind: {const: 2}")
    assert found == Discriminator("kind", ((1, 0), (2, 1)))


def test_several_values_of_a_variant() -> None:
    found = discriminator("kind: {const: a}", "kind: {enum: [b, c]}")
    assert found == Discriminator("kind", (("a", 0), ("b", 1), ("c", 1)))


def test_enums_are_open_so_where_all_are_any_variant_may_have_what_nobody_knows() -> None:
    found = discriminator("kind: {enum: [a, d]}", "kind: {enum: [b, c]}")
    assert found is not None
    assert found.mapping == (("a", 0), ("d", 0), ("b", 1), ("c", 1))
    assert found.otherwise == (0, 1)


def test_variants_that_share_a_value_are_left_to_their_structure() -> None:
    assert discriminator("kind: {const: a}", "kind: {const: a}, x: {}", "kind: {const: b}") is None
    found = discriminator("kind: {const: a}", "kind: {enum: [a, b]}", "kind: {enum: [c, d]}")
    assert found == Discriminator("kind", (("a", 0), ("a", 1), ("b", 1), ("c", 2), ("d", 2)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("kind: {const: a}", "kind: {const: a}", id="the same value"),
        pytest.param("kind: {const: a}", "kind: {type: string}", id="one variant has any"),
        pytest.param("kind: {const: a}", "type: {const: b}", id="another property"),
    ],
)
def test_variants_that_nothing_tells_apart(first: str, second: str) -> None:
    assert discriminator(first, second) is None


def test_variants_that_are_no_objects() -> None:
    found, evidence = inferred("It: {oneOf: [{properties: {kind: {const: a}}}, {type: string}]}")
    assert isinstance(found, Union)
    assert (found.discriminator, evidence) == (None, [])


def test_what_is_no_object_needs_nothing_to_be_told_by() -> None:
    found, _ = told("""
One: {required: [kind], properties: {kind: {const: a}}}
Two: {required: [kind], properties: {kind: {const: b}}}
It: {oneOf: [{$ref: '#/components/schemas/One'}, {type: string}, {$ref: '#/components/schemas/Two'}]}
""")
    assert found == Discriminator("kind", (("a", 0), ("b", 2)))


def test_through_references_inheritance_and_null() -> None:
    found, evidence = inferred("""
Base: {required: [kind], properties: {kind: {const: a}}}
One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {}}}]}
Two: {properties: {kind: {$ref: '#/components/schemas/B'}}}
B: {const: b}
It: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}, {type: 'null'}]}
""")
    assert found == Nullable(
        Union((ref("One"), ref("Two")), Discriminator("kind", (("a", 0), ("b", 1)), absent=(1,)))
    )
    assert evidence == [
        Evidence(
            subject=at(f"{SCHEMAS}It"),
            topic="union",
            conclusion="its variants are told apart by 'kind'",
            because="each variant has one value of its own there: 'a', 'b'",
        )
    ]


# --- stated discriminators ---

VARIANTS = """
One: {required: [a, b], properties: {a: {const: x}, b: {type: string}}}
Two: {required: [a, b], properties: {a: {enum: [y, z]}, b: {type: string}}}
"""


def stated(discriminator: str, more: str = "") -> str:
    """Return the named schema `It`, a union of `One` and `Two` with a discriminator."""
    refs = "{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}"
    return f"{VARIANTS}It: {{oneOf: [{refs}{more}], discriminator: {discriminator}}}"


def test_names_of_schemas_stand_where_a_variant_has_no_value() -> None:
    found, evidence = inferred(stated("{propertyName: b}"))
    assert found == Union((ref("One"), ref("Two")), Discriminator("b", (("One", 0), ("Two", 1))))
    assert evidence == []


@pytest.mark.parametrize(
    ("one", "two", "mapping", "expected"),
    [
        ("one", "two", "", (("One", 0), ("Two", 1), ("one", 0), ("two", 1))),
        ("one", "one", "", (("One", 0), ("Two", 1))),
        ("Two", "two", "", (("One", 0), ("Two", 1), ("two", 1))),
        ("3", "two", "", (("One", 0), ("Two", 1), ("two", 1))),
        ("one", "two", ", mapping: {x: One}", (("Two", 1), ("two", 1), ("x", 0))),
    ],
)
def test_examples_stand_beside_the_names_of_schemas(
    one: str, two: str, mapping: str, expected: tuple[tuple[Scalar, int], ...]
) -> None:
    variants = "".join(
        f"{name}: {{required: [a], properties: {{a: {{type: string, example: {shown}}}}}}}\n"
        for name, shown in (("One", one), ("Two", two))
    )
    refs = "{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}"
    text = f"{variants}It: {{oneOf: [{refs}], discriminator: {{propertyName: a{mapping}}}}}"
    assert told(text) == (Discriminator("a", expected), [])


def test_the_values_of_variants_come_before_their_names() -> None:
    text = stated("{propertyName: a}")
    assert told(text) == (Discriminator("a", (("x", 0), ("y", 1), ("z", 1))), ["discriminator-names"])
    ((evidence),) = inferred(text)[1]
    assert evidence.because == (
        "its discriminator has these values: 'x', 'y', 'z'; "
        "the values that schemas state for 'a' are taken, not their names: 'One', 'Two'"
    )


def test_names_that_are_the_values_are_no_contradiction() -> None:
    text = "One: {properties: {a: {const: One}}}\nTwo: {properties: {a: {enum: [One, Two]}}}\n"
    text += "It: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}], "
    found, ledger = told(text + "discriminator: {propertyName: a}}")
    assert found == Discriminator("a", (("One", 0), ("Two", 1)), absent=(0, 1))
    assert ledger == []


def test_mapped_values_count_besides_the_variants_own() -> None:
    text = stated("{propertyName: a, mapping: {w: One}}")
    expected = Discriminator("a", (("w", 0), ("x", 0), ("y", 1), ("z", 1)))
    assert told(text) == (expected, ["discriminator-names", "discriminator-mapping"])
    definitions = infer_discriminators(schemas(text).definitions, [], [])
    one = field_types(definitions[at(f"{SCHEMAS}One")].type)
    assert one["a"] == Union((Const("x"), Const("w")))


def test_mapped_values_of_another_variant_are_that_ones() -> None:
    found, ledger = told(stated("{propertyName: a, mapping: {x: Two, y: Two}}"))
    assert found == Discriminator("a", (("x", 0), ("y", 1), ("z", 1)))
    assert ledger == ["discriminator-names", "discriminator-mapping"]


def test_the_mapping_decides_whose_a_value_of_several_is() -> None:
    text = (
        "One: {required: [a], properties: {a: {const: x}}}\nTwo: {required: [a], properties: {a: {const: x}}}"
    )
    text += "\nIt: {oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}], "
    mapped = told(text + "discriminator: {propertyName: a, mapping: {x: Two}}}")[0]
    assert mapped == Discriminator("a", (("x", 1),))
    unmapped, ledger = told(text + "discriminator: {propertyName: a}}")
    assert unmapped == Discriminator("a", (("x", 0), ("x", 1)))
    assert ledger == ["discriminator-names", "discriminator-values"]


def test_a_variant_without_name_or_value_has_all_others() -> None:
    found, _ = told(stated("{propertyName: a}", ", {required: [a], properties: {a: {type: string}}}"))
    assert found == Discriminator("a", (("x", 0), ("y", 1), ("z", 1)), otherwise=(2,))


@pytest.mark.parametrize("target", ["Three", "'#/components/schemas/Three'"])
@pytest.mark.parametrize("mapping", ["", ", mapping: {q: Three}"])
def test_a_default_has_all_other_values_and_none(target: str, mapping: str) -> None:
    text = "Three: {properties: {a: {type: string}, c: {type: string}}}\n"
    variant = ", {$ref: '#/components/schemas/Three'}"
    found, _ = told(text + stated(f"{{propertyName: a, defaultMapping: {target}{mapping}}}", variant))
    assert found == Discriminator("a", (("x", 0), ("y", 1), ("z", 1)), otherwise=(2,))


def test_a_default_that_leads_nowhere_is_told() -> None:
    found, _ = told(stated("{propertyName: b, defaultMapping: Nobody}"))
    assert found == Discriminator("b", (("One", 0), ("Two", 1)))
    entries = schemas(stated("{propertyName: b, defaultMapping: Nobody}")).ledger
    assert [entry.message for entry in entries] == [
        "'defaultMapping' leads to no variant of this union: 'Nobody'"
    ]


def test_a_default_may_derive_from_the_base() -> None:
    text = (
        "Base: {properties: {t: {enum: [One, Two]}}, discriminator: {propertyName: t, defaultMapping: Two}}\n"
    )
    text += "One: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {a: {}}}]}\n"
    text += "Two: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {}}}]}\n"
    found, _ = told(text, "Base/x-oasmith-variants")
    assert found == Discriminator("t", (("One", 0),), otherwise=(1,))


def test_what_does_not_declare_the_property_may_do_without_it() -> None:
    found, _ = told(stated("{propertyName: a}", ", {required: [c], properties: {c: {}}}"))
    assert found == Discriminator("a", (("x", 0), ("y", 1), ("z", 1)), otherwise=(2,), absent=(2,))


def test_unions_in_unions_have_the_values_of_their_variants() -> None:
    found, _ = told(f"""{VARIANTS}
Three: {{required: [a], properties: {{a: {{const: 3}}}}}}
Inner: {{anyOf: [{{$ref: '#/components/schemas/One'}}, {{$ref: '#/components/schemas/Three'}}]}}
It:
  oneOf: [{{$ref: '#/components/schemas/Inner'}}, {{$ref: '#/components/schemas/Two'}}]
  discriminator: {{propertyName: a}}
""")
    assert found == Discriminator("a", ((3, 0), ("x", 0), ("y", 1), ("z", 1)))


def test_unions_in_unions_are_flat_where_they_hold_more_than_objects() -> None:
    found, _ = inferred(f"""{VARIANTS}
Inner: {{anyOf: [{{$ref: '#/components/schemas/One'}}, {{type: string}}]}}
It: {{oneOf: [{{$ref: '#/components/schemas/Inner'}}, {{$ref: '#/components/schemas/Two'}}]}}
""")
    assert isinstance(found, Union)
    assert (found.variants[0], found.variants[2]) == (ref("One"), ref("Two"))
    assert found.discriminator is not None
    assert found.discriminator.mapping == (("x", 0), ("y", 2), ("z", 2))


def test_what_says_the_same_of_all_values_tells_nothing() -> None:
    inline = "{properties: {a: {type: string}, %s: {}}}"
    variants = f"{inline % 'x'}, {inline % 'y'}"
    assert told(f"It: {{oneOf: [{variants}], discriminator: {{propertyName: a}}}}")[0] is None
    more = ", ".join(
        f"{{oneOf: [{{properties: {{a: {{const: {value}}}}}}}, {{required: [{value}]}}]}}" for value in "st"
    )
    assert told(f"It: {{oneOf: [{more}], discriminator: {{propertyName: b}}}}")[0] is None


# --- what derives from a base ---

BASE = """
Pet:
  required: [kind]
  properties: {kind: {enum: [cat, dog, newt]}}
  discriminator: {propertyName: kind}
Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {const: cat}}}]}
Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {kind: {enum: [dog, hound]}}}]}
Newt: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {tail: {}}}]}
Eft: {allOf: [{$ref: '#/components/schemas/Newt'}, {properties: {red: {}}}]}
"""


def test_what_derives_from_a_base_has_its_own_values_else_its_name() -> None:
    found, ledger = told(BASE, "Pet/x-oasmith-variants")
    assert found is not None
    assert found.mapping == (("Eft", 2), ("Newt", 3), ("cat", 0), ("dog", 1))
    assert found.otherwise == (4,)
    assert ledger == ["discriminator-names"]
