"""Unions that hold themselves: however deep a value is, it is read in the time that its bytes take."""

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import TypeAdapter

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Trees, version: "1"}
paths:
  /trees:
    post:
      operationId: grow
      tags: [trees]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: "#/components/schemas/Tree"}}}}
components:
  schemas:
    Tree:
      oneOf:
        - $ref: "#/components/schemas/Sum"
        - $ref: "#/components/schemas/Negated"
        - $ref: "#/components/schemas/Weighted"
        - type: string
        - type: array
          items: {type: integer}
    Sum:
      type: object
      required: [of]
      properties: {of: {type: array, items: {$ref: "#/components/schemas/Tree"}}}
    Negated: {type: object, properties: {tree: {$ref: "#/components/schemas/Tree"}, note: {type: string}}}
    Weighted:
      type: object
      required: [weight]
      properties: {tree: {$ref: "#/components/schemas/Tree"}, weight: {type: number}}
"""
DEEP = 150


@pytest.fixture
def trees(build: Build) -> ModuleType:
    return build(DOCUMENT)


def nested(levels: int, innermost: Any, **beside: Any) -> Any:
    value = innermost
    for _ in range(levels):
        value = {"tree": value, **beside}
    return value


def answered(trees: ModuleType, flavour: Flavour, body: Any, **options: Any) -> Any:
    reply = Reply(body=json.dumps(body).encode(), headers={"content-type": "application/json"})
    with HttpServer(lambda _: reply) as server:
        client = flavour.open(trees.ApiClient, trees.AsyncApiClient, base_url=server.url, **options)
        return flavour.call(client.trees.grow, body="seed")


@pytest.mark.parametrize(
    ("body", "variant"),
    [
        ({"of": ["a", {"weight": 1}]}, "Sum"),
        ({"tree": "a"}, "Negated"),
        ({"note": "a"}, "Negated"),
        ({}, "Negated"),
        ({"tree": "a", "weight": 0.5}, "Weighted"),
        ({"weight": 1, "further": 2}, "Weighted"),
        ("leaf", "str"),
        ([1, 2], "list"),
    ],
)
def test_the_names_of_properties_tell_variants_apart(
    trees: ModuleType, flavour: Flavour, body: Any, variant: str
) -> None:
    assert type(answered(trees, flavour, body, strict_responses=True)).__name__ == variant


@pytest.mark.parametrize("innermost", ["leaf", {"of": []}, {"weight": 1}, {"tree": {}}])
def test_what_fits_is_read_however_deep_it_is(trees: ModuleType, flavour: Flavour, innermost: Any) -> None:
    found = answered(trees, flavour, nested(DEEP, innermost), strict_responses=True)
    for _ in range(DEEP):
        assert type(found) is trees.models.Negated
        found = found.tree
    assert type(found).__name__ in {"str", "Sum", "Weighted", "Negated"}


@pytest.mark.parametrize("innermost", [1, {"of": "none"}, {"weight": "heavy"}, {"tree": 1, "note": 2}])
def test_what_does_not_fit_is_kept_however_deep_it_is(
    trees: ModuleType, flavour: Flavour, innermost: Any
) -> None:
    found = answered(trees, flavour, nested(DEEP, innermost, weight=1))
    for _ in range(DEEP):
        assert type(found) is trees.models.Weighted
        found = found.tree
    assert found is not None


def test_a_value_is_sent_as_the_variant_that_it_is(trees: ModuleType, flavour: Flavour) -> None:
    models = trees.models
    with HttpServer(lambda _: Reply(body=b'"x"', headers={"content-type": "application/json"})) as server:
        client = flavour.open(trees.ApiClient, trees.AsyncApiClient, base_url=server.url)
        flavour.call(
            client.trees.grow, body=models.Sum(of=[models.Negated(note="n"), {"weight": 1, "tree": "t"}])
        )
        (request,) = server.requests
    assert json.loads(request.body) == {"of": [{"note": "n"}, {"weight": 1, "tree": "t"}]}


# What each holds of itself in lists and maps, which nothing tells apart; and a value that it is deep in.
UNTOLD = {
    "lists": (
        "anyOf: [{type: array, items: $It}, {type: array, items: {anyOf: [$It, {type: integer}]}}]",
        "[",
        "]",
    ),
    "tuples": ("anyOf: [{type: array, prefixItems: [$It]}, {type: array, items: $It}]", "[", "]"),
    "maps": (
        "anyOf: [{additionalProperties: $It}, {additionalProperties: {anyOf: [$It, {type: integer}]}}]",
        '{"x":',
        "}",
    ),
    "a map and an object": (
        "anyOf: [{additionalProperties: $It}, {type: object, properties: {x: $It, y: {type: string}}}]",
        '{"x":',
        "}",
    ),
    "lists in fields": (
        "properties: {x: {anyOf: [{type: array, items: $It}, {type: array, items: $Named}]}}",
        '{"x":[',
        "]}",
    ),
    "unions in unions": ("anyOf: [$One, $Two]", "[", "]"),
}


@pytest.mark.parametrize("shape", UNTOLD)
def test_what_nothing_tells_apart_is_any_value(
    shape: str, build: Build, flavour: Flavour, tmp_path: Path
) -> None:
    schema, opening, closing = UNTOLD[shape]
    schemas = f"""\
    It: {{{schema}}}
    One: {{anyOf: [{{type: array, items: $It}}, {{type: integer}}]}}
    Two: {{anyOf: [{{type: array, items: {{anyOf: [$It, {{type: boolean}}]}}}}, {{type: string}}]}}
    Named: {{properties: {{x: $It}}}}
"""
    for name in ("It", "One", "Two", "Named"):
        schemas = schemas.replace(f"${name}", f'{{$ref: "#/components/schemas/{name}"}}')
    seed = '{schema: {$ref: "#/components/schemas/Tree"}}'
    head = DOCUMENT.partition("    Tree:\n")[0].replace(seed, "{schema: {type: string}}", 1)
    document = head.replace("Tree", "It") + schemas
    levels = DEEP // len(closing)
    value = json.loads(opening * levels + "{}" + closing * levels)
    found = answered(build(document), flavour, value)
    assert json.loads(TypeAdapter(Any).dump_json(found, by_alias=True, exclude_unset=True)) == value
    path = tmp_path / "its.yaml"
    path.write_text(document)
    told = understand(ClientConfig(document=str(path), package="its")).api.ledger
    assert "recursive-union" in {entry.code for entry in told}


FILTERS = """\
openapi: 3.1.0
info: {title: Filters, version: "1"}
paths: {/found: {get: {operationId: find, responses: {"200": {description: d, content: {application/json: {
  schema: {$ref: "#/components/schemas/Condition"}}}}}}}}
components:
  schemas:
    Condition: {anyOf: [{$ref: "#/components/schemas/Nested"}, {$ref: "#/components/schemas/Filter"}]}
    Nested: {type: object, required: [nested], properties: {nested: {$ref: "#/components/schemas/Filter"}}}
    Filter:
      type: object
      additionalProperties: false
      properties:
        must:
          anyOf:
            - $ref: "#/components/schemas/Condition"
            - {type: array, items: {$ref: "#/components/schemas/Condition"}}
            - type: "null"
"""


def test_a_union_that_only_has_the_objects_of_another_leaves_them_to_it(build: Build) -> None:
    """One condition or several of them: objects are told apart where they are variants."""
    models = build(FILTERS).models
    read = TypeAdapter(models.Filter)
    one: dict[str, Any] = {"must": {"nested": {"must": None}}}
    found, many = (read.validate_json(json.dumps(given)) for given in (one, {"must": [one, one["must"]]}))
    assert (type(found.must), type(found.must.nested)) == (models.Nested, models.Filter)
    assert [type(condition) for condition in many.must] == [models.Filter, models.Nested]
    assert read.dump_python(found, exclude_unset=True) == one
