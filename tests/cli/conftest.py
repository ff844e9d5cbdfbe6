"""Folders in which the program runs."""

from pathlib import Path

import pytest

from tests.support.workplace import Workplace


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Workplace:
    monkeypatch.chdir(tmp_path)
    return Workplace(tmp_path, capsys)


@pytest.fixture
def made(work: Workplace) -> Workplace:
    """A workplace in which `acme/` is generated."""
    assert work.run("generate", "acme.yaml").status == 0
    return work
