"""What `diff` and `check` print of changes, and from where they take documents."""

import io
import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.contract.stored import dump, load
from tests.support.contracts import made

SCHEMA = json.loads((Path(__file__).parents[2] / "spec/changes.schema.json").read_text())
OLD = """openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /pets/{id}:
    get:
      operationId: get_pet
      parameters:
      - {name: id, in: path, required: true, schema: {type: integer}}
      - {name: deep, in: query, schema: {type: integer}}
      responses: {"200": {description: d, content: {application/json: {schema: {type: string}}}}}
"""
NEW = OLD.replace("in: query, schema: {type: integer}", "in: query, schema: {type: boolean}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.yaml").write_text(OLD)
    (tmp_path / "new.yaml").write_text(NEW)
    return tmp_path


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(arguments)
    return status, capsys.readouterr().out


@pytest.mark.usefixtures("folder")
def test_json_is_as_its_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = output(capsys, "diff", "api.yaml", "new.yaml", "--format", "json")
    found: dict[str, Any] = json.loads(out)
    Draft202012Validator(SCHEMA).validate(found)
    (change,) = found["changes"]
    assert (status, change["id"], change["direction"]) == (3, "parameter-type-changed", "request")
    assert (change["new"]["file"], change["new"]["line"]) == ("new.yaml", 9)


@pytest.mark.usefixtures("folder")
def test_check_tells_what_diff_tells(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "api.yaml", "--package", "pets"]) == 0
    _, out = output(capsys, "diff", "api.yaml", "new.yaml", "--format", "json")
    status, checked = output(capsys, "check", "new.yaml", "--package", "pets", "--format", "json")
    Draft202012Validator(SCHEMA).validate(json.loads(checked))
    (package,) = json.loads(checked)["packages"]
    told = [
        [(item["id"], item["message"]) for item in found["changes"]] for found in (package, json.loads(out))
    ]
    assert (status, package["status"], told[0]) == (3, "breaking", told[1])


@pytest.mark.usefixtures("folder")
def test_annotations_of_github(capsys: pytest.CaptureFixture[str]) -> None:
    _, out = output(capsys, "diff", "api.yaml", "new.yaml", "--format", "github")
    assert out.startswith(
        "::error file=new.yaml,title=oasmith parameter-type-changed,line=9,col=9::pets.get "
    )


@pytest.mark.usefixtures("folder")
def test_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "api.yaml", "--package", "pets"]) == 0
    status, out = output(capsys, "diff", "api.yaml", "new.yaml", "--format", "sarif")
    (run,) = json.loads(out)["runs"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert (status, result["level"], result["ruleId"]) == (3, "error", "parameter-type-changed")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert place["artifactLocation"]["uri"] == "new.yaml"
    assert place["region"] == {"startLine": 9, "startColumn": 9}
    status, checked = output(capsys, "check", "new.yaml", "--package", "pets", "--format", "sarif")
    assert (status, json.loads(checked)["runs"][0]["results"]) == (3, [result])
    (note,) = json.loads(checked)["runs"][0]["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"] == "pets: the document new.yaml has changed"
    assert (
        json.loads(output(capsys, "check", "api.yaml", "--package", "pets", "--format", "sarif")[1])["runs"]
        != []
    )


def test_a_revision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for arguments in (("init", "-q"), ("add", "api.yaml"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    (folder / "api.yaml").write_text(NEW)
    status, out = output(capsys, "diff", "HEAD:api.yaml", "api.yaml")
    assert (status, "query parameter 'deep' is now bool, was int" in out) == (3, True)
    assert main(["diff", "HEAD:other.yaml", "api.yaml"]) == 2


def test_a_revision_from_folders_that_it_does_not_have(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "specs").mkdir()
    (folder / "specs/api.yaml").write_text(NEW)
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for arguments in (("init", "-q"), ("add", "api.yaml", "specs"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    (folder / "new").mkdir()
    monkeypatch.chdir(folder / "new")
    for old in ("HEAD:api.yaml", "HEAD:../api.yaml"):
        status, out = output(capsys, "diff", old, "../new.yaml")
        assert (status, "query parameter 'deep' is now bool, was int" in out) == (3, True)
    assert output(capsys, "diff", "HEAD:specs/api.yaml", "../new.yaml")[0] == 0
    assert main(["diff", "HEAD:other.yaml", "../new.yaml"]) == 2
    assert "'other.yaml' is not in the revision 'HEAD'" in capsys.readouterr().err.replace("\n", " ")
    monkeypatch.chdir(folder / "specs")
    assert output(capsys, "diff", "HEAD:./api.yaml", "../new.yaml")[0] == 0


@pytest.fixture
def gone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of a repository whose HEAD has one operation more, in a folder `my specs`."""
    (folder / "my specs").mkdir()
    (folder / "my specs/api.yaml").write_text(OLD + OLD.partition("paths:\n")[2].replace("pet", "cat"))
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    for arguments in (("init", "-q"), ("add", "my specs"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    monkeypatch.chdir(folder)
    return folder


def test_what_is_gone_since_a_revision_is_in_the_file_of_the_repository(
    gone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its lines are those of another revision, and of none that the file has now."""
    (gone / "my specs/api.yaml").write_text(OLD)
    both = ("diff", "HEAD:my specs/api.yaml", "my specs/api.yaml")
    (run,) = json.loads(output(capsys, *both, "--format", "sarif")[1])["runs"]
    (result,) = run["results"]
    assert result["locations"] == [
        {
            "physicalLocation": {"artifactLocation": {"uri": "my%20specs/api.yaml"}},
            "logicalLocations": [{"fullyQualifiedName": "/paths/~1cats~1{id}/get"}],
        }
    ]
    _, told = output(capsys, *both, "--format", "github")
    assert told == "::error file=my specs/api.yaml,title=oasmith operation-removed::cats.get is gone\n"
    (change,) = json.loads(output(capsys, *both, "--format", "json")[1])["changes"]
    assert (change["old"]["file"], change["old"]["line"]) == ("HEAD:my specs/api.yaml", 12)
    assert "(HEAD:my specs/api.yaml:12:" in output(capsys, *both)[1]


def test_what_is_gone_from_a_file_that_is_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.yaml").write_text(OLD + OLD.partition("paths:\n")[2].replace("pet", "cat"))
    _, told = output(capsys, "diff", "old.yaml", "api.yaml", "--format", "github")
    assert told.startswith("::error file=old.yaml,title=oasmith operation-removed,line=12,col=5::")


def test_what_is_piped_in_is_no_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Piped:
        buffer = io.BytesIO(NEW.encode())

    for format_ in ("github", "sarif"):
        Piped.buffer.seek(0)
        monkeypatch.setattr("sys.stdin", Piped)
        status, told = output(capsys, "diff", str(folder / "api.yaml"), "-", "--format", format_)
        assert (status, "stdin" in told, "file=" in told, "artifactLocation" in told) == (3, *[False] * 3)


def test_check_tells_where_what_is_gone_was(gone: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = "my specs/api.yaml"
    assert main(["generate", path, "--package", "pets"]) == 0
    (gone / path).write_text(OLD)
    status, out = output(capsys, "check", path, "--package", "pets", "--format", "json")
    Draft202012Validator(SCHEMA).validate(json.loads(out))
    ((change,),) = (package["changes"] for package in json.loads(out)["packages"])
    assert (status, change["id"], change["new"]) == (3, "operation-removed", None)
    assert change["old"] == {
        "file": path,
        "pointer": "/paths/~1cats~1{id}/get",
        "line": None,
        "column": None,
    }
    _, told = output(capsys, "check", path, "--package", "pets", "--format", "github")
    assert "::error file=my specs/api.yaml,title=oasmith operation-removed::cats.get is gone\n" in told


@pytest.mark.usefixtures("folder")
def test_allowed_and_raised(capsys: pytest.CaptureFixture[str]) -> None:
    head = '[[clients]]\ndocument = "new.yaml"\n'
    Path("oasmith.toml").write_text(f'{head}drift = {{ allow = ["parameter-type-changed"] }}\n')
    assert output(capsys, "diff", "api.yaml", "new.yaml")[0] == 1
    Path("oasmith.toml").write_text(f'{head}drift = {{ allow = ["parameter-typ-changed"] }}\n')
    assert main(["diff", "api.yaml", "new.yaml"]) == 2


@pytest.mark.usefixtures("folder")
def test_a_package_without_its_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "api.yaml", "--package", "pets"]) == 0
    Path("pets/oasmith.contract.json").write_text("{")
    status, out = output(capsys, "check", "new.yaml", "--package", "pets")
    assert (status, "its contract is missing or not the one that was generated" in out) == (1, True)


def test_what_is_stored_is_the_whole_contract() -> None:
    source = (Path(__file__).parent / "synthetic.yaml").read_bytes()
    found = made(source)
    stored = load(dump(found.contract, found.manifest["fields"]), found.manifest)
    assert stored == replace(found.contract, places={})


def test_names_that_a_contract_leaves_out_are_a_part_of_its_format() -> None:
    """Whoever reads it: a rule for names that has changed since changes none of them."""
    before = made(
        """paths: {/t: {post: {operationId: createThing, responses: {'204': {description: x}},
  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}}
components: {schemas: {Kind: {type: string, enum: [inUse, on-hold, HTMLPage]}, Thing: {properties: {
  eTag: {type: string}, from: {type: string}, HTMLPage: {type: string},
  kind: {$ref: '#/components/schemas/Kind'}}}}}"""
    )
    manifest = json.loads(json.dumps(before.manifest))
    thing = manifest["fields"]["thing.Thing"]
    manifest["fields"]["thing.Thing"] = {"e_tag": thing.pop("etag"), **thing}
    models = json.loads(json.dumps(before.contract.models))
    models["Thing"]["fields"]["eTag"]["name"] = "e_tag"  # as another version may have called it
    stored = dump(replace(before.contract, models=models), manifest["fields"])
    lines = {line.partition(":")[0]: line for line in stored.decode().splitlines()}
    assert '"eTag":"."' in lines['"Thing"']
    assert '"name":"html_page"' in lines['"Thing"']
    assert '"HTML_PAGE":"HTMLPage"' in lines['"Kind"']
    loaded = load(stored, manifest)
    assert loaded is not None
    assert loaded.models == models
