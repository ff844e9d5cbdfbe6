"""Schemas that refer to themselves and to each other."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Definition,
    Field,
    Integer,
    Map,
    Object,
    Reference,
    String,
    Type,
    Union,
)
from tests.support.documents import SCHEMAS, at, field_types, noted, ref, schemas, type_of, types


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "properties: {next: {$ref: '#/components/schemas/It'}}",
            Object(fields=(Field(name="next", type=ref("It")),)),
        ),
        ("items: {$ref: '#/components/schemas/It'}", Array(ref("It"))),
        ("additionalProperties: {$ref: '#/components/schemas/It'}", Map(ref("It"))),
        (
            "oneOf: [{type: string}, {items: {$ref: '#/components/schemas/It'}}]",
            Union((String(), Array(ref("It")))),
        ),
        (
            "{properties: {a: {}}, allOf: [{$ref: '#/components/schemas/It'}]}",
            Object(fields=(Field(name="a", type=Anything()),)),
        ),
    ],
)
def test_schemas_that_refer_to_themselves(schema: str, expected: Type) -> None:
    assert type_of(schema) == expected


def test_schemas_that_refer_to_each_other() -> None:
    assert types("""
A: {properties: {b: {$ref: '#/components/schemas/B'}}}
B: {properties: {a: {type: array, items: {$ref: '#/components/schemas/A'}}}}
""") == {
        "A": Object(fields=(Field(name="b", type=ref("B")),)),
        "B": Object(fields=(Field(name="a", type=Array(ref("A"))),)),
    }


def test_schemas_that_extend_each_other_have_all_properties() -> None:
    both = {"a": Anything(), "b": Anything()}
    found = types("""
A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {a: {}}}]}
B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {}}}]}
""")
    assert {name: field_types(found[name]) for name in found} == {"A": both, "B": both}


def test_what_extends_its_own_surroundings_has_a_name() -> None:
    found = types("""
Category:
  properties:
    name: {type: string}
    parent: {allOf: [{$ref: '#/components/schemas/Category'}], properties: {x: {type: string}}}
""")
    parent = ref("Category/properties/parent")
    assert field_types(found["Category"]) == {"name": String(), "parent": parent}
    assert field_types(found["Category/properties/parent"]) == {
        "name": String(),
        "parent": parent,
        "x": String(),
    }


def test_a_property_that_is_put_together_inside_itself_has_a_name() -> None:
    found = types("""
Node:
  properties:
    next:
      anyOf:
        - type: string
        - allOf:
            - {$ref: '#/components/schemas/Node'}
            - {properties: {next: {type: [object, string], properties: {x: {type: string}}}}}
""")
    assert all(definition is not None for definition in found.values())


@pytest.mark.parametrize(
    ("text", "expected", "places"),
    [
        ("It: {oneOf: [{$ref: '#/components/schemas/It'}, {type: string}]}", String(), ["It"]),
        (
            """
It: {allOf: [{$ref: '#/components/schemas/B'}]}
B: {anyOf: [{$ref: '#/components/schemas/It'}]}
""",
            Anything(),
            ["It"],
        ),
        (
            """
It: {anyOf: [{$ref: '#/components/schemas/B'}, {type: integer}]}
B: {oneOf: [{$ref: '#/components/schemas/It'}, {type: string}]}
""",
            Union((Integer(), String())),
            ["It"],
        ),
        ("It: {type: array, items: {$ref: '#/components/schemas/It'}}", Array(ref("It")), []),
    ],
)
def test_what_leads_back_to_itself_is_left_out(text: str, expected: Type, places: list[str]) -> None:
    found = schemas(text)
    assert found.definitions[at(f"{SCHEMAS}It")].type == expected
    assert noted(found) == [("circular-schema", place) for place in places]


def test_diamonds_upon_diamonds_end() -> None:
    parts = [[f"{{$ref: '#/components/schemas/A{n + 1}'}}"] * 2 for n in range(25)]
    layers = [
        f"A{n}: {{allOf: [{', '.join(part)}], properties: {{p{n}: {{}}}}}}" for n, part in enumerate(parts)
    ]
    found = types("\n".join([*layers, "A25: {properties: {a: {type: string}}}"]))
    assert len(field_types(found["A0"])) == 26


def test_an_inline_schema_that_a_pointer_leads_to() -> None:
    assert types(
        "It: {properties: {a: {properties: {b: {$ref: '#/components/schemas/It/properties/a'}}}}}"
    ) == {
        "It": Object(fields=(Field(name="a", type=ref("It/properties/a")),)),
        "It/properties/a": Object(fields=(Field(name="b", type=ref("It/properties/a")),)),
    }


COMPONENTS = "ABCDE"


def _either(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner, min_size=2, max_size=3).map(lambda it: {"oneOf": it})


# Every leaf says which component it stands in and where; every union leads to others, or back.
CHOICES = _either(
    st.recursive(
        st.sampled_from([{"$ref": f"#{SCHEMAS}{key}"} for key in COMPONENTS])
        | st.integers(0, 3).map(lambda n: {"properties": {f"p{n}": {"type": "string"}}}),
        _either,
        max_leaves=5,
    )
)


def _said(node: Any, components: dict[str, Any], seen: frozenset[str] = frozenset()) -> set[str]:
    """Return the objects that a schema of unions may be, each as its one property."""
    if "$ref" in node:
        key = node["$ref"].rpartition("/")[2]
        return set() if key in seen else _said(components[key], components, seen | {key})
    if "oneOf" in node:
        return {name for variant in node["oneOf"] for name in _said(variant, components, seen)}
    return {*node["properties"]}


def _meant(type_: Type, definitions: Mapping[Location, Definition], path: frozenset[Location]) -> set[str]:
    """Return the objects that a type may be; no definition is met on a way that began in it."""
    match type_:
        case Reference(target=target):
            assert target not in path, "it leads back to itself"
            return _meant(definitions[target].type, definitions, path | {target})
        case Union(variants=variants):
            return {name for variant in variants for name in _meant(variant, definitions, path)}
        case Object(fields=fields):
            return {item.name for item in fields}
        case _:
            assert type_ == Anything()
            return set()


def choice(*keys: str) -> dict[str, Any]:
    """Return a union of components; one of several letters is a union of its own."""
    refs = {key: {"$ref": f"#{SCHEMAS}{key}"} for key in COMPONENTS}
    return {"oneOf": [refs[key] if key in refs else choice(*key) for key in keys]}


# Where a way back is cut, what is put in its place may have one in a union of its own.
DEEP = {"A": choice("C"), "B": choice("C"), "C": choice("B", "AB"), "D": choice("E"), "E": choice("A", "D")}


@example(components=DEEP)
@given(components=st.fixed_dictionaries(dict.fromkeys(COMPONENTS, CHOICES)))
def test_unions_that_lead_to_each_other_are_all_that_they_say_together(
    components: dict[str, Any],
) -> None:
    definitions = schemas(json.dumps(components)).definitions
    for key in COMPONENTS:
        found = _meant(ref(key), definitions, frozenset())
        assert found == _said(components[key], components, frozenset({key}))
