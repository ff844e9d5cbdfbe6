"""Formatting files and putting them in their places."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.writing import output
from generator.writing.output import differences, formatted, put
from generator.writing.ownership import MANIFEST

TEXTS = {"models/run.py": "x = {  'é' :1}\n", "run.py": "x=1\n", "py.typed": "", "README.md": "*  a\n"}
FORMATTED = {
    "README.md": b"*  a\n",
    "models/run.py": 'x = {"é": 1}\n'.encode(),
    "py.typed": b"",
    "run.py": b"x = 1\n",
}


@pytest.mark.parametrize(
    ("folder", "room"),
    [("a folder", 0), ("a folder", 2**80), ("no folder", 0)],
    ids=["in memory", "no room in memory", "no memory"],
)
def test_formatted(folder: str, room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a folder").mkdir()
    monkeypatch.setattr(output, "MEMORY", str(tmp_path / folder))
    monkeypatch.setattr(output, "ROOM", room)
    assert formatted([TEXTS]) == FORMATTED
    assert formatted({path: text} for path, text in TEXTS.items()) == FORMATTED
    assert list((tmp_path / "a folder").iterdir()) == []


def test_a_file_that_is_as_it_should_be_keeps_its_time(tmp_path: Path) -> None:
    package = tmp_path / "acme"
    put(differences({"a.py": b"a", "parts/b.py": b"b", MANIFEST: b"{}"}, package, {}), package)
    times = {path: path.stat().st_mtime_ns for path in package.rglob("*.*")}
    put(
        differences(
            {"a.py": b"a", "parts/b.py": b"new", MANIFEST: b"{}"}, package, {"a.py": "", "parts/b.py": ""}
        ),
        package,
    )
    changed = [path.name for path, time in times.items() if path.stat().st_mtime_ns != time]
    assert changed == ["b.py"]
    assert (package / "parts/b.py").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [package]


def test_what_a_killed_process_left_in_memory_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "MEMORY", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f"{output._prefix()}{ended.pid}-abc").mkdir()
    kept = {f"{output._prefix()}{os.getpid()}-abc", f"{output._prefix()}mine", "oasmith-other-1-abc"}
    for name in kept:
        (tmp_path / name).mkdir()
    assert formatted([TEXTS]) == FORMATTED
    assert {path.name for path in tmp_path.iterdir()} == kept
