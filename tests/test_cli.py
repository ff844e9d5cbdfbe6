"""The command line: what each command prints, writes and leaves alone, and the status it ends with."""

import json
import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.config import load_config
from generator.reading.document import digest
from tests.support.folders import contents

ROOT = Path(__file__).parents[1]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
servers: [{url: "https://acme.test"}]
paths:
  /sessions:
    get:
      operationId: list_sessions_v1
      tags: [Sessions]
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
        - {name: cursor, in: query, schema: {type: string}}
      responses:
        "200":
          description: A page of sessions.
          content:
            application/json:
              schema:
                type: object
                required: [data]
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Session"}}
                  next_cursor: {type: [string, "null"]}
  /sessions/{id}:
    get:
      operationId: retrieve_session_v1
      tags: [Sessions]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: The session.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Session"}
components:
  schemas:
    Session:
      type: object
      required: [id]
      properties:
        id: {type: string}
"""
OVERLAY = """\
overlay: 1.0.0
info: {{title: Mend, version: "1"}}
actions:
  - {}
"""
# Each changes DOCUMENT in one way.
NEW_PARAMETER = (
    "limit, in: query",
    "size, in: query, schema: {type: integer}}\n        - {name: limit, in: query",
)
NEW_COMMENT = ("components:", "# What is shared.\ncomponents:")
LESS_AN_OPERATION = (DOCUMENT[DOCUMENT.index("  /sessions/{id}:") : DOCUMENT.index("components:")], "")
OTHER_OPERATIONS = ("session", "chat")
UNRESOLVED = (
    "- {name: cursor, in: query, schema: {type: string}}",
    '- {$ref: "#/components/parameters/Gone"}',
)
MISSING = ('schema: {$ref: "#/components/schemas/Session"}', 'schema: {$ref: "#/components/schemas/Gone"}')
IGNORED = ("limit, in: query", "limit, in: nowhere")


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    status: int
    out: str
    err: str


class Workplace:
    """A folder with `acme.yaml` in it, in which the program runs."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.write("acme.yaml", DOCUMENT)

    def run(self, *arguments: str) -> Outcome:
        """Run the program."""
        status = main(arguments)
        return Outcome(status, *self._capsys.readouterr())

    def write(self, path: str, text: str) -> None:
        """Write a file, and the folders that it needs."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def change(self, old: str, new: str, path: str = "acme.yaml") -> None:
        """Replace a text in a file."""
        before = (self.folder / path).read_text("utf-8")
        assert old in before
        self.write(path, before.replace(old, new))

    def contents(self) -> dict[str, bytes | None]:
        """Return everything in the folder."""
        return contents(self.folder)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Workplace:
    monkeypatch.chdir(tmp_path)
    return Workplace(tmp_path, capsys)


@pytest.fixture
def made(work: Workplace) -> Workplace:
    """A workplace in which `acme/` is generated."""
    assert work.run("generate", "acme.yaml").status == 0
    return work


class TestGenerate:
    def test_a_named_document(self, work: Workplace) -> None:
        run = work.run("generate", "acme.yaml", "--output", "src/lib", "--package", "client")
        assert (run.status, run.err) == (0, "")
        assert run.out.startswith("src/lib/client: 2 operations, ")
        assert run.out.endswith(" files, 0 approximated, 0 ignored\n")
        package = work.folder / "src" / "lib" / "client"
        manifest = json.loads((package / "oasmith.json").read_bytes())
        files = [path for path, content in contents(package).items() if content is not None]
        assert sorted(files) == sorted([*manifest["files"], "oasmith.json"])
        assert (work.folder / "acme.yaml").read_text() == DOCUMENT
        assert sorted(path.name for path in work.folder.iterdir()) == ["acme.yaml", "src"]

    def test_every_configured_client(self, work: Workplace) -> None:
        client = '[[tool.oasmith.clients]]\ndocument = "acme.yaml"\noutput = "src"\npackage = "{}"\n'
        work.write("pyproject.toml", client.format("one") + client.format("two"))
        run = work.run("generate")
        assert (run.status, [line.split(":")[0] for line in run.out.splitlines()]) == (
            0,
            ["src/one", "src/two"],
        )
        assert work.run("check") == Outcome(0, "src/one: up to date\nsrc/two: up to date\n", "")
        assert work.run("check", "--package", "two") == Outcome(0, "src/two: up to date\n", "")

    def test_a_configuration_elsewhere(self, work: Workplace) -> None:
        work.write("clients/oasmith.toml", '[[clients]]\ndocument = "../acme.yaml"\npackage = "acme"\n')
        assert work.run("generate", "--config", "clients/oasmith.toml").status == 0
        assert (work.folder / "clients" / "acme" / "py.typed").is_file()

    def test_a_configured_document_by_its_name(self, work: Workplace) -> None:
        work.write(
            "oasmith.toml", '[[clients]]\ndocument = "acme.yaml"\npackage = "other"\nclient = "Other"\n'
        )
        assert work.run("generate", "./acme.yaml").status == 0
        assert json.loads((work.folder / "other/oasmith.json").read_bytes())["async_client"] == "AsyncOther"

    def test_the_overlays_of_a_configuration_are_for_its_own_document(self, work: Workplace) -> None:
        work.write("overlay.yaml", OVERLAY.format("{target: $.paths.*, remove: true}"))
        settings = '[[clients]]\ndocument = "acme.yaml"\npackage = "client"\noverlays = ["overlay.yaml"]\n'
        work.write("oasmith.toml", settings)
        work.write("other.yaml", DOCUMENT)
        assert "client: 0 operations" in work.run("generate", "acme.yaml").out
        assert "client: 2 operations" in work.run("generate", "other.yaml", "--package", "client").out

    def test_a_package_is_named_after_its_document(self, work: Workplace) -> None:
        work.write("Pet Store/openapi.yaml", DOCUMENT)
        assert work.run("generate", "Pet Store/openapi.yaml").out.startswith("pet_store: ")

    def test_strict(self, work: Workplace) -> None:
        work.change(*IGNORED)
        before = work.contents()
        strict = work.run("generate", "acme.yaml", "--strict")
        assert (strict.status, strict.out, work.contents()) == (2, "", before)
        assert strict.err.startswith("acme.yaml:10:11: error[bad-parameter]: ")
        lenient = work.run("generate", "acme.yaml")
        assert (lenient.status, lenient.err) == (0, "")
        assert lenient.out.endswith("0 approximated, 1 ignored; see `oasmith inspect`\n")
        assert work.run("check", "acme.yaml").status == 0
        assert work.run("check", "acme.yaml", "--strict").status == 2

    def test_warnings_have_their_place(self, work: Workplace) -> None:
        work.write("overlay.yaml", OVERLAY.format("{target: $.nothing, update: {}}"))
        run = work.run("generate", "acme.yaml", "--overlay", "overlay.yaml")
        assert (
            run.err == "overlay.yaml:4:6: warning[unmatched-target]: the target '$.nothing' matches nothing\n"
        )
        assert run.status == 0

    @pytest.mark.parametrize("action", ["{target: $.nothing, update: {}}", "{target: $.info}"])
    def test_an_action_that_does_nothing_fails_a_strict_run(self, work: Workplace, action: str) -> None:
        work.write("overlay.yaml", OVERLAY.format(action))
        before = work.contents()
        run = work.run("generate", "acme.yaml", "--overlay", "overlay.yaml", "--strict")
        assert (run.status, work.contents()) == (2, before)
        assert "overlay.yaml:4:" in run.err
        assert " error[" in run.err
        assert work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml", "--strict").status == 2
        assert work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml").status == 0

    def test_what_each_action_did_is_told(self, work: Workplace) -> None:
        action = "{target: '$.info', description: It is so., update: {title: Other}}"
        work.write("overlay.yaml", OVERLAY.format(action))
        run = work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml")
        assert run.out.splitlines()[-1] == "overlay.yaml:4:5: overlay: updated #/info: It is so."
        told = json.loads(
            work.run("inspect", "acme.yaml", "--overlay", "overlay.yaml", "--format", "json").out
        )
        assert told["overlays"] == [
            {
                "did": "updated",
                "nodes": ["/info"],
                "description": "It is so.",
                "file": "overlay.yaml",
                "pointer": "/actions/0",
                "line": 4,
                "column": 5,
            }
        ]

    def test_settings_that_nothing_in_the_document_has(self, work: Workplace) -> None:
        settings = (
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\n'
            'names = { list_sesions_v1 = "sessions.all", retrieve_session_v1 = "sessions.get" }\n'
            "[clients.credentials.apiKey]\n"
            '[clients.parameters.limits]\nlists = "comma"\n[clients.parameters.cursor]\nlists = "comma"\n'
        )
        work.write("oasmith.toml", settings)
        run = work.run("generate")
        told = "which the settings have in"
        assert run.status == 0
        assert [
            line.removeprefix("acme.yaml: warning[unmatched-setting]: ") for line in run.err.splitlines()
        ] == [
            f"no operation is called 'list_sesions_v1', {told} 'names'; did you mean 'list_sessions_v1'?",
            f"no security scheme is called 'apiKey', {told} 'credentials'",
            f"no parameter is called 'limits', {told} 'parameters'; did you mean 'limit'?",
        ]

    def test_settings_for_what_is_left_out(self, work: Workplace) -> None:
        settings = (
            '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\noperations = ["retrieve_session_v1"]\n'
            'names = { list_sessions_v1 = "sessions.all" }\n'
            '[clients.parameters.cursor]\nlists = "comma"\n[clients.credentials.apiKey]\nargument = "key"\n'
        )
        work.write("oasmith.toml", settings)
        # What other operations have is not known; the security schemes are.
        (line,) = work.run("generate").err.splitlines()
        assert "no security scheme is called 'apiKey'" in line

    def test_a_schema_that_is_missing_is_any_value_with_a_warning(self, work: Workplace) -> None:
        work.change(*MISSING)
        told = (
            "'#/components/schemas/Gone' does not exist; any value is accepted; an overlay mends it with the "
            "action {target: $, update: {components: {schemas: {Gone: ...}}}}\n"
        )
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err) == (0, f"acme.yaml:34:24: warning[missing-schema]: {told}")
        strict = work.run("generate", "acme.yaml", "--strict")
        assert strict == Outcome(2, "", f"acme.yaml:34:24: error[missing-schema]: {told}")

    def test_the_overlay_that_is_named_mends_it(self, work: Workplace) -> None:
        work.change(*MISSING)
        action = "{target: $, update: {components: {schemas: {Gone: {type: string}}}}}"
        work.write("mend.yaml", OVERLAY.format(action))
        run = work.run("generate", "acme.yaml", "--overlay", "mend.yaml", "--strict")
        assert (run.status, run.err) == (0, "")

    def test_many_references_to_one_missing_schema_are_one_warning(self, work: Workplace) -> None:
        work.change('"#/components/schemas/Session"', '"#/components/schemas/Gone"')
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err.count("warning[missing-schema]")) == (0, 1)
        assert work.run("inspect", "acme.yaml").out.count("ignored[missing-schema]") == 2

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("    Session:", "    Other:"),
            (MISSING[1], 'schema: {$ref: "#/definitions/Session/0"}'),
            (MISSING[1], "schema: {allOf: [{$ref: '#/components/schemas/Gone'}, {properties: {a: {}}}]}"),
            (MISSING[1], "schema: {oneOf: [{$ref: '#/components/schemas/Gone'}, {type: string}]}"),
            (MISSING[1], "schema: {$ref: '#/components/schemas/Gone', minProperties: 1}"),
            ("schema: {type: integer}", "schema: {$ref: '#/components/schemas/Gone'}"),
        ],
    )
    def test_wherever_a_schema_is_missing(self, work: Workplace, old: str, new: str) -> None:
        work.change(MISSING[0], MISSING[1])
        work.change(old, new)
        run = work.run("generate", "acme.yaml")
        assert run.status == 0
        assert "warning[missing-schema]" in run.err
        assert "error" not in run.err

    @pytest.mark.parametrize("paths", ["{}", "", "{/x: {}}", "{/x: {parameters: []}}"])
    def test_a_document_with_nothing_to_call_is_a_warning(self, work: Workplace, paths: str) -> None:
        work.write("empty.yaml", f'openapi: 3.1.0\ninfo: {{title: Acme, version: "1"}}\npaths: {paths}\n')
        run = work.run("generate", "empty.yaml")
        message = "it has no operations and no webhooks, so there is nothing to call"
        assert (run.status, run.err) == (0, f"empty.yaml: warning[no-operations]: {message}\n")

    def test_a_list_that_is_only_sent_is_no_page(self, work: Workplace) -> None:
        work.change("data: {type: array,", "data: {type: array, writeOnly: true,")
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err) == (0, "")

    def test_webhooks_are_something(self, work: Workplace) -> None:
        text = (
            'openapi: 3.1.0\ninfo: {title: Acme, version: "1"}\nwebhooks: {made: {post: {responses: {}}}}\n'
        )
        work.write("hooks.yaml", text)
        assert work.run("generate", "hooks.yaml").err == ""


class TestUnforeseen:
    """What goes wrong in the program itself."""

    @pytest.mark.parametrize("command", ["generate", "check", "explain", "inspect", "init"])
    def test_it_is_told_and_no_traceback(
        self, work: Workplace, command: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("generator.pipeline.lower", _fail)
        assert work.run(command, "acme.yaml") == Outcome(
            2,
            "",
            "error[internal-error]: oasmith itself failed (KeyError: 'a b'); please report it, with the "
            "document if you may share it; OASMITH_TRACEBACK=1 prints where it happened\n",
        )

    def test_the_traceback_can_be_had(self, work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("generator.pipeline.lower", _fail)
        monkeypatch.setenv("OASMITH_TRACEBACK", "1")
        run = work.run("generate", "acme.yaml")
        assert run.status == 2
        assert run.err.startswith("Traceback (most recent call last):\n")
        assert "in _fail\n" in run.err
        assert run.err.splitlines()[-1].startswith("error[internal-error]: ")


def _fail(*_: object) -> None:
    raise KeyError("a b")


class TestWriting:
    def test_a_failing_run_leaves_everything_as_it_was(self, made: Workplace) -> None:
        made.change(*UNRESOLVED)
        before = made.contents()
        run = made.run("generate", "acme.yaml")
        assert (run.status, made.contents()) == (2, before)

    def test_files_that_are_no_longer_made_are_removed(self, made: Workplace) -> None:
        assert (made.folder / "acme/_async/sessions.py").is_file()
        made.change(*OTHER_OPERATIONS)
        assert made.run("generate", "acme.yaml").status == 0
        files = contents(made.folder / "acme")
        assert "_async/chats.py" in files
        assert not [path for path in files if path.endswith("/sessions.py")]

    def test_deleted_files_are_made_anew_and_edited_ones_by_name(self, made: Workplace) -> None:
        before = made.contents()
        made.write("acme/errors.py", "# mine\n")
        (made.folder / "acme/pagination.py").unlink()
        assert made.run("generate", "acme.yaml").status == 0
        assert made.contents() == {**before, "acme/errors.py": b"# mine\n"}
        assert made.run("generate", "acme.yaml", "--discard-edits", "acme/errors.py").status == 0
        assert made.contents() == before

    def test_a_folder_that_becomes_empty_is_removed(self, made: Workplace) -> None:
        manifest = json.loads((made.folder / "acme/oasmith.json").read_bytes())
        manifest["files"]["old/parts/made_once.py"] = digest(b"")
        made.write("acme/oasmith.json", json.dumps(manifest))
        made.write("acme/old/parts/made_once.py", "")
        assert made.run("generate", "acme.yaml").status == 0
        assert not (made.folder / "acme/old").exists()

    def test_a_manifest_cannot_reach_out_of_the_package(self, made: Workplace) -> None:
        manifest = json.loads((made.folder / "acme/oasmith.json").read_bytes())
        manifest["files"]["../acme.yaml"] = "sha256:0"
        made.write("acme/oasmith.json", json.dumps(manifest))
        assert made.run("generate", "acme.yaml").status == 0
        assert (made.folder / "acme.yaml").read_text() == DOCUMENT

    def test_foreign_files_stay(self, made: Workplace) -> None:
        made.write("acme/extras/mine.py", "mine = 1\n")
        assert made.run("check", "acme.yaml") == Outcome(0, "acme: up to date\n", "")
        made.change(*OTHER_OPERATIONS)
        assert "mine.py" not in made.run("check", "acme.yaml").out
        assert made.run("generate", "acme.yaml").status == 0
        assert (made.folder / "acme/extras/mine.py").read_text() == "mine = 1\n"

    @pytest.mark.parametrize(
        ("mine", "in_the_way"),
        [
            ("acme/_async/chats.py", "acme/_async/chats.py"),
            ("acme/_async/chats.py/mine.py", "acme/_async/chats.py"),
            ("acme/oasmith.json/mine.py", "acme/oasmith.json"),
        ],
    )
    def test_a_foreign_file_in_the_way(self, made: Workplace, mine: str, in_the_way: str) -> None:
        made.change(*OTHER_OPERATIONS)
        if mine.startswith("acme/oasmith.json"):
            (made.folder / "acme/oasmith.json").unlink()
        made.write(mine, "mine = 1\n")
        before = made.contents()
        run = made.run("generate", "acme.yaml")
        message = "this was not written by oasmith and stands in the way; move it, or choose another output"
        assert run == Outcome(2, "", f"{in_the_way}: error[foreign-file]: {message}\n")
        assert made.contents() == before

    @pytest.mark.parametrize("mine", ["acme", "acme/models"])
    def test_a_foreign_file_where_a_folder_is_needed(self, work: Workplace, mine: str) -> None:
        work.write(mine, "mine\n")
        before = work.contents()
        run = work.run("generate", "acme.yaml")
        assert (run.status, run.err.split("]")[0]) == (2, f"{mine}: error[foreign-file")
        assert work.contents() == before

    def test_output_that_cannot_be_written(self, work: Workplace) -> None:
        work.write("notes.txt", "mine\n")
        before = work.contents()
        run = work.run("generate", "acme.yaml", "--output", "notes.txt/below")
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith(
            "notes.txt/below: error[unwritable-output]: the package cannot be written: "
        )
        assert work.contents() == before

    def test_models_keep_their_names_until_they_are_forgotten(self, made: Workplace) -> None:
        def names() -> dict[str, str]:
            manifest = json.loads((made.folder / "acme/oasmith.json").read_text())
            models: dict[str, str] = manifest["models"] | manifest["inline_models"]
            return {key: path.rpartition(".")[2] for key, path in models.items()}

        ((key, inline),) = [item for item in names().items() if "/paths/" in item[0]]
        newcomer = f"schemas:\n    {inline}: {{type: object, properties: {{x: {{type: string}}}}}}"
        made.write("acme.yaml", DOCUMENT.replace("schemas:", newcomer))
        assert made.run("generate", "acme.yaml").status == 0
        assert names()[key] == inline
        assert names()[f"#/components/schemas/{inline}"] != inline
        assert made.run("generate", "acme.yaml", "--rename").status == 0
        assert names()[key] != inline
        assert names()[f"#/components/schemas/{inline}"] == inline

    def test_a_manifest_that_a_merge_has_broken(self, made: Workplace) -> None:
        made.change(*NEW_PARAMETER)
        made.write("acme/oasmith.json", "<<<<<<< HEAD\n")
        check = made.run("check", "acme.yaml")
        assert (check.status, check.err) == (1, "")
        assert "acme/oasmith.json has the marks of a conflict of a merge: run `oasmith generate`" in check.out
        run = made.run("generate", "acme.yaml")
        assert run.status == 0
        assert run.err.startswith("acme/oasmith.json: warning[lost-names]: it cannot be read, so calls get")
        assert made.run("check", "acme.yaml").status == 0


class TestCheck:
    def test_clean(self, made: Workplace) -> None:
        before = made.contents()
        assert made.run("check", "acme.yaml") == Outcome(0, "acme: up to date\n", "")
        assert made.contents() == before

    def test_nothing_there(self, work: Workplace) -> None:
        before = work.contents()
        run = work.run("check", "acme.yaml", "--output", "not/there")
        assert (run.status, run.err, work.contents()) == (1, "", before)
        assert "  would add not/there/acme/__init__.py\n" in run.out

    def test_a_compatible_change(self, made: Workplace) -> None:
        made.change(*NEW_PARAMETER)
        before = made.contents()
        run = made.run("check", "acme.yaml")
        assert (run.status, run.err) == (1, "")
        first, cause, change, *files, advice = run.out.splitlines()
        assert first == "acme: out of date"
        assert cause == "  the document acme.yaml has changed"
        assert (
            change
            == "  sessions.list has the new optional argument 'size' [parameter-added] (acme.yaml:10:11)"
        )
        assert "  would change acme/_operations/sessions.py" in files
        assert all(file.startswith("  would change acme/") for file in files)
        assert advice == "  run `oasmith generate` to bring it up to date"
        assert made.contents() == before

    def test_a_breaking_change(self, made: Workplace) -> None:
        made.change(*LESS_AN_OPERATION)
        before = made.contents()
        run = made.run("check", "acme.yaml")
        assert (run.status, run.err) == (3, "")
        assert "  BREAKING sessions.retrieve is gone [operation-removed]\n" in run.out
        assert made.contents() == before

    def test_a_change_that_nobody_sees(self, made: Workplace) -> None:
        made.change(*NEW_COMMENT)
        assert made.run("check", "acme.yaml").out.splitlines() == [
            "acme: out of date",
            "  the document acme.yaml has changed",
            "  would change acme/oasmith.json",
            "  run `oasmith generate` to bring it up to date",
        ]

    def test_files_that_would_go(self, made: Workplace) -> None:
        made.change(*OTHER_OPERATIONS)
        run = made.run("check", "acme.yaml")
        assert run.status == 3
        assert "  BREAKING sessions.list is gone [operation-removed]\n" in run.out
        assert "  would add acme/_async/chats.py\n" in run.out
        assert "  would remove acme/_async/sessions.py\n" in run.out

    @pytest.mark.parametrize(
        ("setting", "status"), [('headers = { "X-Source" = "sdk" }', 1), ('client = "Other"', 3)]
    )
    def test_a_changed_configuration(self, work: Workplace, setting: str, status: int) -> None:
        work.write("oasmith.toml", '[[clients]]\ndocument = "acme.yaml"\npackage = "acme"\n')
        assert work.run("generate").status == 0
        work.change('package = "acme"', f'package = "acme"\n{setting}', path="oasmith.toml")
        run = work.run("check")
        assert (run.status, run.err) == (status, "")
        assert "  the configuration has changed\n" in run.out

    def test_a_changed_overlay(self, work: Workplace) -> None:
        work.write("overlay.yaml", OVERLAY.format("{target: $.info, update: {title: A}}"))
        assert work.run("generate", "acme.yaml", "--overlay", "overlay.yaml").status == 0
        assert work.run("check", "acme.yaml", "--overlay", "overlay.yaml").status == 0
        work.change("title: A}", "title: B}", path="overlay.yaml")
        run = work.run("check", "acme.yaml", "--overlay", "overlay.yaml")
        assert (run.status, run.out.splitlines()[1]) == (1, "  the overlays have changed")

    def test_a_changed_file_that_the_document_refers_to(self, work: Workplace) -> None:
        work.write("parts.yaml", "Note: {type: object, properties: {text: {type: string}}}\n")
        work.change("id: {type: string}", 'id: {type: string}\n        note: {$ref: "parts.yaml#/Note"}')
        assert work.run("generate", "acme.yaml").status == 0
        assert work.run("check", "acme.yaml").status == 0
        work.change("text: {type: string}", "text: {type: string}, by: {type: string}", path="parts.yaml")
        run = work.run("check", "acme.yaml")
        assert (run.status, run.out.splitlines()[1]) == (1, "  the document parts.yaml has changed")

    def test_another_oasmith(self, made: Workplace) -> None:
        manifest = json.loads((made.folder / "acme/oasmith.json").read_bytes())
        manifest["inputs"]["templates"] = "sha256:0"
        made.write("acme/oasmith.json", json.dumps(manifest))
        assert made.run("check", "acme.yaml") == Outcome(0, "acme: up to date\n", "")  # it makes the same
        manifest["tool"] = "oasmith 0.0.1"
        made.write("acme/oasmith.json", json.dumps(manifest))
        made.write("acme/errors.py", "# of an older one\n")
        cause = "  oasmith itself has changed: it was made by oasmith 0.0.1, and this is oasmith 0.1.0"
        run = made.run("check", "acme.yaml")
        assert (run.status, run.out.splitlines()[1]) == (1, cause)

    def test_a_hand_edited_file(self, made: Workplace) -> None:
        made.write("acme/errors.py", "# mine\n")
        assert made.run("check", "acme.yaml") == Outcome(
            1,
            "acme: out of date\n"
            "  acme/errors.py was edited by hand, at lines 1, 3\n"
            "  would merge the edits of acme/errors.py; `--discard-edits` throws them away\n"
            "  run `oasmith generate` to bring it up to date\n",
            "",
        )

    def test_a_deleted_file(self, made: Workplace) -> None:
        (made.folder / "acme/errors.py").unlink()
        assert made.run("check", "acme.yaml") == Outcome(
            1,
            "acme: out of date\n"
            "  acme/errors.py is missing\n"
            "  would add acme/errors.py\n"
            "  run `oasmith generate` to bring it up to date\n",
            "",
        )

    def test_a_document_that_cannot_be_used(self, made: Workplace) -> None:
        made.change(*UNRESOLVED)
        run = made.run("check", "acme.yaml")
        assert (run.status, run.out) == (2, "")
        assert run.err.startswith("acme.yaml:11:12: error[unresolved-reference]: ")


class TestDiff:
    def run(self, work: Workplace, form: str, change: tuple[str, str] = ("", "")) -> tuple[int, str]:
        work.write("new.yaml", DOCUMENT.replace(*change))
        run = work.run("diff", "acme.yaml", "new.yaml", "--format", form)
        assert run.err == ""
        return run.status, run.out

    def test_text(self, work: Workplace) -> None:
        assert self.run(work, "text") == (0, "No change that a user could see.\n")
        assert self.run(work, "text", NEW_PARAMETER) == (
            1,
            (
                "sessions.list has the new optional argument 'size' [parameter-added] (new.yaml:10:11)\n"
                "Compatible: a minor version.\n"
            ),
        )
        assert self.run(work, "text", LESS_AN_OPERATION) == (
            3,
            (
                "BREAKING sessions.retrieve is gone [operation-removed] (acme.yaml:24:5)\n"
                "Breaking: a major version.\n"
            ),
        )

    def test_json(self, work: Workplace) -> None:
        status, out = self.run(work, "json")
        assert (status, json.loads(out)) == (0, {"step": "none", "changes": []})
        status, out = self.run(work, "json", NEW_PARAMETER)
        message = "has the new optional argument 'size'"
        change: dict[str, Any] = {
            "subject": "sessions.list",
            "message": message,
            "breaking": False,
            "id": "parameter-added",
            "severity": "compatible",
            "aspect": "source",
            "direction": "request",
            "step": "minor",
            "reason": "calls go on without it",
            "old": {"file": "acme.yaml", "pointer": "/paths/~1sessions/get", "line": 6, "column": 5},
            "new": {
                "file": "new.yaml",
                "pointer": "/paths/~1sessions/get/parameters/0",
                "line": 10,
                "column": 11,
            },
        }
        assert (status, json.loads(out)) == (1, {"step": "minor", "changes": [change]})
        status, out = self.run(work, "json", LESS_AN_OPERATION)
        (change,) = json.loads(out)["changes"]
        assert (status, change["message"], change["breaking"]) == (3, "is gone", True)
        assert (change["old"]["file"], change["new"]) == ("acme.yaml", None)

    def test_markdown(self, work: Workplace) -> None:
        status, out = self.run(work, "markdown", OTHER_OPERATIONS)
        assert status == 3
        assert [line.partition(" (")[0] for line in out.splitlines()] == [
            "## Breaking",
            "",
            "- `models.SessionListResponse` is gone",
            "- `sessions.list` is gone",
            "- `sessions.retrieve` is gone",
            "",
            "## Compatible",
            "",
            "- `chats.list` is new",
            "- `chats.retrieve` is new",
            "- `models.ChatListResponse` is new",
            "",
            "Breaking: a major version.",
        ]


class TestExplain:
    def test_everything(self, work: Workplace) -> None:
        run = work.run("explain", "acme.yaml")
        conclusion, reason = run.out.splitlines()
        assert (run.status, run.err) == (0, "")
        assert conclusion == "sessions.list: pages of 'data': 'next_cursor' goes to 'cursor'"
        assert reason.startswith(
            "    because the response has the list 'data' and the cursor 'next_cursor', "
        )
        assert reason.endswith("(acme.yaml:6:5)")

    @pytest.mark.parametrize("name", ["sessions.list", "list_sessions_v1"])
    def test_an_operation(self, work: Workplace, name: str) -> None:
        run = work.run("explain", "acme.yaml", name)
        assert (run.status, run.err) == (0, "")
        assert run.out.splitlines()[:3] == [
            "sessions.list -> Pager[Session]",
            "    GET /sessions (acme.yaml:6:5)",
            "    name: resource from the path, method from request and path",
        ]
        assert "    pagination: pages of 'data': 'next_cursor' goes to 'cursor'\n" in run.out

    @pytest.mark.parametrize("name", ["Session", "models.Session", "/components/schemas/Session"])
    def test_a_model(self, work: Workplace, name: str) -> None:
        run = work.run("explain", "acme.yaml", name)
        assert run == Outcome(
            0, "models.Session (models/session.py)\n    name: named by the document (acme.yaml:37:5)\n", ""
        )

    def test_an_unknown_name(self, work: Workplace) -> None:
        message = "there is no operation or model 'sessions.lst'; did you mean 'sessions.list'?"
        run = work.run("explain", "acme.yaml", "sessions.lst")
        assert run == Outcome(2, "", f"acme.yaml: error[unknown-name]: {message}\n")


class TestInspect:
    def test_text(self, work: Workplace) -> None:
        work.change(*IGNORED)
        run = work.run("inspect", "acme.yaml")
        first, entry = run.out.splitlines()
        assert (run.status, run.err) == (0, "")
        assert first.startswith("acme.yaml: 2 operations, 2 models; ")
        assert first.endswith(" honoured, 0 approximated, 1 ignored")
        assert entry.startswith("acme.yaml:10:11: ignored[bad-parameter]: ")

    def test_json(self, work: Workplace) -> None:
        work.change(*IGNORED)
        run = work.run("inspect", "acme.yaml", "--format", "json")
        ledger = json.loads(run.out)
        assert (run.status, run.err) == (0, "")
        assert list(ledger) == ["document", "title", "counts", "entries"]
        assert list(ledger["counts"]) == ["operations", "models", "honoured", "approximated", "ignored"]
        (entry,) = ledger["entries"]
        assert entry.pop("message")
        assert entry == {
            "kind": "ignored",
            "code": "bad-parameter",
            "file": "acme.yaml",
            "pointer": "/paths/~1sessions/get/parameters/0",
            "line": 10,
            "column": 11,
        }

    def test_strict(self, work: Workplace) -> None:
        assert work.run("inspect", "acme.yaml", "--strict").status == 0
        work.change(*IGNORED)
        run = work.run("inspect", "acme.yaml", "--strict")
        assert (run.status, run.err) == (2, "")
        assert "ignored[bad-parameter]" in run.out


class TestInit:
    def test_prints(self, work: Workplace) -> None:
        before = work.contents()
        run = work.run("init", "acme.yaml")
        expected = {"clients": [{"document": "acme.yaml", "output": "src", "package": "acme"}]}
        assert (run.status, run.err, tomllib.loads(run.out)) == (0, "", expected)
        assert work.contents() == before

    def test_everything_that_it_offers_can_be_set(self, work: Workplace) -> None:
        schemes = '  securitySchemes: {"api key": {type: apiKey, in: header, name: X-Key}}\n'
        work.change("components:\n", f"components:\n{schemes}")
        lines = work.run("init", "acme.yaml").out.splitlines()
        work.write("oasmith.toml", "\n".join(line.removeprefix("# ") for line in lines))
        (client,) = load_config(work.folder / "oasmith.toml")
        assert list(client.credentials) == ["api key"]
        assert work.run("generate").status == 0
        assert work.run("check").status == 0

    @pytest.mark.parametrize("target", ["oasmith.toml", "pyproject.toml"])
    def test_writes(self, work: Workplace, target: str) -> None:
        if target == "pyproject.toml":
            work.write(target, '[project]\nname = "acme"\n')
        assert work.run("init", "acme.yaml", "--write") == Outcome(0, f"wrote {target}\n", "")
        (client,) = load_config(work.folder / target)
        assert (client.document, client.output, client.package) == ("acme.yaml", "src", "acme")
        assert work.run("generate").out.startswith("src/acme: ")
        before = work.contents()
        again = work.run("init", "acme.yaml", "--write")
        assert again == Outcome(
            2, "", f"{target}: error[already-configured]: it configures oasmith already\n"
        )
        assert work.contents() == before


class TestProgram:
    def test_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as exit_:
            main(["--version"])
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        assert (exit_.value.code, capsys.readouterr()) == (0, (f"oasmith {project['version']}\n", ""))

    @pytest.mark.parametrize("arguments", [[], ["generat"], ["generate", "--format", "json"]])
    def test_bad_usage(self, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        assert exit_.value.code == 2
        assert capsys.readouterr().err.startswith("usage: oasmith ")

    def test_the_module_and_the_console_script_are_one_program(self, work: Workplace) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        assert project["scripts"] == {"oasmith": "generator.cli:main"}
        command = [sys.executable, "-m", "generator", "generate", "missing.yaml"]
        run = subprocess.run(
            command, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)}
        )
        assert Outcome(run.returncode, run.stdout, run.stderr) == work.run("generate", "missing.yaml")

    @pytest.mark.usefixtures("work")
    def test_a_reader_that_goes_away(self) -> None:
        command = [sys.executable, "-m", "generator", "explain", "acme.yaml"]
        read, write = os.pipe()
        os.close(read)
        run = subprocess.run(
            command, stdout=write, stderr=subprocess.PIPE, check=False, env={"PYTHONPATH": str(ROOT)}
        )
        os.close(write)
        assert (run.returncode, run.stderr) == (141, b"")


def test_schemas_that_are_nested_too_deeply_end_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schemas: dict[str, Any] = {
        f"A{number}": {"allOf": [{"$ref": f"#/components/schemas/A{number + 1}"}, {"required": ["a"]}]}
        for number in range(3000)
    }
    document = {"openapi": "3.1.0", "components": {"schemas": schemas | {"A3000": {"type": "object"}}}}
    source = tmp_path / "deep.json"
    source.write_text(json.dumps(document), "utf-8")
    assert main(["generate", str(source), "--output", str(tmp_path)]) == 2
    assert "error[too-deep]" in capsys.readouterr().err
