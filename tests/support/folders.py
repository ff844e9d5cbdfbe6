"""Folders compared by what is in them."""

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return the content of each file in a folder, at any depth; None stands for a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
        if "__pycache__" not in path.parts
    }
