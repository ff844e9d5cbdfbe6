"""Components whose names say nothing: they are called by their only alias."""

import pytest

from generator.config import ClientConfig
from generator.inference.infer import infer
from generator.lowering.selection import Selection
from generator.python.naming import Committed, name
from tests.support.documents import SCHEMAS, api, at, schemas

CONFIG = ClientConfig(document="api.yaml", package="acme")
REFERENCE = "{$ref: '#/components/schemas/schema7'}"
PET = "{properties: {tag: {properties: {a: {}, b: {}}}}}"


def named(text: str) -> dict[str, str]:
    """Return the class of each schema, by its pointer among the components."""
    found = name(infer(schemas(text)), CONFIG).models
    return {place.pointer.removeprefix(SCHEMAS): it.name for place, it in found.items()}


@pytest.mark.parametrize(
    "generic", ["schema7", "inline_response_200_1", "object", "Model12", "InlineObject3"]
)
def test_the_only_alias_names_what_has_no_name(generic: str) -> None:
    found = named(f"{generic}: {PET}\nPet: {{$ref: '#/components/schemas/{generic}', description: A pet.}}")
    assert found == {generic: "Pet", f"{generic}/properties/tag": "PetTag"}


@pytest.mark.parametrize(
    "text",
    [
        f"Animal: {PET}\nPet: {{$ref: '#/components/schemas/Animal'}}",
        f"schema7: {PET}\nschema8: {{$ref: '#/components/schemas/schema7'}}",
        f"schema7: {PET}\nPet: {REFERENCE}\nCat: {REFERENCE}",
        f"schema7: {PET}\nPet: {{$ref: '#/components/schemas/schema7', properties: {{x: {{}}}}}}",
    ],
)
def test_what_has_a_name_or_several_keeps_its_own(text: str) -> None:
    first = text.partition(":")[0]
    assert named(text)[first] == first[:1].upper() + first[1:]


def test_the_alias_says_what_it_is() -> None:
    text = f"schema7: {PET}\nPet: {{$ref: '#/components/schemas/schema7', description: A pet.}}"
    assert infer(schemas(text)).definitions[at(f"{SCHEMAS}schema7")].description == "A pet."


def test_an_alias_names_also_where_only_parts_of_a_document_are_wanted() -> None:
    answer = "{description: d, content: {application/json: {schema: {$ref: '#/components/schemas/schema7'}}}}"
    found = api(
        f"paths: {{/pets: {{get: {{responses: {{200: {answer}}}}}}}, /jobs: {{get: {{}}}}}}\n"
        f"components: {{schemas: {{schema7: {PET}, Pet: {{$ref: '#/components/schemas/schema7'}}}}}}",
        selection=Selection(paths=("/pets",)),
    )
    assert {it.name for it in name(infer(found), CONFIG).models.values()} == {"Pet", "PetTag"}


def test_an_alias_that_had_a_class_keeps_it() -> None:
    found = schemas(f"schema7: {PET}\nPet: {{$ref: '#/components/schemas/schema7'}}")
    classes = {
        at(f"{SCHEMAS}schema7"): "models.schema7.Schema7",
        at(f"{SCHEMAS}Pet"): "models.pet.Pet",
    }
    after = name(infer(found, classes), CONFIG, Committed(models=classes)).models
    assert (after[at(f"{SCHEMAS}schema7")].name, after[at(f"{SCHEMAS}Pet")].name) == ("Schema7", "Pet")
    newer = {at(f"{SCHEMAS}schema7"): "models.pet.Pet"}
    again = name(infer(found, newer), CONFIG, Committed(models=newer)).models
    assert [*again] == [at(f"{SCHEMAS}schema7"), at(f"{SCHEMAS}schema7/properties/tag")]
