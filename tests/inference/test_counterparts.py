"""Inline schemas that say what a component says: they are of its class, where that is no chance."""

import pytest

from generator.config import ClientConfig
from generator.inference.infer import infer
from generator.ir import Reference
from generator.python.naming import Committed, name
from tests.support.documents import SCHEMAS, api, at, field_types, schemas

BARN = "{properties: {height: {type: number}, width: {type: number}}}"
HOUSE = f"{{properties: {{door: {BARN}}}}}"
REF = "{$ref: '#/components/schemas/Barn'}"
LARGE = "{properties: {a: {type: string}, b: {type: string}, c: {type: string}, d: {type: string}}}"
TOLD = "{properties: {a: {type: string, description: One.}, b: {type: string, description: Two.}}}"


def left(text: str) -> list[str]:
    """Return the pointers of the inline definitions that are left."""
    found = infer(schemas(text)).definitions.values()
    return [it.location.pointer.removeprefix(SCHEMAS) for it in found if not it.component]


@pytest.mark.parametrize(
    "text",
    [
        f"Barn: {BARN}\nFarm: {{properties: {{barn: {BARN}}}}}",
        f"Barn: {BARN}\nFarm: {{properties: {{barns: {{type: array, items: {BARN}}}}}}}",
        f"Barn: {BARN}\nFarm: {{properties: {{redBarn: {BARN}, old: {{additionalProperties: {BARN}}}}}}}",
        f"FarmBarn: {BARN}\nFarm: {{additionalProperties: {BARN}}}",
        f"Barn: {BARN}\nFarm: {{properties: {{barn: {{anyOf: [{BARN}, {{type: 'null'}}]}}}}}}",
        # Much of content is no chance, and neither is what is said of it.
        f"Barn: {LARGE}\nFarm: {{properties: {{it: {LARGE}}}}}",
        f"Barn: {TOLD}\nFarm: {{properties: {{it: {TOLD}}}}}",
        # A title that is the component's, or none.
        f"Barn: {{title: A barn, {BARN[1:]}\nFarm: {{properties: {{barn: {BARN}}}}}",
        f"Barn: {{title: A barn, {BARN[1:]}\nFarm: {{properties: {{barn: {{title: A barn, {BARN[1:]}}}}}",
        # What is below is so, too.
        f"Door: {BARN}\nBarn: {HOUSE}\nFarm: {{properties: {{barn: {HOUSE}}}}}",
    ],
)
def test_what_says_the_same_is_of_the_class(text: str) -> None:
    assert left(text) in ([], ["Farm/properties/barn/anyOf/1"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # A little content of something that is called otherwise.
        (f"Barn: {BARN}\nFarm: {{properties: {{it: {BARN}}}}}", 1),
        # Two components that look so, and neither is called so.
        (f"Barn: {LARGE}\nShed: {LARGE}\nFarm: {{properties: {{it: {LARGE}}}}}", 1),
        # Something else is done with it, or said of it.
        (f"CreatedBarn: {LARGE}\nFarm: {{properties: {{barn: {LARGE}}}}}", 1),
        (f"CreateBarn: {LARGE}\nFarm: {{properties: {{barn: {LARGE}}}}}", 1),
        (f"Barn: {LARGE}\nFarm: {{properties: {{barn: {{title: A shed, {LARGE[1:]}}}}}", 1),
        (f"Barn: {LARGE}\nFarm: {{properties: {{it: {{description: A shed., {LARGE[1:]}}}}}", 1),
        (f"Barn: {LARGE}\nFarm: {{properties: {{barn: {{deprecated: true, {LARGE[1:]}}}}}", 1),
        # As variants of one union they would be one.
        (
            f"Barn: {BARN}\nFarm: {{properties: {{barn: {{oneOf: [{REF}, {BARN}]}}}}}}",
            2,
        ),
    ],
)
def test_what_may_be_another_thing_is_not(text: str, count: int) -> None:
    assert len(left(text)) == count


def test_of_several_the_nearest_by_its_name() -> None:
    found = infer(
        schemas(f"Barn: {BARN}\nOldBarn: {BARN}\nShed: {BARN}\nFarm: {{properties: {{barn: {BARN}}}}}")
    )
    assert field_types(found.definitions[at(f"{SCHEMAS}Farm")].type) == {
        "barn": Reference(at(f"{SCHEMAS}Barn"))
    }
    (copy,) = found.definitions[at(f"{SCHEMAS}Barn")].copies
    assert copy.location == at(f"{SCHEMAS}Farm/properties/barn")


def _of_requests(component: str) -> str:
    return f"""
paths:
  /barns:
    post:
      requestBody: {{content: {{application/json: {{schema: {LARGE}}}}}}}
      responses: {{201: {{description: d, content: {{application/json: {{schema: {BARN}}}}}}}}}
components: {{schemas: {{{component}}}}}
"""


@pytest.mark.parametrize(
    ("component", "count"),
    [
        (f"Barn: {LARGE}", 1),
        (f"BarnRequest: {LARGE}", 1),
        (f"CreateBarnRequest: {LARGE}", 1),
        (f"Barn: {LARGE}, NewBarn: {BARN}", 0),
        (f"BarnResponse: {LARGE}", 2),
        (f"BarnRequest: {BARN}", 2),
        (f"DeleteBarn: {LARGE}", 2),
    ],
)
def test_what_is_sent_is_no_response_and_no_other_request(component: str, count: int) -> None:
    found = infer(api(_of_requests(component)))
    assert sum(not it.component for it in found.definitions.values()) == count


def test_what_had_a_class_of_its_own_keeps_it() -> None:
    lone = f"Farm: {{properties: {{barn: {BARN}, oldBarn: {BARN}}}}}"
    config = ClientConfig(document="api.yaml", package="acme")
    before = name(infer(schemas(lone)), config).models
    classes = {location: f"models.{it.module}.{it.name}" for location, it in before.items()}
    assert len(classes) == 2
    found = infer(schemas(f"{lone}\nBarn: {BARN}"), classes)
    after = name(found, config, Committed(models=classes)).models
    assert {**after, **before} == after
    assert after[at(f"{SCHEMAS}Barn")].name == "Barn"
    # What is new, and was the same as that, is so still.
    newer = infer(schemas(f"{lone}\nBarn: {BARN}\nYard: {{properties: {{barn: {BARN}}}}}"), classes)
    kept = Reference(at(f"{SCHEMAS}Farm/properties/barn"))
    assert field_types(newer.definitions[at(f"{SCHEMAS}Yard")].type)["barn"] == kept
