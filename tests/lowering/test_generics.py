"""Schemas with a hole (`$dynamicRef`), and those that fill it."""

import pytest

from generator.ir import Anything, Array, Nullable, String, Type
from tests.support.documents import field_types, noted, ref, schemas, types

PAGE = """
Pet: {properties: {name: {type: string}}}
Page:
  $id: https://acme.test/page
  $defs: {item: {$dynamicAnchor: item, not: {}}}
  properties:
    data: {type: array, items: {$dynamicRef: '#item'}}
    next: {type: [string, 'null']}
"""


@pytest.mark.parametrize(
    ("item", "expected"),
    [("$ref: '#/components/schemas/Pet'", ref("Pet")), ("type: integer", ref("Pets/$defs/item"))],
)
@pytest.mark.parametrize(
    "how", ["$ref: '#/components/schemas/Page'", "allOf: [{$ref: '#/components/schemas/Page'}]"]
)
@pytest.mark.parametrize("identifier", ["", "$id: 'https://acme.test/pets', "])
def test_a_hole_is_filled(how: str, identifier: str, item: str, expected: Type) -> None:
    found = types(f"{PAGE}Pets: {{{identifier}$defs: {{item: {{$dynamicAnchor: item, {item}}}}}, {how}}}\n")
    assert field_types(found["Pets"]) == {"data": Array(expected), "next": Nullable(String())}


def test_references_of_what_is_filled_are_its_own() -> None:
    page = PAGE.replace("not: {}}}", "not: {}}, total: {type: integer}}")
    page = page.replace("  properties:", "  properties:\n    total: {$ref: '#/$defs/total'}")
    found = types(
        f"{page}Pets: {{$defs: {{it: {{$dynamicAnchor: item}}}}, $ref: '#/components/schemas/Page'}}\n"
    )
    assert field_types(found["Pets"])["total"] == ref("Page/$defs/total")


def test_a_hole_that_nobody_fills_is_what_its_anchor_names() -> None:
    tree = "Tree: {$dynamicAnchor: node, properties: {kids: {type: array, items: {$dynamicRef: '#node'}}}}"
    found = schemas(f"{tree}\nLost: {{type: array, items: {{$dynamicRef: '#nowhere'}}}}")
    assert next(iter(found.definitions.values())).type == Array(Anything())
    assert field_types(types(tree)["Tree"]) == {"kids": Array(ref("Tree"))}
    assert noted(found) == [
        ("dynamic-reference", "Lost/items/$dynamicRef"),
        ("dynamic-reference", "Tree/properties/kids/items/$dynamicRef"),
    ]
