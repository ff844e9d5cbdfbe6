"""What `check` says of files is what `generate` does with them, whatever people have done to a package."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.documents import NOTES
from tests.support.folders import contents

TRIES = 24
NOTE, ERRORS = "acme/models/note.py", "acme/errors.py"


def edit_note(_: Path) -> None:
    change(NOTE, '"""Model: Note."""', '"""My notes."""')


def edit_note_in_conflict(_: Path) -> None:
    change(NOTE, "text: str", "text: bytes")


def edit_errors(_: Path) -> None:
    change(ERRORS, "Everything", "All of it")


def leave_marks(_: Path) -> None:
    marks = "<<<<<<< edited by hand\n# a\n=======\n# b\n>>>>>>> made by oasmith\n"
    change(ERRORS, "\n", f"\n{marks}")


def delete_errors(_: Path) -> None:
    Path(ERRORS).unlink(missing_ok=True)


def link_errors(folder: Path) -> None:
    delete_errors(folder)
    (folder / "elsewhere.py").write_text("MINE = 1\n")
    Path(ERRORS).symlink_to(folder / "elsewhere.py")


def end_lines_otherwise(folder: Path) -> None:
    for path in (folder / "acme").rglob("*.py"):
        if not path.is_symlink():
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def leave_an_orphan(_: Path) -> None:
    Path("acme/old.py").write_bytes(Path("acme/__init__.py").read_bytes())


def write_a_memo(_: Path) -> None:
    Path("acme/models/memo.py").write_text("MINE = 1\n")


def lose_the_manifest(_: Path) -> None:
    Path("acme/oasmith.json").write_text("<<<<<<< HEAD\n")


def lose_the_store(_: Path) -> None:
    Path("acme/oasmith.pristine.bz2").unlink(missing_ok=True)


def add_a_memo(_: Path) -> None:
    change("acme.yaml", "{Note:", "{Memo: {type: object, properties: {text: {type: string}}}, Note:")


def rename_a_property(_: Path) -> None:
    change("acme.yaml", "text:", "words:")


def drop_the_note(_: Path) -> None:
    change("acme.yaml", '{$ref: "#/components/schemas/Note"}', "{type: string}")
    text = Path("acme.yaml").read_text()
    Path("acme.yaml").write_text(re.sub(r"Note: \{.*?\}\}\}", "Other: {type: integer}", text))


DEEDS: tuple[Callable[[Path], None], ...] = (
    *(edit_note, edit_note_in_conflict, edit_errors, leave_marks, delete_errors, link_errors),
    *(end_lines_otherwise, leave_an_orphan, write_a_memo, lose_the_manifest, lose_the_store),
    *(add_a_memo, rename_a_property, drop_the_note),
)


def change(path: str, old: str, new: str) -> None:
    """Replace a text in a file, where it has it."""
    if Path(path).is_file() and not Path(path).is_symlink():
        content = Path(path).read_bytes()
        Path(path).write_bytes(content.replace(old.encode(), new.encode(), 1))


@pytest.mark.parametrize("seed", range(TRIES))
def test_check_tells_what_generate_does(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("acme.yaml").write_text(NOTES)
    assert main(["generate", "acme.yaml"]) == 0
    chance = random.Random(seed)
    rounds = [chance.sample(DEEDS, chance.randint(1, 4)) for _ in range(2)]
    for deeds in rounds:
        for deed in deeds:
            deed(tmp_path)
        before = contents(tmp_path)
        capsys.readouterr()
        checked = main(["check", "acme.yaml", "--format", "json"])
        (told,) = json.loads(capsys.readouterr().out)["packages"]
        main(["check", "acme.yaml"])
        advice = capsys.readouterr().out.splitlines()[-1].strip()
        assert contents(tmp_path) == before
        dry = main(["generate", "acme.yaml", "--dry-run"])
        assert contents(tmp_path) == before
        status = main(["generate", "acme.yaml"])
        err = capsys.readouterr().err
        after = contents(tmp_path)
        assert dry == status
        assert checked in {0, 1, 3}
        assert ("writes nothing" in advice) == bool(told["refusals"]) == (status == 2)
        if status == 2:
            assert after == before
            assert all(line.partition(": ")[0] in err for line in told["refusals"])
            continue
        assert foreseen(told["files"], "change|add|merge the edits of|mark a conflict in") == {
            path for path in after if after[path] != before.get(path, b"\0none")
        }
        assert foreseen(told["files"], "remove") == before.keys() - after.keys()
        assert not foreseen(told["files"], "keep the edits of") & {
            path for path in after if after[path] != before.get(path)
        }
        if "leaves this" in advice or "keeps these" in advice or checked == 0:
            assert after == before
        marked = foreseen(told["files"], "mark a conflict in")
        orphaned = {item.partition(" ")[0] for item in told["causes"] if " is an orphan: " in item}
        kept = foreseen(told["files"], "keep(?= .* no longer made)")
        assert (status == 1) == bool(marked or orphaned or kept)


def foreseen(lines: list[str], words: str) -> set[str]:
    """Return the files of which one of these is said."""
    found = (re.match(rf"would (?:{words}) (acme/[^,;: ]*)", line) for line in lines)
    return {match[1] for match in found if match}
