"""Edits of generated files live on: told, merged, in conflict, kept, or thrown away by name."""

import json
import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.documents import NOTES
from tests.support.folders import contents

PATH = "acme/models/note.py"


@dataclass(frozen=True)
class Workplace:
    folder: Path
    capture: pytest.CaptureFixture[str]

    def run(self, command: str, *arguments: str) -> tuple[int, str, str]:
        self.capture.readouterr()
        status = main([command, "acme.yaml", *arguments])
        return status, *self.capture.readouterr()

    def read(self, path: str) -> str:
        return (self.folder / path).read_text()

    def change(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        (self.folder / path).write_text(text.replace(old, new, 1))


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Workplace:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acme.yaml").write_text(NOTES)
    assert main(["generate", "acme.yaml"]) == 0
    return Workplace(tmp_path, capsys)


def edit_and_change(work: Workplace) -> None:
    """Edit one line of a model, and change another one in the document."""
    work.change(PATH, '"""Model: Note."""', '"""My notes."""')
    work.change("acme.yaml", "text:", "words:")


def test_an_edit_is_merged(work: Workplace) -> None:
    edit_and_change(work)
    status, out, _ = work.run("generate")
    assert (status, f"  kept the edits of {PATH}\n" in out) == (0, True)
    assert '"""My notes."""' in work.read(PATH)
    assert "words: str | None = None" in work.read(PATH)
    assert work.run("check")[0] == 1
    assert work.run("check", "--accept-edits")[0] == 0
    after = contents(work.folder)
    assert work.run("generate")[0] == 0
    assert contents(work.folder) == after


def test_check_tells_edits_with_their_lines(work: Workplace) -> None:
    work.change(PATH, '"""Model: Note."""', '"""My notes."""')
    status, out, _ = work.run("check")
    assert (status, f"  {PATH} was edited by hand, at line 2\n" in out) == (1, True)
    assert f"  would keep the edits of {PATH}; " in out


def test_a_conflict_is_marked_and_has_to_be_resolved(work: Workplace) -> None:
    work.change(PATH, "text: str", "text: bytes")
    work.change("acme.yaml", "text:", "words:")
    status, out, _ = work.run("generate")
    assert (status, f"  CONFLICT in {PATH}, line 10: " in out) == (1, True)
    marked = """\
<<<<<<< edited by hand
    text: bytes | None = None
=======
    words: str | None = None
>>>>>>> made by oasmith
"""
    assert marked in work.read(PATH)
    before = contents(work.folder)
    status, _, err = work.run("generate")
    assert (status, err.split(":")[0], "error[unresolved-edit]: line 10 begins" in err) == (2, PATH, True)
    for flags in ((), ("--accept-edits",)):
        status, out, _ = work.run("check", *flags)
        refused = f"  `oasmith generate` refuses {PATH}: line 10 begins a conflict of an edit"
        assert (status, refused in out) == (1, True)
        assert f"{PATH} has the marks of a conflict of an edit" in out
        assert f"change {PATH}" not in out
        assert out.endswith("\n  `oasmith generate` writes nothing until what it refuses is mended\n")
    assert contents(work.folder) == before
    work.change(PATH, marked, "    words: bytes | None = None\n")
    assert work.run("generate")[0] == 0
    assert "    words: bytes | None = None\n" in work.read(PATH)
    assert "<<<<<<<" not in work.read(PATH)


@pytest.mark.parametrize("name", [PATH, "models/note.py", "acme/models", "acme", "."])
def test_edits_are_thrown_away_by_name(name: str, work: Workplace) -> None:
    made = work.read(PATH)
    work.change(PATH, "Model:", "My model:")
    work.change("acme/errors.py", "Everything", "All of it")
    is_all = name in {"acme", "."}
    status, out, _ = work.run("generate", "--discard-edits", name)
    assert (status, f"  threw the edits of {PATH} away\n" in out) == (0, True)
    assert work.read(PATH) == made
    assert ("All of it" not in work.read("acme/errors.py")) == is_all


def test_all_edits_are_thrown_away(work: Workplace) -> None:
    before = contents(work.folder)
    work.change(PATH, "Model:", "My model:")
    work.change("acme/errors.py", "Everything", "All of it")
    assert work.run("generate", "--discard-edits")[0] == 0
    assert contents(work.folder) == before


def test_a_name_without_edits_is_told(work: Workplace) -> None:
    status, _, err = work.run("generate", "--discard-edits", "acme/nothing.py")
    assert (status, err.startswith("acme/nothing.py: warning[no-edits]: ")) == (0, True)


def test_an_edited_file_that_is_no_longer_made_stays(work: Workplace) -> None:
    work.change(PATH, "Model:", "My model:")
    work.change("acme.yaml", "/Note", "/Memo")
    work.change("acme.yaml", "{Note:", "{Memo:")
    (work.folder / "acme/oasmith.contract.json").write_text("{}")
    status, out, _ = work.run("generate", "--rename")
    assert (status, f"  kept {PATH}, which is no longer made" in out) == (1, True)
    assert "My model:" in work.read(PATH)
    assert f"{PATH} is an orphan" in work.run("check")[1]
    for flags in ((), ("--dry-run",)):  # it is told until somebody has done something
        status, out, _ = work.run("generate", *flags)
        assert (status, f"  kept {PATH}, an orphan: " in out) == (1, True)
    assert "My model:" in work.read(PATH)
    (work.folder / PATH).unlink()
    assert work.run("check")[0] == work.run("generate")[0] == 0


@pytest.mark.parametrize("name", [(PATH,), ("acme/models",), ()])
def test_an_orphan_may_be_thrown_away(name: tuple[str, ...], work: Workplace) -> None:
    remove_note(work)
    assert work.run("generate", "--rename")[0] == 1
    status, out, err = work.run("generate", "--discard-edits", *name)
    assert (status, err, f"  removed {PATH}\n" in out) == (0, "", True)
    assert not (work.folder / PATH).exists()
    assert work.run("check")[0] == 0


@pytest.mark.parametrize("has_header", [True, False])
def test_an_edit_of_what_is_no_longer_made_may_be_thrown_away(has_header: bool, work: Workplace) -> None:
    remove_note(work)
    if not has_header:
        (work.folder / PATH).write_text("MINE = 1\n")
    status, out, _ = work.run("generate", "--rename", "--discard-edits", PATH)
    assert (status, f"  threw the edits of {PATH} away\n" in out) == (0, True)
    assert not (work.folder / PATH).exists()


def test_check_tells_what_becomes_of_an_edited_file_that_is_no_longer_made(work: Workplace) -> None:
    remove_note(work)
    _, out, _ = work.run("check")
    assert f"  {PATH} was edited by hand, at line 2\n" in out
    assert f"  would keep {PATH}, which is no longer made: it was edited by hand\n" in out
    assert f"remove {PATH}" not in out


def test_check_calls_nothing_an_orphan_that_is_made_again(work: Workplace) -> None:
    before = remove_note(work)
    assert work.run("generate", "--rename")[0] == 1
    (work.folder / "acme.yaml").write_text(before)
    _, out, _ = work.run("check")
    assert (f"  {PATH} is an orphan" in out, "delete it" in out) == (False, False)
    assert f"  {PATH} says that oasmith made it, and oasmith.json does not have it\n" in out
    assert f"  would mark a conflict in {PATH}: " in out


def test_files_of_another_branch_are_no_orphans_where_they_are_made(work: Workplace) -> None:
    """After a merge of two branches that were both generated, with one's manifest and both documents."""
    other = "Memo: {type: object, properties: {text: {type: string}}}"
    manifest = (work.folder / "acme/oasmith.json").read_bytes()
    pristine = (work.folder / "acme/oasmith.pristine.bz2").read_bytes()
    work.change("acme.yaml", "{Note:", f"{{{other}, Note:")
    assert work.run("generate")[0] == 0
    after = contents(work.folder)
    (work.folder / "acme/oasmith.json").write_bytes(manifest)
    (work.folder / "acme/oasmith.pristine.bz2").write_bytes(pristine)
    _, out, _ = work.run("check")
    assert "  acme/models/memo.py says that oasmith made it, and oasmith.json does not have it\n" in out
    assert ("orphan" in out, "delete it" in out, "acme/models/memo.py\n" in out) == (False, False, False)
    assert work.run("generate")[0] == 0
    assert contents(work.folder) == after


def remove_note(work: Workplace) -> str:
    """Take the edited model out of the document; return what brings it back."""
    work.change(PATH, '"""Model: Note."""', '"""My notes."""')
    before = work.read("acme.yaml")
    work.change("acme.yaml", "/Note", "/Memo")
    work.change("acme.yaml", "{Note:", "{Memo:")
    (work.folder / "acme/oasmith.contract.json").write_text("{}")
    return before


def test_an_edited_file_that_is_made_again_is_in_conflict(work: Workplace) -> None:
    before = remove_note(work)
    assert work.run("generate", "--rename")[0] == 1
    (work.folder / "acme.yaml").write_text(before)
    status, out, _ = work.run("generate", "--rename")
    assert (status, f"  CONFLICT in {PATH}, line 2: " in out) == (1, True)
    assert '<<<<<<< edited by hand\n"""My notes."""\n' in work.read(PATH)
    assert '"""Model: Note."""\n' in work.read(PATH)


def test_an_edited_file_that_is_made_again_may_be_thrown_away(work: Workplace) -> None:
    before = remove_note(work)
    assert work.run("generate", "--rename")[0] == 1
    (work.folder / "acme.yaml").write_text(before)
    assert work.run("generate", "--rename", "--discard-edits", PATH)[0] == 0
    assert "My notes" not in work.read(PATH)
    assert work.run("check")[0] == 0


def test_an_edited_file_that_is_no_longer_made_stays_without_its_pristine_text(work: Workplace) -> None:
    remove_note(work)
    (work.folder / "acme/oasmith.pristine.bz2").unlink()
    status, out, _ = work.run("generate", "--rename")
    assert (status, f"  kept {PATH}, which is no longer made" in out) == (1, True)
    assert "My notes" in work.read(PATH)


@pytest.mark.parametrize("lost", ["oasmith.json", "oasmith.pristine.bz2", "both"])
def test_what_is_lost(lost: str, work: Workplace) -> None:
    """Either of the two is enough to see an edit; without the pristine text it cannot be merged."""
    edit_and_change(work)
    for name in ("oasmith.json", "oasmith.pristine.bz2"):
        if lost in {name, "both"}:
            (work.folder / "acme" / name).write_bytes(b"<<<<<<< lost")
    status, _, err = work.run("generate")
    if lost == "oasmith.json":
        assert (status, '"""My notes."""' in work.read(PATH), "words" in work.read(PATH)) == (0, True, True)
    elif lost == "oasmith.pristine.bz2":
        assert (status, f"{PATH}: error[unmerged-edit]: " in err) == (2, True)
        assert '"""My notes."""' in work.read(PATH)
        assert work.run("generate", "--discard-edits", PATH)[0] == 0
    else:  # nobody can tell an edit from what another oasmith made
        assert (status, f"{PATH}: error[unmerged-edit]: it is not what is made now" in err) == (2, True)
        assert '"""My notes."""' in work.read(PATH)
        assert work.run("generate", "--discard-edits")[0] == 0
    assert work.run("generate")[0] == 0


def test_without_git_nothing_is_lost(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    edit_and_change(work)
    before = contents(work.folder)
    monkeypatch.setenv("PATH", "")
    status, _, err = work.run("generate")
    assert (status, "error[unmerged-edit]: it was edited by hand, and `git`" in err) == (2, True)
    assert contents(work.folder) == before


def end_lines_otherwise(work: Workplace) -> None:
    """Give all text of the package the line ends that Git gives it on some systems."""
    for path in (work.folder / "acme").rglob("*.*"):
        if path.suffix != ".bz2" and path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_other_line_ends_are_no_edit(work: Workplace) -> None:
    end_lines_otherwise(work)
    before = contents(work.folder)
    assert work.run("check")[0] == 0
    status, out, _ = work.run("generate")
    assert (status, out.count("\n"), contents(work.folder)) == (0, 1, before)


def test_what_check_says_of_other_line_ends_is_what_generate_does(work: Workplace) -> None:
    end_lines_otherwise(work)
    work.change(PATH, '"""Model: Note."""', '"""My notes."""')
    before = contents(work.folder)
    assert "  `oasmith generate` keeps these edits, " in work.run("check")[1]
    assert work.run("check", "--accept-edits")[0] == 0
    assert work.run("generate")[0] == 0
    assert contents(work.folder) == before
    work.change("acme.yaml", "text:", "words:")
    would = [line for line in work.run("check")[1].splitlines() if " would " in line]
    assert len(would) < 10
    assert work.run("generate")[0] == 0
    changed = {path for path, content in contents(work.folder).items() if content != before[path]}
    assert {line.partition("acme/")[2].partition(";")[0] for line in would} == {
        path.removeprefix("acme/") for path in changed - {"acme.yaml"}
    }


def test_a_store_with_other_line_ends_is_broken(work: Workplace) -> None:
    path = work.folder / "acme/oasmith.pristine.bz2"
    made = path.read_bytes().replace(b"\n", b"\r\n")
    made = made if b"\r\n" in made else made + b"\r\n"
    path.write_bytes(made)
    assert work.run("check")[0] == 1
    assert work.run("generate")[0] == 0
    assert path.read_bytes() != made


def test_check_foresees_a_conflict(work: Workplace) -> None:
    work.change(PATH, "text: str", "text: bytes")
    work.change("acme.yaml", "text:", "words:")
    before = contents(work.folder)
    _, out, _ = work.run("check")
    assert f"  would mark a conflict in {PATH}: edits and what is made now change the same; " in out
    assert f"merge the edits of {PATH}" not in out
    assert contents(work.folder) == before


def test_check_foresees_that_edits_cannot_be_merged(work: Workplace) -> None:
    edit_and_change(work)
    (work.folder / "acme/oasmith.pristine.bz2").unlink()
    _, out, _ = work.run("check")
    assert f"  `oasmith generate` refuses {PATH}: it was edited by hand, and cannot be merged" in out
    assert work.run("generate")[0] == 2


def test_edits_that_stay_need_no_git(work: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    work.change(PATH, '"""Model: Note."""', '"""My notes."""')
    monkeypatch.setenv("PATH", "")
    assert "  `oasmith generate` keeps these edits, " in work.run("check")[1]
    assert work.run("generate")[0] == 0


def test_a_conflict_of_branches_is_made_anew(work: Workplace) -> None:
    before = contents(work.folder)
    line = "    text: str | None = None\n"
    work.change(PATH, line, f"<<<<<<< HEAD\n{line}=======\n    memo: str\n>>>>>>> other\n")
    assert work.run("generate")[0] == 0
    assert contents(work.folder) == before


def test_a_dry_run_writes_nothing(work: Workplace) -> None:
    edit_and_change(work)
    (work.folder / "acme/py.typed").unlink()
    before = contents(work.folder)
    status, out, _ = work.run("generate", "--dry-run")
    assert (status, "  would write acme/py.typed\n" in out, f"kept the edits of {PATH}" in out) == (
        0,
        True,
        True,
    )
    assert contents(work.folder) == before
    shutil.rmtree(work.folder / "acme")
    assert work.run("generate", "--dry-run")[0] == 0
    assert [path.name for path in work.folder.iterdir()] == ["acme.yaml"]


def test_what_was_written_and_removed_is_told(work: Workplace) -> None:
    assert work.run("generate")[1].count("\n") == 1
    work.change("acme.yaml", "/notes", "/memos")
    _, out, _ = work.run("generate", "--rename")
    assert "  wrote acme/_async/memos.py\n" in out
    assert "  removed acme/_async/notes.py\n" in out


def test_twenty_edits_through_twenty_regenerations(work: Workplace) -> None:
    chance = random.Random(3)
    paths = [
        path.relative_to(work.folder).as_posix()
        for path in sorted((work.folder / "acme").rglob("*.py"))
        if path.read_text().count("\n") > 8
    ]
    edited = {path: f"# edit {number}" for number, path in enumerate(chance.sample(paths, 20))}
    for path, mark in edited.items():
        lines = work.read(path).split("\n")
        place = 1 if path == PATH else chance.randrange(1, len(lines))
        (work.folder / path).write_text("\n".join([*lines[:place], mark, *lines[place:]]))
    for turn in range(20):
        work.change("acme.yaml", "properties: {", f"properties: {{added_{turn}: {{type: string}}, ")
        assert work.run("generate")[0] == 0
        assert all(mark in work.read(path) for path, mark in edited.items())
        assert f"added_{turn}" in work.read(PATH)


def test_a_manifest_of_a_newer_oasmith(work: Workplace) -> None:
    path = work.folder / "acme/oasmith.json"
    path.write_text(json.dumps({"schema": 2, "tool": "oasmith 9.0.0", "files": {}}))
    before = contents(work.folder)
    for command in ("check", "generate"):
        status, _, err = work.run(command)
        assert (status, "error[bad-manifest]: a newer oasmith wrote this (oasmith 9.0.0)" in err) == (2, True)
    assert contents(work.folder) == before


@pytest.mark.parametrize("has_manifest", [True, False])
def test_orphans_are_found_by_their_header(has_manifest: bool, work: Workplace) -> None:
    shutil.copy(work.folder / PATH, work.folder / "acme/models/old.py")
    (work.folder / "acme/models/mine.py").write_text("mine = 1\n")
    if not has_manifest:
        (work.folder / "acme/oasmith.json").unlink()
    status, out, _ = work.run("check")
    assert (status, "  acme/models/old.py is an orphan: " in out, "mine.py" in out) == (1, True, False)
