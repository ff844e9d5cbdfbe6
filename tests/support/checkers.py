"""Type checkers, run over files that use a package."""

import hashlib
import os
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path


def run_checker(checker: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `mypy` or `pyright` in a folder, and return what it printed.

    What mypy knows of the libraries around a package is kept until this process ends.
    """
    own = _for_mypy(arguments) if checker == "mypy" else ["--pythonpath", sys.executable]
    command = [sys.executable, "-m", checker, *own, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def _for_mypy(arguments: tuple[str, ...]) -> list[str]:
    """Return mypy's options: with others it would begin anew, so each has its own memory."""
    options = sorted(item for item in arguments if item.startswith("-"))
    name = hashlib.sha256(repr(options).encode()).hexdigest()[:16]
    return ["--config-file=", f"--cache-dir={_memory().name}/{name}"]


@cache
def _memory() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix=f"oasmith-mypy-{os.getpid()}-")
