"""Copies of inline schemas: one definition for all that say the same."""

import pytest

from generator.inference.infer import infer
from generator.ir import Array, Reference, Union
from tests.support.documents import SCHEMAS, api, at, field_types, schemas


def classes(text: str) -> list[str]:
    """Return the pointers of the definitions that are left."""
    return [place.pointer.removeprefix(SCHEMAS) for place in infer(schemas(text)).definitions]


def test_an_enum_or_a_list_of_it_is_one_class() -> None:
    enum = "{type: string, enum: [a, b]}"
    found = infer(
        schemas(f"Pet: {{properties: {{kind: {{oneOf: [{enum}, {{type: array, items: {enum}}}]}}}}}}")
    )
    one = Reference(at(f"{SCHEMAS}Pet/properties/kind/oneOf/0"))
    assert field_types(found.definitions[at(f"{SCHEMAS}Pet")].type)["kind"] == Union((one, Array(one)))
    assert [*found.definitions] == [at(f"{SCHEMAS}Pet"), one.target]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
def test_so_it_is_in_parameters_whatever_comes_first(keyword: str) -> None:
    first, second = "{type: array, items: {enum: [a, b], description: x}}", "{enum: [b, a], title: y}"
    found = infer(
        api(f"""
paths:
  /runs:
    get:
      parameters: [{{name: kind, in: query, schema: {{{keyword}: [{first}, {second}]}}}}]
""")
    )
    assert len(found.definitions) == 1


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("kind: {enum: [a, b]}", "kind: {enum: [a, b], description: x, title: y}", 1),
        ("kind: {enum: [a, b]}", "kind: {type: array, items: {enum: [b, a]}}", 1),
        ("kind: {enum: [a, b]}", "kind: {additionalProperties: {enum: [b, a]}}", 1),
        ("kind: {enum: [a, b]}", "kind: {enum: [a, b, c]}", 2),
        ("kind: {enum: [a, b]}", "sort: {enum: [a, b]}", 2),
        ("kind: {enum: [1, 2]}", "kind: {enum: ['1', '2']}", 2),
        ("kind: {enum: [a, b]}", "kind: {enum: [a, b], deprecated: true}", 2),
        ("kind: {enum: [a, b]}", "kind: {enum: [a, b], x-enum-varnames: [one, two]}", 2),
    ],
)
def test_enums_of_one_property_with_equal_members(first: str, second: str, count: int) -> None:
    text = f"A: {{properties: {{{first}}}}}\nB: {{properties: {{{second}}}}}"
    assert len(classes(text)) == 2 + count


def test_named_enums_stay() -> None:
    assert len(classes("A: {enum: [a, b]}\nB: {properties: {A: {enum: [a, b]}}}")) == 3


def test_a_definition_knows_its_copies() -> None:
    inline = "{properties: {x: {type: string}}}"
    found = infer(schemas(f"A: {{properties: {{b: {inline}}}}}\nB: {{properties: {{b: {inline}}}}}"))
    first, second = at(f"{SCHEMAS}A/properties/b"), at(f"{SCHEMAS}B/properties/b")
    assert [copy.location for copy in found.definitions[first].copies] == [second]
    assert second not in found.definitions
