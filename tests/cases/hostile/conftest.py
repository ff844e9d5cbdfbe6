"""A repository with a document, beside which there are files of others."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.support.documents import NOTES


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository beside which there are files of others."""
    (tmp_path / "repository").mkdir()
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim/keep.py").write_text("keep = 1\n")
    (tmp_path / "repository/acme.yaml").write_text(NOTES)
    monkeypatch.chdir(tmp_path / "repository")
    return tmp_path / "repository"


def generate(*arguments: str) -> int:
    """Generate the package of the document; return the status."""
    return main(["generate", "acme.yaml", *arguments])
