"""Parts of documents: the operations that are asked for, and the schemas that they need."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import ClientConfig
from generator.diagnostics import InputError
from generator.lowering.selection import Selection
from generator.pipeline import build
from tests.support.documents import api

DOCUMENT = """
paths:
  /pets:
    get: {operationId: listPets, tags: [Pets], responses: {"200": {$ref: "#/components/responses/Pets"}}}
    post: {operationId: addPet, tags: [Pets, Admin]}
  /pets/{id}/photos:
    get: {operationId: listPhotos, tags: [Photos]}
  /broken:
    get: {operationId: broken, parameters: [{$ref: "#/components/parameters/Missing"}]}
components:
  responses:
    Pets:
      description: Pets
      content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
  schemas:
    Pet: {type: object, properties: {owner: {$ref: "#/components/schemas/Owner"}}}
    Owner: {type: object, properties: {name: {type: string}}}
    Unused: {type: object, properties: {name: {type: string}}}
"""

WHOLE = DOCUMENT.replace(', parameters: [{$ref: "#/components/parameters/Missing"}]', "")
LEFT_OUT = "1 that no operation uses have no models, as `unused_schemas` wants it"


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(tags=("Admin",)), ["addPet"]),
        (Selection(tags=("Pets",)), ["listPets", "addPet"]),
        (Selection(operations=("listPhotos",)), ["listPhotos"]),
        (Selection(paths=("/pets/*",)), ["listPhotos"]),
        (Selection(paths=("/pets",)), ["listPets", "addPet"]),
        (Selection(tags=("Photos",), operations=("addPet",)), ["addPet", "listPhotos"]),
    ],
)
def test_what_is_asked_for_is_there(selection: Selection, expected: list[str]) -> None:
    found = api(DOCUMENT, selection=selection)
    assert [operation.operation_id for operation in found.operations] == expected


@pytest.mark.parametrize(
    ("operation", "expected"), [("listPets", ["Owner", "Pet"]), ("listPhotos", []), ("addPet", [])]
)
def test_with_the_schemas_that_it_needs(operation: str, expected: list[str]) -> None:
    found = api(DOCUMENT, selection=Selection(operations=(operation,)))
    assert sorted(location.keys[-1] for location in found.definitions) == expected


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(tags=("Pet",)), "no operation has the tag 'Pet'; did you mean 'Pets'?"),
        (Selection(paths=("/pet",)), "no operation has the path '/pet'; did you mean '/pets'?"),
        (
            Selection(operations=("listPhoto",)),
            "no operation is called 'listPhoto'; did you mean 'listPhotos'?",
        ),
    ],
)
def test_what_is_asked_for_must_exist(selection: Selection, message: str) -> None:
    with pytest.raises(InputError) as caught:
        api(DOCUMENT, selection=selection)
    assert [item.message for item in caught.value.diagnostics] == [message]


def test_schemas_that_nothing_uses_may_be_left_out_which_the_ledger_says() -> None:
    kept, left = (api(WHOLE, selection=Selection(unused=unused)) for unused in (True, False))
    assert {
        item.pointer.rpartition("/")[2] for item in kept.definitions.keys() - left.definitions.keys()
    } == {"Unused"}
    said = [(entry.kind, entry.code, entry.message) for entry in left.ledger]
    assert ("ignored", "unused-schemas", LEFT_OUT) in said
    assert not [entry for entry in kept.ledger if entry.code == "unused-schemas"]


def test_what_the_settings_leave_out_is_nothing_that_strictness_refuses(tmp_path: Path) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + WHOLE)
    config = ClientConfig(
        document=str(document), output=str(tmp_path), package="api", strict=True, unused_schemas=False
    )
    assert "models/unused.py" not in build(config).files
    assert "models/unused.py" in build(replace(config, unused_schemas=True)).files
