"""What Git is about to commit of a package: a module that is not among it is missing in every clone."""

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path


def unstaged(folder: Path, paths: Iterable[str]) -> list[str]:
    """Return the files of a package that Git's index lacks; none where Git ignores all of it, or is not used.

    Args:
        folder: the package.
        paths: its files, relative to it.
    """
    if _git("check-ignore", "--quiet", "--", folder.as_posix()) is not None:
        return []
    listed = _git("ls-files", "-z", "--", folder.as_posix())
    if listed is None:
        return []
    known = set(listed.split("\0"))
    root = os.path.relpath(folder).replace(os.sep, "/")
    return sorted(path for path in paths if f"{root}/{path}" not in known)


def _git(*arguments: str) -> str | None:
    """Return what Git prints; None where it fails or is not there."""
    command = ["git", *arguments]
    try:
        run = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own words
    except FileNotFoundError:
        return None
    return None if run.returncode else run.stdout.decode(errors="surrogateescape")
