"""What stands elsewhere in a document and means the same: names of a package stay, whatever made them."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.contract.compare import compare
from generator.contract.records import Change
from tests.support.contracts import Made, changes_of, made

PATH = "/zoos/{zoo}/animals"
TYPE = "application/json"
INNER = {"type": "object", "properties": {"height": {"type": "integer"}}}


def written(document: dict[str, Any]) -> bytes:
    return json.dumps(document).encode()


def content(name: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {name: {"type": "string"}, "cage": INNER}}
    return {TYPE: {"schema": schema}}


def animals(*, operation_id: str | None = None, tag: str) -> dict[str, Any]:
    """Return a document in which nothing is a component, and nothing is called by its path alone."""
    operation = {
        "tags": [tag],
        "parameters": [
            {"in": "path", "name": "zoo", "required": True, "schema": {"type": "string"}},
            {"in": "query", "name": "page-size", "schema": {"type": "integer"}},
        ],
        "requestBody": {"required": True, "content": content("asked")},
        "responses": {"200": {"description": "d", "content": content("told")}},
    }
    if operation_id is not None:
        operation["operationId"] = operation_id
    return {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "paths": {PATH: {"post": operation}},
    }


def kept(operation_id: str | None) -> tuple[Made, dict[str, Any]]:
    """Return a package whose names are those of another tag, and the document as it is now."""
    first = made(written(animals(operation_id=operation_id, tag="Keepers")))
    document = animals(operation_id=operation_id, tag="Visitors")
    return made(written(document), before=first), document


def changes(before: Made, document: dict[str, Any]) -> tuple[Change, ...]:
    return compare(before.contract, made(written(document), before=before).contract)


def post(document: dict[str, Any]) -> dict[str, Any]:
    (item,) = document["paths"].values()
    operation: dict[str, Any] = item["post"]
    return operation


def move_path(document: dict[str, Any], to: str) -> None:
    document["paths"] = {to: document["paths"].pop(PATH)}


def name_zoo(document: dict[str, Any]) -> None:
    move_path(document, "/zoos/{zoo_id}/animals")
    post(document)["parameters"][0]["name"] = "zoo_id"


def version_path(document: dict[str, Any]) -> None:
    move_path(document, f"/v2{PATH}")


def share_body(document: dict[str, Any]) -> None:
    components = document.setdefault("components", {})
    components["requestBodies"] = {"Wish": post(document)["requestBody"]}
    post(document)["requestBody"] = {"$ref": "#/components/requestBodies/Wish"}


def share_answer(document: dict[str, Any]) -> None:
    components = document.setdefault("components", {})
    components["responses"] = {"Fine": post(document)["responses"]["200"]}
    post(document)["responses"]["200"] = {"$ref": "#/components/responses/Fine"}


def name_and_share(document: dict[str, Any]) -> None:
    name_zoo(document)
    share_body(document)
    share_answer(document)


def create(document: dict[str, Any]) -> None:
    post(document)["responses"] = {"201": post(document)["responses"]["200"]}


def spell(document: dict[str, Any]) -> None:
    for said in (post(document)["requestBody"], post(document)["responses"]["200"]):
        said["content"] = {f"{TYPE}; charset=utf-8": said["content"][TYPE]}


def sell(document: dict[str, Any]) -> None:
    answer = post(document)["responses"]["200"]
    answer["content"] = {"application/vnd.zoo+json": answer["content"][TYPE]}


@pytest.mark.parametrize("operation_id", [None, "doIt"], ids=["no id", "an id"])
@pytest.mark.parametrize(
    ("move", "told"),
    [
        (name_zoo, {"argument-renamed", "parameter-renamed"}),
        (share_body, set()),
        (share_answer, set()),
        (name_and_share, {"argument-renamed", "parameter-renamed"}),
        (create, {"response-added", "response-removed"}),
        (spell, {"body-media-type-spelled", "response-media-type-spelled"}),
        (sell, {"response-media-type-added", "response-media-type-removed"}),
    ],
)
def test_names_stay(operation_id: str | None, move: Callable[[dict[str, Any]], None], told: set[str]) -> None:
    before, document = kept(operation_id)
    move(document)
    assert {item.id for item in changes(before, document)} == told


def test_names_stay_on_another_path_by_the_id() -> None:
    before, document = kept("doIt")
    version_path(document)
    assert {item.id for item in changes(before, document)} == {"path-changed"}


def test_a_path_that_is_still_requested_is_no_other_one() -> None:
    before, document = kept(None)
    document["paths"]["/zoos/{id}/animals"] = json.loads(
        json.dumps(document["paths"][PATH]).replace("zoo", "id")
    )
    assert not any(item.breaking for item in changes(before, document))


def test_a_body_of_two_operations_has_no_name_of_either() -> None:
    document = animals(operation_id="one", tag="Keepers")
    other = json.loads(json.dumps(post(document)))
    other["operationId"] = "two"
    other["requestBody"]["content"] = content("other")
    document["paths"]["/others/{zoo}"] = {"post": other}
    before = made(written(document))
    document["components"] = {"requestBodies": {"Wish": document["paths"][PATH]["post"]["requestBody"]}}
    for path in document["paths"]:
        document["paths"][path]["post"]["requestBody"] = {"$ref": "#/components/requestBodies/Wish"}
    gone = {item.subject for item in changes(before, document) if item.id == "model-removed"}
    assert gone == {"models.KeeperOneParams", "models.KeeperTwoParams"}


BODY = """
paths:
  /t:
    post:
      operationId: t
      requestBody: {content: {%s: {schema: {type: object, properties: {a: {type: string}}}}}}
      responses: {'200': {description: d}}
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("application/json", "application/json; charset=utf-8", {"body-media-type-spelled"}),
        ("application/json; charset=utf-8", "Application/JSON", {"body-media-type-spelled"}),
        ("application/json", "application/vnd.t+json", {"body-media-type-added", "body-media-type-removed"}),
    ],
)
def test_a_body_is_the_same_in_any_charset(old: str, new: str, told: set[str]) -> None:
    found = changes_of(BODY % f"'{old}'", BODY % f"'{new}'")
    assert {item.id for item in found} == told
    assert any(item.breaking for item in found) == (len(told) > 1)
