"""The hooks that this repository offers to others, installed and run by pre-commit."""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.environments import clean_environment, new_environment
from tests.support.folders import contents

ROOT = Path(__file__).parents[1]
DOCUMENT = """\
openapi: 3.1.0
info: {title: Acme, version: "1"}
paths:
  /ping:
    get: {operationId: ping, responses: {"204": {description: Pong.}}}
"""
SETTINGS = """\
[[clients]]
document = "acme.yaml"
output = "src"
package = "acme"
"""
HOOKS = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks: [{{id: oasmith-check}}, {{id: oasmith-generate}}]
"""


@dataclass(frozen=True)
class Consumer:
    """A repository that uses the hooks."""

    folder: Path
    environment: Mapping[str, str]

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a program in the repository."""
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )

    def hook(self, name: str) -> tuple[int, str]:
        """Run a hook on everything, and return its status and what it printed."""
        run = self.run(sys.executable, "-m", "pre_commit", "run", name, "--all-files", "--color", "never")
        return run.returncode, run.stdout + run.stderr

    def commit(self, message: str) -> int:
        """Commit what is staged, the check running as it does for a user; return the status."""
        self.run(sys.executable, "-m", "pre_commit", "install")
        author = ("-c", "user.name=Acme", "-c", "user.email=acme@example.com")
        alone = replace(self, environment={**self.environment, "SKIP": "oasmith-generate"})
        return alone.run("git", *author, "commit", "--quiet", "--message", message).returncode


@pytest.fixture
def consumer(tmp_path: Path) -> Consumer:
    probe = new_environment(tmp_path / "probe")
    reached = probe.run("pip", "download", "--no-deps", "--quiet", "hatchling", cwd=tmp_path)
    if reached.returncode != 0:
        pytest.skip("the hooks cannot be installed: no package registry is reached")

    folder = tmp_path / "consumer"
    folder.mkdir()
    consumer = Consumer(folder, clean_environment(PRE_COMMIT_HOME=str(tmp_path / "pre-commit")))
    hooks = tmp_path / "oasmith"
    if consumer.run("git", "clone", "--quiet", str(ROOT), str(hooks)).returncode != 0:
        pytest.skip("the hooks cannot be installed: this is no git repository")
    revision = consumer.run("git", "-C", str(hooks), "rev-parse", "HEAD").stdout.strip()
    consumer.run("git", "init", "--quiet")
    (folder / ".pre-commit-config.yaml").write_text(HOOKS.format(repository=hooks, revision=revision))
    (folder / "acme.yaml").write_text(DOCUMENT)
    (folder / "oasmith.toml").write_text(SETTINGS)
    consumer.run("git", "add", "--all")
    return consumer


def test_the_hooks(consumer: Consumer) -> None:
    package = consumer.folder / "src" / "acme"

    status, out = consumer.hook("oasmith-generate")
    assert status == 0, out  # what git does not know yet is no change
    made = contents(package)
    assert "oasmith.json" in made
    consumer.run("git", "add", "--all")
    status, out = consumer.hook("oasmith-check")
    assert (status, "Passed" in out) == (0, True), out

    (package / "errors.py").write_text("# mine\n")
    status, out = consumer.hook("oasmith-check")
    assert (status, "src/acme/errors.py was edited by hand" in out) == (1, True), out

    (package / "errors.py").unlink()
    status, out = consumer.hook("oasmith-check")
    assert (status, "src/acme/errors.py is missing" in out) == (1, True), out

    status, out = consumer.hook("oasmith-generate")
    assert (status, "files were modified by this hook" in out) == (1, True), out
    assert contents(package) == made

    (consumer.folder / "acme.yaml").write_text(DOCUMENT.replace("/ping", "/pong"))
    status, out = consumer.hook("oasmith-check")
    assert (status, "the document acme.yaml has changed" in out) == (1, True), out
    status, out = consumer.hook("oasmith-generate")
    assert (status, "files were modified by this hook" in out) == (1, True), out
    consumer.run("git", "rm", "--cached", "--quiet", "src/acme/errors.py")
    status, out = consumer.hook("oasmith-check")
    assert (status, "acme/errors.py is not in the commit: run `git add`" in out) == (1, True), out
    consumer.run("git", "add", "--all")
    status, out = consumer.hook("oasmith-check")
    assert (status, "Passed" in out) == (0, True), out

    assert consumer.commit("a clean one") == 0
    consumer.run("git", "rm", "--quiet", "src/acme/errors.py")
    assert consumer.commit("one that only removes") == 1
    consumer.run("git", "reset", "--quiet", "--hard")

    (consumer.folder / "acme.yaml").write_text(DOCUMENT.replace("/ping", "/pang"))
    consumer.run("git", "add", "--all")
    consumer.hook("oasmith-generate")
    assert consumer.commit("the document alone, what is made of it not staged") == 1
    assert "/pang" in (consumer.folder / "acme.yaml").read_text()
    consumer.run("git", "add", "--all")
    assert consumer.commit("all of it") == 0
    clone = consumer.folder.parent / "clone"
    consumer.run("git", "clone", "--quiet", str(consumer.folder), str(clone))
    imported = consumer.run(
        sys.executable, "-c", f"import sys; sys.path.insert(0, {str(clone / 'src')!r}); import acme"
    )
    assert imported.returncode == 0, imported.stderr
