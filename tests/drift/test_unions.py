"""Bodies and answers that become one of several types, or hold themselves: told, as severely as they are."""

import pytest

from tests.support.contracts import changes_of

SCHEMAS = """
components:
  schemas:
    A: {type: object, required: [x], properties: {x: {type: string}}}
    B: {type: object, required: [y], properties: {y: {type: string}}}
    C: {type: object, required: [x, z], properties: {x: {type: string}, z: {type: integer}}}
"""


def union(names: str) -> str:
    """Return the schema of one of some named schemas."""
    variants = ", ".join(f"{{$ref: '#/components/schemas/{name}'}}" for name in names)
    return f"{{oneOf: [{variants}]}}"


def sending(names: str) -> str:
    return f"""paths:
  /shapes:
    post:
      operationId: make
      requestBody: {{required: true, content: {{application/json: {{schema: {union(names)}}}}}}}
      responses: {{"204": {{description: d}}}}{SCHEMAS}"""


def answering(names: str) -> str:
    return f"""paths:
  /shapes:
    get:
      operationId: find
      responses:
        "200": {{description: d, content: {{application/json: {{schema: {union(names)}}}}}}}{SCHEMAS}"""


def told(old: str, new: str) -> set[tuple[str, str, str]]:
    return {(item.severity, item.id, item.subject) for item in changes_of(old, new)}


def test_one_more_variant_is_sent() -> None:
    assert told(sending("AB"), sending("ABC")) == {
        ("compatible", "argument-added", "shapes.create"),
        ("compatible", "model-sent", "models.C"),
        ("compatible", "variant-added", "models.ShapeCreateParams"),
    }
    assert told(sending("ABC"), sending("AB")) == {
        ("breaking", "argument-removed", "shapes.create"),
        ("breaking", "model-not-sent", "models.C"),
        ("breaking", "variant-removed", "models.ShapeCreateParams"),
    }


@pytest.mark.parametrize("old", ["A", "B"])
def test_an_object_becomes_a_union_that_has_it(old: str) -> None:
    assert ("compatible", "body-type-widened", "shapes.create") in told(sending(old), sending("AB"))
    assert ("breaking", "body-type-narrowed", "shapes.create") in told(sending("AB"), sending(old))
    assert ("breaking", "response-type-widened", "shapes.get") in told(answering(old), answering("AB"))


def test_an_object_becomes_a_union_without_it() -> None:
    assert ("breaking", "body-type-changed", "shapes.create") in told(sending("C"), sending("AB"))


def test_types_that_hold_themselves_are_compared() -> None:
    def trees(*names: str) -> str:
        tree = "{{oneOf: [{{type: string}}, {{type: array, items: {{$ref: '#/components/schemas/{0}'}}}}]}}"
        schemas = "\n".join(f"    {name}: {tree.format(name)}" for name in names)
        return f"""paths:
  /trees:
    post:
      operationId: plant
      requestBody:
        required: true
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/{names[0]}'}}}}}}
      responses: {{"204": {{description: d}}}}
components:
  schemas:
{schemas}
"""

    # Of two that are alike nobody knows which of them the old one has become.
    found = told(trees("Leaf"), trees("Branch", "Twig"))
    assert ("breaking", "model-removed", "models.Leaf") in found
    assert told(trees("Leaf"), trees("Leaf")) == set()
