"""Traps of packages: what is written, what stays, and what it costs to have it."""

import json
import os
import subprocess
import sys
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from generator.cli import main
from generator.config import ClientConfig
from generator.pipeline import generate
from tests.conftest import Build
from tests.support.conversations import Talk, document
from tests.support.folders import contents
from tests.support.http_server import HttpServer, json_reply

NOTES = document(
    """
/notes/{id}:
  get:
    operationId: get_note
    tags: [Notes]
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    responses:
      "200":
        description: The note.
        content: {application/json: {schema: {$ref: "#/components/schemas/Note"}}}
/tasks:
  get:
    operationId: list_tasks
    tags: [Tasks]
    responses:
      "200":
        description: Tasks.
        content: {application/json: {schema: {$ref: "#/components/schemas/Task"}}}
""",
    """
Note:
  type: object
  required: [text]
  properties: {text: {type: string}, by: {$ref: "#/components/schemas/Author"}}
Author: {type: object, properties: {name: {type: string}}}
Task: {type: object, properties: {state: {$ref: "#/components/schemas/State"}}}
State: {type: string, enum: [open, done]}
""",
)


def folder_of(package: ModuleType) -> Path:
    return Path(package.__file__ or "").parent


def test_trap_09_importing_a_package_imports_almost_nothing(build: Build) -> None:
    folder = folder_of(build(NOTES)).parent
    program = "import sys; before = set(sys.modules); import api; print(*sorted(set(sys.modules) - before))"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    imported = run.stdout.split()
    assert not {name.partition(".")[0] for name in imported} & {"pydantic", "httpx2", "httpcore2", "anyio"}
    assert [name for name in imported if name.startswith("api")] == ["api"]


def test_trap_09_models_are_imported_one_by_one(build: Build) -> None:
    folder = folder_of(build(NOTES)).parent
    program = "import sys; from api import models; models.Task; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True
    )
    imported = run.stdout.split()
    assert "api.models.task" in imported
    assert "api.models.note" not in imported


def test_trap_10_a_part_of_a_document(talk: Talk) -> None:
    notes = talk(NOTES, {"text": "Hi", "by": {"name": "A"}}, {"tags": ("Notes",)})
    assert notes.call("notes.get", "1").by.name == "A"
    assert not hasattr(notes.client, "tasks")
    models = sorted(path.stem for path in (folder_of(notes.package) / "models").glob("[a-z]*.py"))
    assert models == ["author", "note"]


def test_trap_21_a_package_works_wherever_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "openapi.yaml"
    source.write_text(NOTES)
    vendor = tmp_path / "acme_of_traps" / "_vendor"
    generate(ClientConfig(document=str(source), output=str(vendor), package="api", resources="tags"))
    monkeypatch.syspath_prepend(tmp_path)
    package = import_module("acme_of_traps._vendor.api")
    with (
        HttpServer(lambda _: json_reply({"text": "Hi"})) as server,
        package.ApiClient(base_url=server.url) as client,
    ):
        assert type(client.notes.get("1")).__module__ == "acme_of_traps._vendor.api.models.note"
    assert "api" not in sys.modules


class Project:
    """A folder with a document in it, in which the program runs."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "api"
        self.source = folder / "notes.yaml"
        self.source.write_text(NOTES)

    def run(self, command: str, *arguments: str) -> int:
        return main([command, "notes.yaml", "--package", "api", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    assert project.run("generate") == 0
    return project


def test_trap_22_what_is_not_ours_stays(project: Project) -> None:
    mine = {"extras.py": "mine = 1\n", "models/extras.py": "mine = 2\n", "README.local.md": "Mine.\n"}
    for path, text in mine.items():
        (project.package / path).write_text(text)
    project.source.write_text(NOTES.replace("Notes", "Memos"))
    assert project.run("generate") == 0
    assert {path: (project.package / path).read_text() for path in mine} == mine


def test_trap_22_a_foreign_file_is_never_overwritten(project: Project) -> None:
    project.source.write_text(NOTES.replace("/notes", "/memos").replace("get_note", "get_memo"))
    mine = project.package / "_sync" / "memos.py"
    mine.write_text("mine = 1\n")
    before = contents(project.package)
    assert project.run("generate") == 2
    assert contents(project.package) == before


def test_trap_22_an_edit_by_hand_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    edited = project.package / "errors.py"
    edited.write_text(edited.read_text() + "mine = 1\n")
    assert project.run("check") == 1
    assert f"{edited.relative_to(Path.cwd())} was edited by hand" in capsys.readouterr().out


def test_trap_23_nothing_stale_stays(project: Project) -> None:
    project.source.write_text(
        NOTES.replace("/notes", "/memos")
        .replace("get_note", "get_memo")
        .replace("Note:", "Memo:")
        .replace("/Note", "/Memo")
    )
    assert project.run("generate") == 0
    files = [path for path, content in contents(project.package).items() if content is not None]
    manifest = json.loads((project.package / "oasmith.json").read_bytes())
    assert sorted(files) == sorted([*manifest["files"], "oasmith.json"])
    assert not [path for path in files if "note" in path]


def test_trap_24_the_same_document_gives_the_same_bytes(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = contents(project.package)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    again = Project(elsewhere)
    stages = {
        "PYTHONHASHSEED": "7",
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    command = [sys.executable, "-m", "generator", "generate", "notes.yaml", "--package", "api"]
    subprocess.run(command, env={**os.environ, **stages}, check=True, capture_output=True)
    assert contents(again.package) == first
    assert not [path for path in first if "cache" in path or path.endswith(".pyc")]


def test_trap_24_the_order_of_the_document_does_not_matter(project: Project) -> None:
    head, _, rest = NOTES.partition("paths:\n")
    paths, _, schemas = rest.partition("components:\n")
    notes, _, tasks = paths.partition("  /tasks:")
    before = contents(project.package)
    project.source.write_text(f"components:\n{schemas}paths:\n  /tasks:{tasks}{notes}{head}")
    assert project.run("generate") == 0
    after = contents(project.package)
    assert [path for path in after if after[path] != before[path]] == ["oasmith.json"]
    first, again = (json.loads(files["oasmith.json"] or b"") for files in (before, after))
    assert first["inputs"].pop("document") != again["inputs"].pop("document")
    assert first == again


def test_trap_25_what_templates_are_edited_for_can_be_set(talk: Talk) -> None:
    notes = talk(
        NOTES.replace("operationId: get_note", "operationId: get_note\n      x-oasmith-name: read"),
        {"text": "Hi"},
        {"names": {"list_tasks": "todo.everything"}, "headers": {"X-Team": "a"}, "base_url_env": "ACME_URL"},
    )
    notes.call("notes.read", "1")
    notes.call("todo.everything")
    assert [request.headers["x-team"] for request in notes.server.requests] == ["a", "a"]


def test_trap_25_templates_are_nobodys_interface(capsys: pytest.CaptureFixture[str]) -> None:
    assert not [field.name for field in fields(ClientConfig) if "template" in field.name]
    with pytest.raises(SystemExit):
        main(["generate", "--help"])
    assert "--template" not in capsys.readouterr().out
