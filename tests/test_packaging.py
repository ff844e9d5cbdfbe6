"""The distribution: built, installed somewhere else, and as good there as in the checkout."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.environments import Environment, clean_environment, new_environment
from tests.support.folders import contents

ROOT = Path(__file__).parents[1]
DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
paths:
  /ping:
    get: {operationId: ping, responses: {"204": {description: Pong.}}}
"""


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sdist and of the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run = subprocess.run(command, env=clean_environment(), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder


@pytest.fixture(scope="module")
def installed(distributions: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """An environment with the wheel."""
    folder = tmp_path_factory.mktemp("installed")
    environment = new_environment(folder)
    (wheel,) = distributions.glob("*.whl")
    run = environment.run("pip", "install", "--no-index", "--no-deps", "--quiet", str(wheel), cwd=folder)
    assert run.returncode == 0, run.stderr
    return environment


def sources(*folders: str) -> set[str]:
    """Return the paths of the checkout's files in some folders."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_generator_and_its_templates(distributions: Path) -> None:
    (wheel,) = distributions.glob("*.whl")
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    templates = {f"generator/{name}" for name in sources("templates")}
    assert names == sources("generator") | templates


def test_the_sdist_holds_what_it_is_built_from(distributions: Path) -> None:
    (sdist,) = distributions.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    files = {"pyproject.toml", "README.md", "LICENSE", "PKG-INFO"}
    assert names >= sources("generator", "templates") | files
    assert not [name for name in names if name.startswith(("tests/", "generated/", "spec/"))]


def test_it_runs_from_where_it_is_installed(installed: Environment, tmp_path: Path) -> None:
    (tmp_path / "acme.yaml").write_text(DOCUMENT)
    program = "import generator; print(generator.__file__)"
    where = installed.run("python", "-c", program, cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed.folder)

    assert installed.run("oasmith", "check", "acme.yaml", cwd=tmp_path).returncode == 1
    run = installed.run("oasmith", "generate", "acme.yaml", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert installed.run("oasmith", "check", "acme.yaml", cwd=tmp_path).stdout == "acme: up to date\n"
    use = "import acme; acme.AcmeClient().ping"
    assert installed.run("python", "-c", use, cwd=tmp_path).returncode == 0


def test_it_makes_the_same_as_the_checkout(installed: Environment, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    run = installed.run("oasmith", "generate", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert contents(tmp_path / "generated") == contents(ROOT / "generated")
