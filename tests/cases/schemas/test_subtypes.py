"""Inheritance with a discriminator: a value of the base may be anything that derives from it."""

from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply

DOCUMENT = """\
openapi: 3.0.3
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: list_pets
      tags: [Pets]
      responses:
        "200":
          description: All
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
    post:
      operationId: create_pet
      tags: [Pets]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
      responses: {"204": {description: Done}}
components:
  schemas:
    Pet:
      type: object
      required: [kind, name]
      properties:
        kind: {type: string}
        name: {type: string}
        friend: {$ref: "#/components/schemas/Pet"}
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", puppy: Dog}}
    Cat:
      allOf:
        - $ref: "#/components/schemas/Pet"
        - {type: object, required: [lives], properties: {lives: {type: integer}}}
    Dog:
      allOf:
        - $ref: "#/components/schemas/Pet"
        - {properties: {tricks: {type: array, items: {type: string}}}}
    Fish:
      allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {salty: {type: boolean}}}]
"""
PETS: list[dict[str, Any]] = [
    {
        "kind": "cat",
        "name": "Tom",
        "lives": 7,
        "friend": {"kind": "puppy", "name": "Spike", "tricks": ["sit"]},
    },
    {"kind": "Fish", "name": "Wanda", "salty": True},
    {"kind": "newt", "name": "Bo", "slimy": True},
]


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def test_what_is_answered_is_what_derives_from_the_base(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply(PETS)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=True)
        tom, wanda, bo = flavour.call(client.pets.list)
    assert (type(tom), tom.lives) == (api.models.Cat, 7)
    assert (type(tom.friend), tom.friend.tricks) == (api.models.Dog, ["sit"])
    assert (type(wanda), wanda.salty) == (api.models.Fish, True)
    assert (type(bo), bo.name, bo.model_extra) == (api.models.Pet, "Bo", {"slimy": True})
    assert isinstance(tom, api.models.Pet)


def test_what_derives_from_the_base_can_be_sent(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: Reply(status=204)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        flavour.call(client.pets.create, body=api.models.Cat(kind="cat", name="Tom", lives=9))
    assert server.requests[0].json == {"kind": "cat", "name": "Tom", "lives": 9}


MIDDLE = (
    DOCUMENT.replace(
        "    Fish:\n",
        """\
    Hound:
      allOf: [{$ref: "#/components/schemas/Dog"}, {properties: {breed: {type: string}}}]
    Fish:
""",
    )
    .replace('items: {$ref: "#/components/schemas/Pet"}', 'items: {$ref: "#/components/schemas/Dog"}')
    .replace("puppy: Dog", "puppy: Dog, hound: Hound")
)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("hound", "Hound"), ("puppy", "Dog"), ("Dog", "Dog"), ("cat", "Dog"), ("newt", "Dog")],
)
def test_a_value_of_what_derives_is_what_derives_from_it_in_turn(
    build: Build, flavour: Flavour, kind: str, expected: str
) -> None:
    package = build(MIDDLE)
    with HttpServer(lambda _: json_reply([{"kind": kind, "name": "Rex", "breed": "b"}])) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        (found,) = flavour.call(client.pets.list)
    assert type(found).__name__ == expected
    assert isinstance(found, package.models.Dog)


# What Azure's documents have in place of a mapping: each schema says its own value.
VALUED = DOCUMENT.replace(', mapping: {cat: "#/components/schemas/Cat", puppy: Dog}', "")
for name_, value_ in {"Cat": "Acme.Pets.Cat", "Dog": "#Acme.Dog"}.items():
    VALUED = VALUED.replace(f"    {name_}:\n", f'    {name_}:\n      x-ms-discriminator-value: "{value_}"\n')
UNION = VALUED.replace(
    'items: {$ref: "#/components/schemas/Pet"}',
    'items: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}, '
    '{$ref: "#/components/schemas/Fish"}], discriminator: {propertyName: kind}}',
)


@pytest.mark.parametrize("text", [VALUED, UNION], ids=["hierarchy", "union"])
@pytest.mark.parametrize(
    ("kind", "expected"), [("Acme.Pets.Cat", "Cat"), ("#Acme.Dog", "Dog"), ("Fish", "Fish")]
)
def test_a_schema_may_say_its_own_value(
    build: Build, flavour: Flavour, text: str, kind: str, expected: str
) -> None:
    package = build(text)
    with HttpServer(lambda _: json_reply([{"kind": kind, "name": "Rex", "lives": 3}])) as server:
        client = flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)
        (found,) = flavour.call(client.pets.list)
    assert type(found).__name__ == expected
