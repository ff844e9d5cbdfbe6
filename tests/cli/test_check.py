"""`oasmith check`: what it finds and says, and the status it ends with."""

import json
import shutil

import pytest

from tests.support.workplace import (
    LESS_AN_OPERATION,
    NEW_COMMENT,
    NEW_PARAMETER,
    OTHER_OPERATIONS,
    OVERLAY,
    UNRESOLVED,
    Outcome,
    Workplace,
)


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

    def test_a_breaking_change_where_lines_end_otherwise(self, made: Workplace) -> None:
        for path in (made.folder / "acme").rglob("*"):
            if path.suffix in {".json", ".py", ".md"}:
                path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        assert made.run("check", "acme.yaml").status == 0
        made.change(*LESS_AN_OPERATION)
        run = made.run("check", "acme.yaml")
        assert (run.status, run.err) == (3, "")
        assert "  BREAKING sessions.retrieve is gone [operation-removed]\n" in run.out

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
        ("setting", "status"),
        [("timeout = 5.0", 1), ('headers = { "X-Source" = "sdk" }', 3), ('client = "Other"', 3)],
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
            "  would keep the edits of acme/errors.py; `--discard-edits` throws them away\n"
            "  `oasmith generate` keeps these edits, and `oasmith check --accept-edits` lets them pass\n",
            "",
        )

    def test_edits_that_are_accepted(self, made: Workplace) -> None:
        kept = "acme: up to date; 1 file has edits by hand, which are kept\n"
        made.write("acme/errors.py", "# mine\n")
        assert made.run("check", "acme.yaml", "--accept-edits") == Outcome(0, kept, "")
        assert made.run("generate", "acme.yaml").status == 0
        assert made.run("check", "acme.yaml", "--accept-edits") == Outcome(0, kept, "")
        assert made.run("check", "acme.yaml").status == 1
        manifest = json.loads((made.folder / "acme/oasmith.json").read_bytes())
        manifest["inputs"]["templates"] = "sha256:0"
        made.write("acme/oasmith.json", json.dumps(manifest))
        assert made.run("check", "acme.yaml", "--accept-edits") == Outcome(0, kept, "")  # it makes the same
        made.change(*NEW_PARAMETER)
        assert made.run("check", "acme.yaml", "--accept-edits").status == 1

    @pytest.mark.parametrize(
        ("path", "text"),
        [
            ("acme/errors.py", "<<<<<<< edited by hand\n# a\n=======\n# b\n>>>>>>> made by oasmith\n"),
            ("acme/errors.py", "<<<<<<< HEAD\n# a\n=======\n# b\n>>>>>>> branch\n"),
            ("acme/oasmith.contract.json", "{}"),
            ("acme/oasmith.pristine.bz2", ""),
            ("acme/old.py", "# Rendered from templates/old.py. DO NOT EDIT\n"),
        ],
    )
    def test_what_generate_does_not_keep_is_not_accepted(self, path: str, text: str, made: Workplace) -> None:
        first = (made.folder / "acme/errors.py").read_text().partition("\n")[0]
        made.write(path, text.replace("# Rendered from templates/old.py. DO NOT EDIT", first))
        made.write("acme/py.typed", "mine\n")
        assert made.run("check", "acme.yaml", "--accept-edits").status == 1

    def test_an_edit_beside_a_change_of_the_document(self, made: Workplace) -> None:
        made.change("DO NOT EDIT", "PLEASE DO NOT EDIT", path="acme/_operations/sessions.py")
        made.change(*NEW_PARAMETER)
        out = made.run("check", "acme.yaml").out
        assert "  would merge the edits of acme/_operations/sessions.py; " in out
        assert out.endswith("  run `oasmith generate` to bring it up to date\n")

    def test_an_orphan_beside_edits_that_are_accepted(self, made: Workplace) -> None:
        shutil.copy(made.folder / "acme/errors.py", made.folder / "acme/old.py")
        made.write("acme/errors.py", "# mine\n")
        run = made.run("check", "acme.yaml", "--accept-edits")
        assert (run.status, "lets them pass" in run.out) == (1, False)
        assert made.run("generate", "acme.yaml").status == 1

    @pytest.mark.parametrize("command", ["check", "generate"])
    def test_a_file_of_people_in_the_way(self, command: str, made: Workplace) -> None:
        made.change(*OTHER_OPERATIONS)
        made.write("acme/_async/chats.py", "mine = 1\n")
        message = "acme/_async/chats.py: this was not written by oasmith and stands in the way; "
        if command == "generate":
            assert made.run("generate", "acme.yaml").status == 2
            return
        for format_ in ("text", "markdown", "github", "json", "sarif"):
            run = made.run("check", "acme.yaml", "--format", format_)
            assert (run.status, run.err, message in run.out.replace("\\_", "_")) == (3, "", True)
        out = made.run("check", "acme.yaml").out
        assert f"  `oasmith generate` refuses {message}" in out
        assert "change acme/_async/chats.py" not in out
        assert out.endswith("  `oasmith generate` writes nothing until what it refuses is mended\n")

    def test_an_orphan(self, made: Workplace) -> None:
        shutil.copy(made.folder / "acme/errors.py", made.folder / "acme/old.py")
        run = made.run("check", "acme.yaml")
        assert (run.status, run.out.splitlines()[-1]) == (
            1,
            "  `oasmith generate` leaves this as it is: edits and orphans are yours to keep or to drop",
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

    def test_why_a_document_cannot_be_used_is_told_to_programs(self, made: Workplace) -> None:
        (clean,) = json.loads(made.run("check", "acme.yaml", "--format", "json").out)["packages"]
        made.change(*UNRESOLVED)
        run = made.run("check", "acme.yaml", "--format", "json")
        (package,) = json.loads(run.out)["packages"]
        assert (clean["status"], clean["errors"]) == ("clean", [])
        assert (run.status, package["status"], package["errors"]) == (2, "error", run.err.splitlines())
        assert package["errors"][0] in made.run("check", "acme.yaml", "--format", "sarif").out
