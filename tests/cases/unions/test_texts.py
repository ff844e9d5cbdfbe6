"""Variants of known texts are found without a function of ours, and what is wrong in them is told as ever."""

import json
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build

DOCUMENT = """\
openapi: 3.1.0
info: {title: Trees, version: "1"}
paths:
  /tree:
    get:
      operationId: get_tree
      tags: [trees]
      responses:
        "200":
          description: A tree
          content: {application/json: {schema: {$ref: "#/components/schemas/Node"}}}
components:
  schemas:
    Node:
      oneOf:
      - $ref: "#/components/schemas/Branch"
      - $ref: "#/components/schemas/Leaf"
      - $ref: "#/components/schemas/Stamp"
      discriminator:
        propertyName: nodeKind
        mapping:
          branch: "#/components/schemas/Branch"
          leaf: "#/components/schemas/Leaf"
          stamp: "#/components/schemas/Stamp"
    Branch:
      type: object
      required: [nodeKind, next]
      properties: {nodeKind: {type: string}, next: {$ref: "#/components/schemas/Node"}}
    Leaf:
      type: object
      required: [nodeKind, size]
      properties: {nodeKind: {type: string}, size: {type: integer}}
    Stamp:
      type: object
      required: [nodeKind, size, made]
      properties:
        nodeKind: {type: string}
        size: {type: integer}
        made: {type: string, format: date-time}
"""


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


@pytest.fixture
def asked(api: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The values whose variants a function of ours was asked for."""
    unions, values = import_module("api._runtime.unions"), list[Any]()
    found = unions._found

    def watched(value: Any, *names: str) -> Any:
        values.append(value)
        return found(value, *names)

    monkeypatch.setattr(unions, "_found", watched)
    return values


def tree(depth: int, leaf: dict[str, Any]) -> bytes:
    for _ in range(depth):
        leaf = {"nodeKind": "branch", "next": leaf}
    return json.dumps(leaf).encode()


def decoded(api: ModuleType, content: bytes) -> Any:
    return import_module("api._runtime.decoding").decode_json(api.models.Node, content)


def test_no_function_is_asked_for_known_texts(api: ModuleType, asked: list[Any]) -> None:
    found = decoded(api, tree(3, {"nodeKind": "leaf", "size": 1}))
    assert found.next.next.next == api.models.Leaf(node_kind="leaf", size=1)
    assert asked == []


@pytest.mark.parametrize("leaf", [{"nodeKind": "stone", "size": "a"}, {"size": 1}, {"nodeKind": 5}])
def test_all_else_is_what_nobody_knows(leaf: dict[str, Any], api: ModuleType) -> None:
    found = decoded(api, tree(2, leaf))
    assert type(found.next.next).__name__ == "UnknownVariant"
    assert found.next.next.model_extra == leaf


def test_what_is_wrong_deep_inside_is_looked_at_once_on_each_level(api: ModuleType, asked: list[Any]) -> None:
    with pytest.raises(ValueError, match="size"):
        decoded(api, tree(40, {"nodeKind": "leaf", "size": "a"}))
    assert len(asked) <= 41


def test_errors_tell_the_place_and_the_variant_alone(api: ModuleType) -> None:
    with pytest.raises(ValueError, match="size") as caught:
        decoded(api, tree(1, {"nodeKind": "leaf", "size": "a"}))
    assert str(caught.value) == "branch.next.leaf.size: Input should be a valid integer"


def test_a_known_variant_is_kept_where_something_in_it_is_wrong(api: ModuleType) -> None:
    with pytest.raises(ValueError, match="size") as caught:
        decoded(api, tree(30, {"nodeKind": "leaf", "size": "a"}))
    found: Any = caught.value.kept()  # type: ignore[attr-defined] - of the package
    for _ in range(30):
        assert type(found) is api.models.Branch
        found = found.next
    assert type(found) is api.models.Leaf
    assert found.size == "a"


def test_what_a_document_allows_is_no_misfit_wherever_it_stands(api: ModuleType) -> None:
    found = decoded(api, tree(2, {"nodeKind": "leaf", "size": 2.0}))
    assert found.next.next.size == 2
    assert type(found.next.next.size) is int


def test_values_beside_what_is_wrong_keep_their_form(api: ModuleType) -> None:
    leaf = {"nodeKind": "stamp", "size": "a", "made": "2024-01-02T03:04:05.123456789Z", "more": [1]}
    with pytest.raises(ValueError, match="size") as caught:
        decoded(api, tree(1, leaf))
    found: Any = caught.value.kept().next  # type: ignore[attr-defined] - of the package
    assert (found.size, found.made.text, found.model_extra) == ("a", leaf["made"], {"more": [1]})
    assert found.model_fields_set == {"node_kind", "size", "made", "more"}  # as pydantic has it
