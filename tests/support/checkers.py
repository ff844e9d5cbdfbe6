"""Type checkers, run over files that use a package."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest


def run_checker(
    checker: str,
    folder: Path,
    *arguments: str,
    folders: pytest.TempPathFactory,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a type checker in a folder, and return what it printed.

    Args:
        checker: `mypy` or `pyright`.
        folder: where it runs.
        arguments: its options, and the files.
        folders: those of this process, in which mypy keeps what it knows of the libraries around a package.
        environment: further environment variables.
    """
    own = _for_mypy(arguments, folders) if checker == "mypy" else ["--pythonpath", sys.executable]
    return subprocess.run(
        [sys.executable, "-m", checker, *own, *arguments],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def _for_mypy(arguments: tuple[str, ...], folders: pytest.TempPathFactory) -> list[str]:
    """Return mypy's own options: with other arguments it would forget all, so these have another memory."""
    options = sorted(item for item in arguments if item.startswith("-"))
    memory = folders.getbasetemp() / f"mypy-{hashlib.sha256(repr(options).encode()).hexdigest()[:16]}"
    return ["--config-file=", f"--cache-dir={memory}"]
