"""Packages that a run of the tests makes once, whichever of its processes asks first."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.pipeline import generate


def kept_package(folders: pytest.TempPathFactory, document: str, *, package: str, **settings: Any) -> Path:
    """Return the folder in which a package is; all who ask for the same share it, and nobody writes to it.

    Args:
        folders: those of this process.
        document: its text, which refers to no other file.
        package: its name.
        settings: further fields of `ClientConfig`, which name no files either.
    """
    made_of = repr((document, package, sorted(settings.items())))
    kept = _root(folders) / hashlib.sha256(made_of.encode()).hexdigest()
    if not kept.exists():
        made = Path(tempfile.mkdtemp(dir=kept.parent))
        make_package(made, document, package=package, **settings)
        try:
            made.rename(kept)
        except OSError:  # another process was faster
            assert kept.exists()
    return kept


def make_package(folder: Path, document: str, *, package: str, **settings: Any) -> None:
    """Write a document and its package into a folder."""
    source = folder / "openapi.yaml"
    source.write_text(document, "utf-8")
    generate(ClientConfig(document=str(source), output=str(folder), package=package, **settings))


def _root(folders: pytest.TempPathFactory) -> Path:
    """Return the folder that the processes of a run share."""
    own = folders.getbasetemp()
    root = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "kept-packages"
    root.mkdir(exist_ok=True)
    return root
