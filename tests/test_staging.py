"""What Git is about to commit, the line ends that it gives, and what `init` tells it."""

import subprocess
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.folders import contents
from tests.test_pre_commit import DOCUMENT, SETTINGS


@pytest.fixture(params=["src", "./src", "deep/../src"])
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A repository in whose index a package is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "deep").mkdir()
    (tmp_path / "acme.yaml").write_text(DOCUMENT)
    (tmp_path / "oasmith.toml").write_text(SETTINGS.replace('"src"', f'"{request.param}"'))
    assert main(["generate"]) == 0
    git("init", "--quiet")
    git("add", "--all")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def check(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    return main(["check", "--staged"]), capsys.readouterr().out


@pytest.mark.parametrize("path", ["errors.py", "oasmith.json", "py.typed"])
def test_a_file_that_the_index_lacks(path: str, repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys)[0] == 0
    git("rm", "--cached", "--quiet", f"src/acme/{path}")
    status, out = check(capsys)
    assert (status, f"acme/{path} is not in the commit: run `git add`" in out) == (1, True)
    assert "oasmith generate" not in out
    assert main(["check"]) == 0
    git("rm", "-r", "--cached", "--quiet", "src")
    (repository / ".gitignore").write_text("src/\n")
    assert check(capsys)[0] == 0


def test_other_line_ends_are_no_drift(repository: Path) -> None:
    for path in ("acme.yaml", "src/acme/errors.py", "src/acme/README.md", "src/acme/oasmith.json"):
        (repository / path).write_bytes((repository / path).read_bytes().replace(b"\n", b"\r\n"))
    assert main(["check"]) == 0
    (repository / "src/acme/errors.py").write_bytes(b"\r\n")
    assert main(["check"]) == 1


def test_init_tells_git(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "oasmith.toml").unlink()
    (repository / ".gitattributes").write_text("*.png binary")
    capsys.readouterr()
    assert main(["init", "acme.yaml", "--write"]) == 0
    assert capsys.readouterr().out == "wrote oasmith.toml\nwrote .gitattributes\n"
    lines = ["*.png binary", "/src/acme/** -text linguist-generated", "/src/acme/oasmith.* -merge"]
    assert (repository / ".gitattributes").read_text().splitlines() == lines
    git("config", "core.autocrlf", "true")
    git("add", "--all")
    before = contents(repository / "src")
    (repository / "src/acme/errors.py").unlink()
    git("checkout", "--", "src")
    assert contents(repository / "src") == before
    (repository / "oasmith.toml").unlink()
    assert main(["init", "acme.yaml", "--write"]) == 0
    assert (repository / ".gitattributes").read_text().splitlines() == lines
