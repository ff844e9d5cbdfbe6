"""Bodies that are one of several objects, several methods of one operation, and deprecated arguments."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.diagnostics import InputError
from generator.pipeline import understand
from tests.conftest import Build
from tests.support.checkers import run_checker
from tests.support.conversations import Talk, document
from tests.support.http_server import Reply

DONE = Reply(status=204)
QUEUES = """
/queues/{queue}/state:
  parameters: [{name: queue, in: path, required: true, schema: {type: string}}]
  post:
    operationId: setState
    requestBody:
      required: true
      content:
        application/json:
          schema:
            type: object
            required: [action]
            properties: {action: {type: string, enum: [pause, resume]}, reason: {type: string}}
    parameters:
      - {name: dryRun, in: query, schema: {type: boolean}}
    responses: {"204": {description: Done.}}
"""
TWO = {
    "names": {"setState": "queues.set_state"},
    "methods": {"setState": {"pause": {"action": "pause"}, "resume": {"action": "resume", "dryRun": True}}},
}
PETS = """
/pets:
  post:
    operationId: makePet
    requestBody:
      required: true
      content:
        application/json:
          schema:
            oneOf:
              - {$ref: "#/components/schemas/Cat"}
              - {$ref: "#/components/schemas/Dog"}
              - {$ref: "#/components/schemas/Stray"}
    responses: {"204": {description: Done.}}
  get:
    operationId: listPets
    parameters:
      - {name: petKind, in: query, schema: {$ref: "#/components/schemas/Kind"}}
      - {name: oldKind, in: query, deprecated: true, schema: {type: string}}
      - {name: olderKind, in: query, deprecated: true, schema: {type: string}}
    responses: {"204": {description: Done.}}
"""
SCHEMAS = """
Kind: {type: string, enum: [cat, dog]}
Cat:
  type: object
  required: [petKind, livesLeft]
  properties: {petKind: {type: string, enum: [cat]}, livesLeft: {type: integer}, nickName: {type: string}}
Dog:
  type: object
  required: [petKind, knownTricks]
  properties:
    petKind: {type: string, enum: [dog]}
    knownTricks: {type: array, items: {type: object, properties: {trickName: {type: string}}}}
    nickName: {type: string, nullable: true}
Stray: {type: object, required: [seenAt], properties: {seenAt: {type: string, format: date}}}
"""
GIVEN: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a cat": (
        {"pet_kind": "cat", "lives_left": 9, "nick_name": "Tom"},
        {"petKind": "cat", "livesLeft": 9, "nickName": "Tom"},
    ),
    "a dog, its parts by Python names": (
        {"pet_kind": "dog", "known_tricks": {"trick_name": "sit"}, "nick_name": None},
        {"petKind": "dog", "knownTricks": [{"trickName": "sit"}], "nickName": None},
    ),
    "a stray": ({"seen_at": "2026-01-02"}, {"seenAt": "2026-01-02"}),
}


@pytest.mark.parametrize("given", GIVEN)
def test_one_of_several_objects_by_its_properties(given: str, talk: Talk) -> None:
    arguments, sent = GIVEN[given]
    client = talk(document(PETS, SCHEMAS), DONE, {"resources": "paths"})
    client.call("pets.create", **arguments)
    assert client.request.json == sent
    client.call("pets.create", sent)
    assert client.server.requests[-1].json == sent
    client.call("pets.create", body=arguments)
    assert client.server.requests[-1].json == sent


def test_one_of_several_objects_is_given_once(talk: Talk) -> None:
    client = talk(document(PETS, SCHEMAS), DONE, {"resources": "paths"})
    for arguments in ({"body": {"petKind": "cat"}, "lives_left": 9}, {}):
        with pytest.raises(client.package.InvalidRequestError):
            client.call("pets.create", **arguments)
    assert not client.server.requests


def test_two_methods_of_one_operation(talk: Talk) -> None:
    client = talk(document(QUEUES), DONE, {"resources": "paths", **TWO})
    client.call("queues.pause", "q", reason="late")
    assert client.request.json == {"action": "pause", "reason": "late"}
    client.call("queues.resume", "q")
    assert client.server.requests[-1].json == {"action": "resume"}
    assert client.server.requests[-1].target.endswith("?dryRun=true")
    queues = client.package.ApiClient(base_url="https://a.test").queues
    assert "action" not in queues.pause.__annotations__
    assert "dry_run" in queues.pause.__annotations__
    assert "dry_run" not in queues.resume.__annotations__
    assert "Always sends `dryRun`: True, `action`: 'resume'." in queues.resume.__doc__


def understood(tmp_path: Path, text: str, **settings: Any) -> Any:
    source = tmp_path / "openapi.yaml"
    source.write_text(text, "utf-8")
    return understand(ClientConfig(document=str(source), package="api", output=str(tmp_path), **settings))


@pytest.mark.parametrize(
    ("methods", "message"),
    [
        ({"setState": {"pause": {"acton": "pause"}}}, "'acton', which is no argument"),
        ({"setState": {"not a name": {}}}, "must be called as a method may be in Python"),
        ({"setState": {}}, "must have a method"),
    ],
)
def test_methods_that_cannot_be(methods: Any, message: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        understood(tmp_path, document(QUEUES), methods=methods)
    assert message in caught.value.diagnostics[0].message


def test_what_a_method_always_sends_is_text_in_its_docstring(build: Build) -> None:
    name = 'a"""b\\'
    text = document(QUEUES).replace("reason: {type: string}", f"'{name}': {{type: string}}")
    sends = {"pause": {name: '"""; raise SystemError; """\\'}}
    package = build(text, resources="paths", names={"setState": "queues.set"}, methods={"setState": sends})
    assert "Always sends" in package.ApiClient(base_url="https://a.test").queues.pause.__doc__


def test_methods_of_no_operation_are_told(tmp_path: Path) -> None:
    found = understood(tmp_path, document(QUEUES), methods={"setSate": {"pause": {}}})
    assert "did you mean 'setState'" in found.warnings[0].message


def test_a_method_that_settings_make_is_no_other_operations(tmp_path: Path) -> None:
    """What would be called so yields, as it would to a configured name."""
    other = QUEUES.replace("/state", "/resume").replace("setState", "resume").replace("action", "why")
    found = understood(tmp_path, document(QUEUES + other), **TWO)
    names = {item.operation.path: item.name for item in found.plan.operations}
    assert [item.method for item in names["/queues/{queue}/state"].methods] == ["pause", "resume"]
    assert names["/queues/{queue}/resume"].call not in {"queues.pause", "queues.resume"}


def test_the_manifest_has_all_methods(build: Build) -> None:
    package = build(document(QUEUES), resources="paths", **TWO)
    manifest = (Path(package.__file__ or "").parent / "oasmith.json").read_text("utf-8")
    assert (
        '"queues.resume": {\n          "action": "resume",\n          "dryRun": true\n        }' in manifest
    )


USES = """
from api import ApiClient

def use(client: ApiClient) -> None:
    client.pets.create(pet_kind="cat", lives_left=9)
    client.pets.create(pet_kind="dog", known_tricks=[{"trick_name": "sit"}])
    client.pets.create({"pet_kind": "dog", "known_tricks": []})
    client.pets.list(pet_kind="cat")
    client.pets.create(pet_kind="cow", lives_left=9)
    client.pets.create(pet_kind="dog", lives_left=9)
    client.pets.list(pet_kind="cow")
    client.pets.list(old_kind="cow")
    client.pets.list(older_kind="cow", pet_kind="cat")
"""
MYPY = ["--strict", "--enable-error-code=deprecated", "--no-error-summary"]
PYRIGHT = '{"typeCheckingMode": "strict", "reportDeprecated": "error", "reportMissingImports": false}'


@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_follow(
    checker: str, closed: bool, build: Build, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Variants by their keywords, deprecated arguments, and values of enums where these are closed."""
    package = build(document(PETS, SCHEMAS), resources="paths", closed_enums=closed)
    shutil.copytree(Path(package.__file__ or "").parent, tmp_path / "api")
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    (tmp_path / "pyrightconfig.json").write_text(PYRIGHT, "utf-8")
    options = MYPY if checker == "mypy" else []
    result = run_checker(checker, tmp_path, *options, "uses.py", folders=tmp_path_factory)
    found = {
        line.partition("uses.py:")[2].partition(":")[0]
        for line in result.stdout.splitlines()
        if "error" in line
    }
    refused = USES[: USES.index('pet_kind="cow", lives')].count("\n") + 1
    assert found - {""} == {str(refused + offset) for offset in (0, 1, *([2] if closed else []), 3, 4)}
