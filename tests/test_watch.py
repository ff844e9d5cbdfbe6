"""`oasmith generate --watch`: a process that goes on, and what it says and makes while files change."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest

from generator.cli import main

ROOT = Path(__file__).parents[1]
PATIENCE = 120  # seconds after which a test that hangs is given up
DOCUMENT = """openapi: 3.1.1
info: {title: T, version: '1'}
paths:
  /pets: {get: {operationId: NAME, tags: [pets], responses: {"200": {description: d, content: {
    application/json: {schema: {$ref: 'pet.yaml'}}}}}}}
"""
PET = "{type: object, properties: {NAME: {type: string}}}\n"
CONFIG = """[[clients]]
document = "api.yaml"
package = "pets"
overlays = ["overlay.yaml"]
names = { "find" = "pets.NAME" }
"""
OVERLAY = """overlay: 1.0.0
info: {title: O, version: '1'}
actions: [{target: "$.info", update: {title: NAME}}]
"""
# What runs in the background of a shell ignores Ctrl-C, and so would what it starts.
PROGRAM = """import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("generator", run_name="__main__")
"""
READY = "watching what it is made from; Ctrl-C ends this"


class Watched:
    """The program while it watches."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self._lines: SimpleQueue[str] = SimpleQueue()
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def until(self, *wanted: str) -> list[str]:
        """Return the lines up to the first that has a text in it, of several texts the last."""
        found: list[str] = []
        for text in wanted:
            try:
                while not found or text not in found[-1]:
                    found.append(self._lines.get(timeout=PATIENCE))
            except Empty:
                pytest.fail(f"{text!r} did not come after {found}")
        return found

    def interrupt(self) -> int:
        """Send Ctrl-C, and return the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE)


@contextmanager
def watching(folder: Path, *arguments: str) -> Iterator[Watched]:
    command = [sys.executable, "-c", PROGRAM, "generate", "--watch", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        try:
            yield Watched(process)
        finally:
            process.kill()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "api.yaml").write_text(DOCUMENT.replace("NAME", "find"))
    (tmp_path / "pet.yaml").write_text(PET.replace("NAME", "age"))
    (tmp_path / "overlay.yaml").write_text(OVERLAY.replace("NAME", "One"))
    (tmp_path / "oasmith.toml").write_text(CONFIG.replace("NAME", "find"))
    return tmp_path


def test_whatever_a_package_is_made_from(folder: Path) -> None:
    with watching(folder) as watched:
        watched.until("pets: 1 operations", READY)
        (folder / "pet.yaml").write_text(PET.replace("NAME", "height"))
        watched.until("pet.yaml changed", "pets: 1 operations", READY)
        (folder / "oasmith.toml").write_text(CONFIG.replace("NAME", "search"))
        watched.until("oasmith.toml changed", "pets: 1 operations", READY)
        (folder / "overlay.yaml").write_text(OVERLAY.replace("NAME", "Another"))
        watched.until("overlay.yaml changed", "pets: 1 operations", READY)
        (folder / "api.yaml").write_text(DOCUMENT.replace("NAME", "find").replace("/pets:", "/pets/all:"))
        watched.until("api.yaml changed", "pets: 1 operations")
        assert watched.interrupt() == 0
    package = folder / "pets"
    assert "height" in "".join(path.read_text() for path in (package / "models").iterdir() if path.is_file())
    assert "def search(" in (package / "_sync" / "pets.py").read_text()
    assert "/pets/all" in (package / "oasmith.json").read_text()
    assert "Another" in (package / "README.md").read_text()


def test_errors_do_not_end_it(folder: Path) -> None:
    with watching(folder) as watched:
        watched.until(READY)
        (folder / "api.yaml").write_text("openapi: [")
        watched.until("api.yaml changed", "error[", READY)
        (folder / "oasmith.toml").write_text("what")
        watched.until("oasmith.toml changed", "error[invalid-toml]", READY)
        (folder / "api.yaml").unlink()
        watched.until("api.yaml changed", "error[", READY)
        (folder / "oasmith.toml").write_text(CONFIG.replace("NAME", "search"))
        watched.until("oasmith.toml changed", "error[", READY)
        (folder / "api.yaml").write_text(DOCUMENT.replace("NAME", "find"))
        watched.until("api.yaml changed", "pets: 1 operations")
        assert watched.interrupt() == 0
    assert "def search(" in (folder / "pets" / "_sync" / "pets.py").read_text()


def test_one_document_without_settings(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(DOCUMENT.replace("NAME", "find").replace("{$ref: 'pet.yaml'}", "{}"))
    with watching(tmp_path, "api.yaml", "--package", "one", "--dry-run") as watched:
        watched.until("one: 1 operations", READY)
        (tmp_path / "api.yaml").write_text("{}")
        watched.until("api.yaml changed", "error[")
        assert watched.interrupt() == 0
    assert not (tmp_path / "one").exists()


@pytest.mark.parametrize("flag", ["--rename", "--update-remote", "--discard-edits"])
def test_what_is_for_one_run(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["generate", "--watch", flag]) == 2
    assert "are for one run, and not for --watch" in capsys.readouterr().err
