"""What is ours in the folder of a package: files that are listed, that say so, and that lie below it.

`check` reads every package with it and nothing else, so it needs little of the standard library.
"""

import os
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from generator.reading.files import digest, read_file

MANIFEST = "oasmith.json"
# How the first line of every generated file ends.
NOTICE = "DO NOT EDIT: it is made anew."
# What no part of a path of ours has: it would mean something else on some system.
NOT_PLAIN = frozenset("\\:\0")
_ELSEWHERE = frozenset({"", ".", ".."})


def with_usual_ends(content: bytes) -> bytes:
    """Return a content with the line ends that we write; Git may have changed them."""
    # One character is found thirty times as fast as two.
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content


def has_lines(path: str) -> bool:
    """Whether a file of ours is text, whose line ends Git may have changed without harm."""
    return not path.endswith(".bz2")


def removable(package: Path, owned: Mapping[str, str], made: Container[str]) -> list[str]:
    """Return which files were made once and are no more: of those in a manifest the ones that are ours.

    Whatever it lists, they are ordinary files below the package, to which no link leads, and have the digest
    that is listed or say in their first line that they are generated.
    """
    return sorted(
        path
        for path, known in owned.items()
        if path not in made
        and path != MANIFEST
        and is_below(package, path)
        and _is_ours(package / path, known)
    )


def listed(package: Path) -> set[str]:
    """Return the ordinary files of a package, by paths relative to it; no link is followed.

    Those of a package inside of it, and what Python keeps of modules, are not looked at.
    """
    found: set[str] = set()
    folders = [""]
    for inside in folders:
        with suppress(OSError), os.scandir(f"{package}/{inside}") as entries:
            here = list(entries)
            if inside and any(entry.name == MANIFEST and not entry.is_dir() for entry in here):
                continue
            found.update([inside + entry.name for entry in here if entry.is_file(follow_symlinks=False)])
            others = [entry.name for entry in here if entry.is_dir(follow_symlinks=False)]
            folders += [f"{inside}{name}/" for name in others if name != "__pycache__"]
    return found


def orphans(package: Path, owned: Container[str], there: Iterable[str]) -> list[str]:
    """Return the files of a package that say that they are generated, and are none of its own.

    Args:
        package: its folder.
        owned: the paths of its own.
        there: all that are `listed`.
    """
    others = [path for path in there if path not in owned and path.endswith((".py", ".md"))]
    return sorted(path for path in others if _is_generated(f"{package}/{path}"))


def _is_generated(path: str) -> bool:
    try:
        return says_so(read_file(path, follow=False))
    except OSError:
        return False


def is_below(package: Path, path: str) -> bool:
    """Whether a path stays below the package, whatever is in it, and no folder on the way is a link."""
    return path in below(package, (path,))


def below(package: Path, paths: Iterable[str]) -> set[str]:
    """Return which paths stay below the package, whatever is in them; each folder is looked at once."""
    known = {"": True}
    return {path for path in paths if _is_plain(path) and _is_reached(str(package), path, known)}


def _is_plain(path: str) -> bool:
    """Whether a path leads down and nowhere else, on every system."""
    return _ELSEWHERE.isdisjoint(path.split("/")) and NOT_PLAIN.isdisjoint(path)


def _is_reached(package: str, path: str, known: dict[str, bool]) -> bool:
    """Whether no folder on the way to a path is a link; `known` says it of folders, and grows."""
    folder = path.rpartition("/")[0]
    if folder not in known:
        is_link = os.path.islink(f"{package}/{folder}")  # noqa: PTH114 - a third of the time
        known[folder] = not is_link and _is_reached(package, folder, known)
    return known[folder]


def why_unread(package: Path, path: str) -> str | None:
    """Return why there is no file of its own at a path of a package; None where nothing is there at all."""
    parents = [package / parent for parent in PurePosixPath(path).parents][-2::-1]
    link = next((parent for parent in parents if parent.is_symlink()), None)
    target = package / path
    if link is not None:
        return f"is behind {link}, which is a link"
    if not os.path.lexists(target):
        return None
    if target.is_symlink():
        return "is a link, and no file of its own"
    try:
        read_file(target, follow=False)
    except OSError as fault:
        return f"cannot be read: {fault.strerror}"
    return None


def _is_ours(path: Path, known: str) -> bool:
    try:
        found = read_file(path, follow=False)
    except OSError:
        return False
    return digest(found) == known or says_so(found)


def says_so(content: bytes) -> bool:
    """Whether the first line of a file says that it is generated."""
    return NOTICE.encode() in content.partition(b"\n")[0]
