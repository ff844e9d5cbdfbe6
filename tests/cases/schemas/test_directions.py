"""readOnly and writeOnly: what is sent and what is answered are models of their own where they must be."""

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
