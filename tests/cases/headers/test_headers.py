"""Response headers: decoded as the document describes them, beside the result."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.conftest import Build
from tests.support.conversations import Talk
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply

DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets/{id}:
    get:
      operationId: get_pet
      tags: [Pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: It
          headers:
            X-Remaining: {description: Calls left, schema: {type: integer}}
            X-Reset: {schema: {type: string, format: date-time}}
            X-Kinds: {schema: {type: array, items: {type: integer}}}
            X-State: {schema: {type: string, enum: [new, old]}}
            X-Broken: {schema: {type: integer}}
            X-Missing: {schema: {type: integer}}
          content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
"""
HEADERS = {
    "x-remaining": "7",
    "x-reset": "2026-01-02T03:04:05Z",
    "x-kinds": "1, 2",
    "x-state": "newer",
    "x-broken": "none",
    "x-other": "o",
}


@pytest.fixture
def api(build: Build) -> ModuleType:
    return build(DOCUMENT)


def test_headers_come_with_the_result(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply({"name": "Rex"}, headers=HEADERS)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        answer = flavour.call(client.with_response(client.pets.get), "1")
        again = flavour.call(client.pets.get, "1")
    assert answer.value == again
    assert (answer.response.status, answer.response.headers["x-other"]) == (200, "o")
    reset = answer.headers["X-Reset"]
    assert (reset.year, reset.utcoffset().total_seconds()) == (2026, 0)
    assert {name: value for name, value in answer.headers.items() if name != "X-Reset"} == {
        "X-Remaining": 7,
        "X-Kinds": [1, 2],
        "X-State": "newer",
        "X-Broken": "none",
    }


MISFITS = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: list_pets
      tags: [Pets]
      responses:
        "200":
          description: All
          headers:
            X-Left: {schema: {type: integer}}
            X-Kinds: {schema: {type: array, items: {type: integer}}}
            X-Json: {content: {application/json: {schema: {type: object}}}}
            X-Color: {schema: {type: object, properties: {R: {type: integer}}}}
            X-Colors: {schema: {type: array, items: {type: object}}}
          content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}
        default: {description: No, headers: {X-Other: {schema: {type: integer}}}}
"""


@pytest.mark.parametrize(
    ("name", "value", "is_told"),
    [
        ("X-Left", "none", True),
        ("X-Kinds", "1,a", True),
        ("X-Json", "{", True),
        # Objects are given as text, as the ledger tells; what other answers have may be something else here.
        ("X-Color", "R,100", False),
        ("X-Colors", "R,100", False),
        ("X-Other", "none", False),
    ],
)
def test_a_header_of_another_type_is_told(
    talk: Talk, caplog: pytest.LogCaptureFixture, name: str, value: str, is_told: bool
) -> None:
    lenient = talk(MISFITS, json_reply({}, headers={name: value}))
    answer = lenient.flavour.call(lenient.client.with_response(lenient.client.pets.list))
    assert answer.headers == {name: value}
    told = [record.getMessage().rpartition(": ")[2] for record in caplog.records]
    assert told == ([f"the header '{name}' is of no such type"] if is_told else [])
    if is_told:
        strict = talk(MISFITS, json_reply({}, headers={name: value}), strict_responses=True)
        with pytest.raises(strict.package.DecodingError, match=name):
            strict.flavour.call(strict.client.with_response(strict.client.pets.list))


def test_errors_are_raised_as_ever(api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(lambda _: json_reply({}, status=404, headers={"x-reason": "gone"})) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url)
        with pytest.raises(api.NotFoundError) as caught:
            flavour.call(client.with_response(client.pets.get), "1")
    assert caught.value.response.headers["x-reason"] == "gone"


def test_what_is_no_method_of_a_client_is_refused(api: ModuleType) -> None:
    client = api.ApiClient(base_url="https://api.test")
    with pytest.raises(TypeError, match="no method of a client"):
        client.with_response(len)([1])


HELD = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: list_pets
      tags: [Pets]
      responses:
        "200":
          description: A list has no fields
          headers: {X-Token: {schema: {type: string}}}
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    post:
      operationId: create_pet
      tags: [Pets]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        "201":
          description: It
          headers: {x-token: {schema: {type: string}}, X-Left: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
"""
JSON = {"content-type": "application/json"}
SETTINGS: dict[str, Any] = {
    "header_fields": {"X-Token": "accessToken", "x-left": "left", "X-None": "none"},
    "header_env": {"X-Branch": "PETS_BRANCH", "X-Zone": "PETS_ZONE"},
}


def test_a_header_is_a_field_of_the_result_where_settings_say_so(talk: Talk) -> None:
    server = Reply(status=201, body=b'{"name": "Ada"}', headers={"X-Token": "t", "X-Left": "7"} | JSON)
    pet = talk(HELD, server, SETTINGS).call("pets.create", name="Ada")
    assert (pet.name, pet.access_token, pet.left) == ("Ada", "t", 7)


def test_a_field_without_its_header_is_none(talk: Talk) -> None:
    pet = talk(HELD, Reply(status=201, body=b"{}", headers=JSON), SETTINGS).call("pets.create")
    assert (pet.access_token, pet.left) == (None, None)


def test_a_field_of_another_type_is_told(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    server = Reply(status=201, body=b"{}", headers={"X-Left": "few"} | JSON)
    assert talk(HELD, server, SETTINGS).call("pets.create").left == "few"
    assert caplog.messages[-1].endswith("not what the document says: the header 'X-Left' is of no such type")
    strict = talk(HELD, server, SETTINGS, strict_responses=True)
    with pytest.raises(strict.package.DecodingError, match="X-Left"):
        strict.call("pets.create")


def test_a_field_for_a_header_is_never_sent(talk: Talk) -> None:
    talking = talk(HELD, Reply(status=201, body=b"{}", headers=JSON), SETTINGS)
    with pytest.raises(TypeError, match="access_token"):
        talking.call("pets.create", access_token="t")


def test_what_is_no_object_has_no_fields_for_headers(talk: Talk) -> None:
    server = Reply(body=b'[{"name": "Ada"}]', headers={"X-Token": "t"} | JSON)
    (pet,) = talk(HELD, server, SETTINGS).call("pets.list")
    assert (pet.name, pet.access_token) == ("Ada", None)


def test_a_header_comes_from_the_environment_where_it_is_set(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETS_BRANCH", " main\n")
    monkeypatch.setenv("PETS_ZONE", "")
    talking = talk(HELD, [], SETTINGS)
    talking.call("pets.list")
    assert talking.request.headers["x-branch"] == "main"
    assert "x-zone" not in talking.request.headers


def test_a_given_header_comes_before_the_environment(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETS_BRANCH", "main")
    talking = talk(HELD, [], SETTINGS, headers={"x-branch": "mine"})
    talking.call("pets.list")
    assert talking.request.headers["x-branch"] == "mine"


def test_a_header_that_no_answer_has_is_told(tmp_path: Path) -> None:
    document = tmp_path / "openapi.yaml"
    document.write_text(HELD)
    warnings = understand(ClientConfig(document=str(document), **SETTINGS)).warnings
    assert [warning.message for warning in warnings] == [
        "no header of an answer is called 'X-None', which the settings have in 'header_fields'"
    ]
