"""The README: what it shows of commands is what they print, and what it says of features has its tests."""

import re
import shlex
from dataclasses import fields
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import ClientConfig

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"^\$ oasmith (explain .+)\n((?:(?!\$ |```).*\n)+)", re.MULTILINE)
COMPARED = re.compile(r"^## Beside other SDKs\n(.*?)^(?:## |How it is built)", re.MULTILINE | re.DOTALL)
SETTING = re.compile(r"^\[tool\.oasmith\.clients\.(\w+)|(?:^|^# |; )(\w+) = ", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)`")
VERDICT = re.compile(r"(?:yes|partly)(?:[:,] [^|]+)?|no(?:: [^|]+)?|\?")
OURS = re.compile(r"(?:yes|partly)(?:, [^|`]+)?: `tests/[^|]+`|no(?:: [^|`]+)?")
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


def compared() -> list[list[str]]:
    """Return the rows of the table that compares, its head first."""
    found = COMPARED.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found is not None
    lines = [line for line in found[1].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line]


def test_every_row_of_the_comparison_is_whole() -> None:
    head, *rows = compared()
    assert head == ["", "oasmith", "openai", "anthropic", "mistralai", "elevenlabs"]
    assert len(rows) >= 25
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        assert len(row) == len(head), row
        assert OURS.fullmatch(row[1]), row
        assert all(VERDICT.fullmatch(cell) for cell in row[2:]), row


def test_every_feature_of_ours_names_tests_that_are_there() -> None:
    for name, ours, *_ in compared()[1:]:
        tests = TEST.findall(ours)
        assert tests or ours.startswith("no"), name
        for test in tests:
            text = (ROOT / test).read_text(encoding="utf-8")
            assert "\ndef test_" in text or test.startswith(("tests/typing/", "tests/bench")), test


def test_every_setting_is_shown() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = {table or key for table, key in SETTING.findall(text)}
    assert {field.name for field in fields(ClientConfig)} <= shown
