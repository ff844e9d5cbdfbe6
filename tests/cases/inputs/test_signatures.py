"""What editors and type checkers are told of arguments: dictionaries, values of enums, what is deprecated."""

import shutil
import warnings
from inspect import Parameter, signature
from pathlib import Path
from types import ModuleType
from typing import get_type_hints

import pytest

from tests.conftest import Build
from tests.support.checkers import run_checker
from tests.support.conversations import Ask, document
from tests.support.http_server import Reply

DONE = Reply(status=204)
DEPRECATED = document(
    """
/old:
  post:
    operationId: old
    x-oasmith-name: old
    x-oasmith-group: things
    deprecated: true
    requestBody:
      required: true
      content: {application/json: {schema: {$ref: "#/components/schemas/Old"}}}
    responses:
      "200": {description: Old, content: {application/json: {schema: {$ref: "#/components/schemas/Old"}}}}
""",
    """
Old:
  type: object
  deprecated: true
  required: [oldName, oldKind]
  properties:
    oldName: {type: string}
    oldKind: {$ref: "#/components/schemas/OldKind"}
    older: {$ref: "#/components/schemas/Old"}
    theBytes: {type: string, format: binary}
    bytes: {type: string, format: binary}
    models: {type: array, items: {$ref: "#/components/schemas/OldKind"}}
OldKind: {type: string, enum: [a, b], deprecated: true}
""",
)


def test_the_only_needed_argument_stands_in_front(ask: Ask) -> None:
    client = ask(DONE)
    client.call("things.put", [{"the_name": "a"}])
    assert client.request.json == [{"kindOf": "thing", "theName": "a"}]
    client.call("things.create", {"x_place": 1}, "z")
    assert client.server.requests[-1].json == {"kindOf": "thing", "theName": "z"}
    kinds = [
        item.kind
        for item in signature(
            client.package.ApiClient(base_url="https://a.test").things.create
        ).parameters.values()
    ]
    assert kinds[:2] == [Parameter.POSITIONAL_OR_KEYWORD] * 2
    assert set(kinds[2:]) == {Parameter.KEYWORD_ONLY}


def test_twins_are_there_when_they_are_asked_for(api: ModuleType) -> None:
    twin = api.params.ThingParam
    assert twin.__total__ is False
    hints = get_type_hints(twin)
    assert list(hints)[:2] == ["kind_of", "the_name"]
    assert hints["thing_kind"] == api.params.KindParam
    assert api.params.FilterParam is api.params.filter.FilterParam
    assert "ThingParam" in dir(api.params)


def test_annotations_can_be_looked_up(api: ModuleType) -> None:
    hints = get_type_hints(api.ApiClient(base_url="https://a.test").things.create)
    assert api.params.PointParam in hints["point"].__args__


def test_what_is_deprecated_says_so_and_warns_nobody(build: Build) -> None:
    package = build(DEPRECATED)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        old = package.models.Old(old_name="a", old_kind="b")
        assert package.models.Old.model_validate_json(old.model_dump_json(by_alias=True)) == old
    for marked in (package.models.Old, package.models.OldKind):
        assert marked.__deprecated__ == f"{marked.__name__} is deprecated."
    for client in (package.ApiClient, package.AsyncApiClient):
        assert client(base_url="https://a.test").things.old.__deprecated__ == "things.old is deprecated."


USES = """
from api import ApiClient

def use(client: ApiClient) -> None:
    client.things.old(old_name="a", old_kind="b", older={"old_name": "a", "old_kind": "a", "models": "a"})
    client.things.old(old_name="a", old_kind="b", bytes=b"")
    client.things.old(old_name="a", old_kind="b", older={"old_name": "a", "old_kind": "a", "bytes_": b""})
    client.things.old(old_name="a", old_kind="b", older={"old_name": "a", "oldKind": "a"})
"""


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_type_checkers_follow(
    checker: str, build: Build, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copytree(Path(str(build(DEPRECATED).__file__)).parent, tmp_path / "api")
    (tmp_path / "uses.py").write_text(USES, "utf-8")
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    strict = {"mypy": ["--strict"], "pyright": []}[checker]
    alone = run_checker(checker, tmp_path, *strict, "api", folders=tmp_path_factory)
    assert alone.returncode == 0, alone.stdout
    told = {"mypy": ["--enable-error-code=deprecated", "--follow-imports=silent"], "pyright": []}[checker]
    used = run_checker(checker, tmp_path, *strict, *told, "uses.py", folders=tmp_path_factory)
    assert used.returncode == 1, used.stdout
    faults = [line for line in used.stdout.splitlines() if "error:" in line or " - error" in line]
    deprecated = [line for line in faults if "deprecated" in line]
    assert len(deprecated) == 4, used.stdout
    wrong = {line.split("uses.py:")[1].split(":")[0] for line in faults if line not in deprecated}
    assert wrong == {"7", "8"}, used.stdout


def test_a_path_has_nothing_for_null(build: Build) -> None:
    text = document(
        """
/old/{name}:
  get:
    operationId: getOld
    parameters:
      - {name: name, in: path, required: true, schema: {type: [string, "null"]}}
      - {name: kind, in: query, required: true, schema: {type: [string, "null"]}}
    responses: {"204": {description: d}}
"""
    )
    package = build(text)
    hints = get_type_hints(type(package.ApiClient(base_url="http://x").old).get)
    assert hints["name"] is str
    assert hints["kind"] == str | None
