"""`oasmith.lock`: which bytes the documents at URLs had when they were accepted.

It lies beside the root document, and is one for all packages whose documents share the folder: a URL has the
same bytes for each of them, and stays as long as one of them uses it. Its format is described in
ARCHITECTURE.md. Reading it needs nothing but JSON, so that `check` is quick.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

from generator.diagnostics import Diagnostic, InputError, Location, error
from generator.reading.files import read_file, write_file
from generator.reading.shapes import Each, fits
from generator.records import dataclass

NAME = "oasmith.lock"
SCHEMA = 1
_SHAPE = {"schema": int, "references": Each({"digest": str, "packages": [str]})}
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What is known of a URL.

    Attributes:
        digest: `sha256:` and the hash of its bytes.
        packages: the packages that use it, sorted.
    """

    digest: str
    packages: tuple[str, ...]


Lock: TypeAlias = Mapping[str, Pin]
"""The pins by URL."""


def lock_path(document: str) -> Path:
    """Return where the lock of a root document is."""
    return Path(document).parent / NAME


def read_lock(path: Path) -> Lock:
    """Return a lock; an empty one where there is no file.

    Raises:
        InputError: where there is one that cannot be used.
    """
    try:
        content = json.loads(read_file(path))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError):
        raise InputError(_unusable(path)) from None
    if not fits(content, _SHAPE) or content["schema"] != SCHEMA:
        raise InputError(_unusable(path))
    return {url: _pin(pin, path) for url, pin in content["references"].items()}


def updated(lock: Lock, package: str, used: Mapping[str, str]) -> Lock:
    """Return a lock that says what one package uses now; what no package uses any more is gone.

    Args:
        lock: what was known.
        package: the package's name.
        used: the digest of each URL that it was made from.
    """
    pins: dict[str, Pin] = {}
    for url in sorted(lock.keys() | used.keys()):
        packages = {*lock[url].packages} - {package} if url in lock else set[str]()
        packages |= {package} if url in used else set()
        if packages:
            digest = used.get(url) or lock[url].digest
            pins[url] = Pin(digest=digest, packages=tuple(sorted(packages)))
    return pins


def write_lock(path: Path, lock: Lock) -> None:
    """Put a lock in its place in one step; an empty one is no file.

    Raises:
        InputError: where it cannot be written.
    """
    try:
        if lock:
            write_file(path, _dump(lock))
        else:
            path.unlink(missing_ok=True)
    except OSError as fault:
        message = f"it cannot be written: {fault.strerror or fault}"
        raise InputError(error("unwritable-lock", message, Location(str(path)))) from None


def _dump(lock: Lock) -> bytes:
    references = {
        url: {"digest": pin.digest, "packages": list(pin.packages)} for url, pin in sorted(lock.items())
    }
    content = {"schema": SCHEMA, "references": references}
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def _pin(content: dict[str, Any], path: Path) -> Pin:
    if not _DIGEST.fullmatch(content["digest"]):
        raise InputError(_unusable(path))
    return Pin(digest=content["digest"], packages=tuple(content["packages"]))


def _unusable(path: Path) -> Diagnostic:
    message = "this is not a lock that oasmith can read: restore it, or delete it and run `oasmith generate`"
    return error("bad-lock", message, Location(str(path)))
