"""readOnly and writeOnly: what is sent and what is answered are models of their own where they must be."""

import pytest
from pydantic import ValidationError

from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, json_reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /litters:
    post:
      operationId: create_litter
      tags: [Litters]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Litter"}}}
      responses:
        "200":
          description: Made
          content: {application/json: {schema: {$ref: "#/components/schemas/Litter"}}}
components:
  schemas:
    Litter:
      type: object
      required: [id, pets]
      properties:
        id: {type: string, readOnly: true}
        pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}
    Pet:
      type: object
      required: [id, name, secret]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        secret: {type: string, writeOnly: true}
"""
ANSWER = {"id": "l1", "pets": [{"id": "p1", "name": "Rex"}]}


def test_each_way_has_its_own_model(build: Build, flavour: Flavour) -> None:
    api = build(DOCUMENT)
    with HttpServer(lambda _: json_reply(ANSWER)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=True)
        pet = api.models.PetRequest(name="Rex", secret="s")
        litter = flavour.call(client.litters.create, pets=[pet])
    assert server.requests[0].json == {"pets": [{"name": "Rex", "secret": "s"}]}
    assert (litter.id, litter.pets[0].id) == ("l1", "p1")
    assert "secret" not in api.models.Pet.model_fields
    assert "id" not in api.models.PetRequest.model_fields


ONE_WAY = """\
openapi: 3.1.0
info: {title: Teams, version: "1"}
paths:
  /teams:
    post:
      operationId: create_team
      tags: [Teams]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/TeamIn"}}}
      responses:
        "200":
          description: Made
          content: {application/json: {schema: {$ref: "#/components/schemas/Team"}}}
components:
  schemas:
    TeamIn:
      type: object
      required: [owner]
      properties: {owner: {$ref: "#/components/schemas/UserIn"}}
    UserIn:
      type: object
      required: [name, password]
      properties: {name: {type: string}, password: {type: string, writeOnly: true}}
    Team:
      type: object
      required: [id, name]
      properties: {id: {type: string, readOnly: true}, name: {type: string}}
"""


def test_what_goes_one_way_only_has_to_be_there(build: Build, flavour: Flavour) -> None:
    api = build(ONE_WAY)
    fields = api.models.UserIn.model_fields["password"], api.models.Team.model_fields["id"]
    assert [item.is_required() for item in fields] == [True, True]
    with pytest.raises(ValidationError):
        api.models.UserIn(name="Ann")
    with HttpServer(lambda _: json_reply({"id": "t1", "name": "A"})) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=True)
        owner = api.models.UserIn(name="Ann", password="s")
        assert flavour.call(client.teams.create, owner=owner).id == "t1"
    assert server.requests[0].json == {"owner": {"name": "Ann", "password": "s"}}


def test_what_goes_both_ways_has_to_be_there_in_each(build: Build) -> None:
    api = build(DOCUMENT)
    assert api.models.PetRequest.model_fields["secret"].is_required()
    assert api.models.Pet.model_fields["id"].is_required()
