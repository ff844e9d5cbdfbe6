"""The exact text that a user sees: each `.txt` is a command and what it prints, beside the files it reads."""

import shlex
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.folders import contents

FOLDER = Path(__file__).parent / "diagnostics"
CASES = sorted(path.stem for path in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("case", CASES)
def test_diagnostic(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    command, expected = (FOLDER / f"{case}.txt").read_text("utf-8").split("\n", 1)
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    before = contents(tmp_path)
    monkeypatch.chdir(tmp_path)

    status = main(shlex.split(command.removeprefix("$ oasmith ")))

    assert capsys.readouterr() == ("", expected)
    assert status == 2
    assert contents(tmp_path) == before
