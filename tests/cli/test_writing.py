"""What stays of a package where a run fails, and what a run leaves alone."""

import json

import pytest

from generator.reading.files import digest
from tests.support.folders import contents
from tests.support.workplace import DOCUMENT, NEW_PARAMETER, OTHER_OPERATIONS, UNRESOLVED, Outcome, Workplace


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

    def test_fields_and_arguments_keep_their_names_until_they_are_forgotten(self, made: Workplace) -> None:
        document = """openapi: 3.1.0
info: {title: Acme, version: '1'}
paths: {/t: {post: {operationId: createThing, responses: {'204': {description: x}},
  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}}}
components: {schemas: {Thing: {properties: {%suserId: {type: string}}}}}
"""

        def generated(properties: str, *options: str) -> tuple[str, str]:
            made.write("acme.yaml", document % properties)
            run = made.run("generate", "acme.yaml", *options)
            assert run.status == 0
            package = made.folder / "acme"
            return run.err, (package / "models/thing.py").read_text() + (package / "_sync/t.py").read_text()

        assert "user_id_2" not in generated("")[1]
        newcomer = "user_id: {type: integer}, "
        err, text = generated(newcomer)
        assert not err
        assert "user_id: str | Unset" in text
        assert "user_id_2: int | None" in text
        contract = made.folder / "acme/oasmith.contract.json"
        contract.write_bytes(contract.read_bytes().replace(b"\n", b"\r\n"))  # as Git may
        assert generated(newcomer) == ("", text)
        contract.write_bytes(contract.read_bytes() + b" ")
        err, text = generated(newcomer)
        assert err.startswith(
            "acme/oasmith.contract.json: warning[lost-names]: it is of another version, or not what"
        )
        assert "user_id: int | Unset" in generated(newcomer, "--rename")[1]

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
