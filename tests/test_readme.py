"""The README: what it shows of commands is what they print."""

import re
import shlex
from pathlib import Path

import pytest

from generator.cli import main

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"^\$ oasmith (explain .+)\n((?:(?!\$ |```).*\n)+)", re.MULTILINE)
EXAMPLES = SHOWN.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def test_three_operations_are_explained() -> None:
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize(("command", "output"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_what_is_explained(
    command: str, output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(command)) == 0
    assert capsys.readouterr().out == output
