"""Edits of generated files: what was edited by hand is merged with what is made now, and never lost.

An edit is told by the pristine text, which was made and written; `git merge-file` merges the three.
"""

import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from generator.diagnostics import Diagnostic, InputError, Location, error
from generator.reading.files import digest, read_file
from generator.records import dataclass
from generator.writing.ownership import MANIFEST, is_below, listed, orphans, says_so, with_usual_ends
from generator.writing.pristine import PRISTINE, is_mergeable, load

_EDITED, _MADE = "edited by hand", "made by oasmith"
_OURS = f"<<<<<<< {_EDITED}"
# A conflict of a merge of branches, and the side that was checked out.
_CONFLICT = re.compile(
    rb"^<<<<<<< [^\n]*\n(?P<ours>.*?)(?:^\|{7}[^\n]*\n.*?)?^=======\n.*?^>>>>>>> [^\n]*\n",
    re.MULTILINE | re.DOTALL,
)
_MOST_CONFLICTS = 127


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A file that was edited by hand.

    Attributes:
        path: relative to the package.
        text: as it is now.
        pristine: as it was made; None where that is not known.
    """

    path: str
    text: bytes
    pristine: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What became of edits.

    Attributes:
        contents: the merged files.
        conflicts: the lines on which a merged file has a conflict.
        kept: files that are no longer made, and stay because they were edited.
        orphans: files that say that they are generated, and have not been made for longer: they stay, too.
        discarded: files whose edits are thrown away.
        faults: why edits cannot be merged, or that an earlier conflict is still there; nothing is lost, for
            with any of them nothing is written.
    """

    contents: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    conflicts: Mapping[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    kept: tuple[str, ...] = ()
    orphans: tuple[str, ...] = ()
    discarded: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def edits_in(package: Path, known: Mapping[str, str] | None) -> Iterator[Edit]:
    """Yield the files of a package that were edited by hand.

    Args:
        package: its folder.
        known: the digests that its manifest lists; None where it has none that can be read.
    """
    pristine = load(package)
    for path in sorted({**pristine, **(known or {})}):
        text = _text(package, path)
        if text is None or not is_mergeable(path):
            continue
        made = pristine.get(path)
        if known is not None:
            listed = known.get(path)
            if listed is None or digest(text) == listed:
                continue
            made = made if made is not None and digest(made) == listed else None
        if text != made and (text := _checked_out(text)) != made:
            yield Edit(path=path, text=text, pristine=made)


def _text(package: Path, path: str) -> bytes | None:
    """Return a file with the line ends that all are made with; None where there is none of ours."""
    if not is_below(package, path):
        return None
    try:
        return with_usual_ends(read_file(package / path, follow=False))
    except OSError:
        return None


def has_conflict(text: bytes) -> bool:
    """Whether a file has the marks of an edit that could not be merged."""
    return bool(_marks(with_usual_ends(text), _OURS))


def _checked_out(text: bytes) -> bytes:
    """Return a file without the conflicts of a merge of branches, as one of them has it."""
    if _OURS.encode() in text:
        return text
    return _CONFLICT.sub(lambda found: found["ours"], text)


def changed_lines(edit: Edit) -> tuple[int, ...]:
    """Return the lines of a file, as it is, at which edits begin; none where they are not known."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - a clean run needs none

    if edit.pristine is None:
        return ()
    old, new = edit.pristine.split(b"\n"), edit.text.split(b"\n")
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(first + 1 for kind, _, _, first, _ in found if kind != "equal")


def merge(
    package: Path,
    made: Mapping[str, bytes],
    known: Mapping[str, str] | None,
    *,
    is_discarded: Callable[[str], bool] = lambda _: False,
) -> Merge:
    """Return edits merged with what is made now.

    Args:
        package: the folder.
        made: the files that are made now, by paths relative to it.
        known: the digests that its manifest lists; None where it has none that can be read.
        is_discarded: whether edits of a file are to be thrown away.
    """
    contents: dict[str, bytes] = {}
    conflicts: dict[str, tuple[int, ...]] = {}
    kept: list[str] = []
    discarded: list[str] = []
    faults: list[Diagnostic] = []
    for edit in (*edits_in(package, known), *_come_back(package, made, known)):
        new = made.get(edit.path)
        if edit.text == new or (new is None and edit.pristine is None and not says_so(edit.text)):
            continue  # it is what is made, or no file of ours
        if is_discarded(edit.path):
            discarded.append(edit.path)
        elif lines := _marks(edit.text, _OURS):
            faults.append(_still_in_conflict(package / edit.path, lines[0]))
        elif new is None:
            kept.append(edit.path)
        elif edit.pristine is None:
            faults.append(_without_pristine(package / edit.path, is_edited=known is not None))
        else:
            try:
                merged = _merged(edit, edit.pristine, new, package)
            except InputError as fault:
                faults += fault.diagnostics
                continue
            contents[edit.path] = merged
            if found := _marks(merged, _OURS):
                conflicts[edit.path] = found
    left = _orphans(package, made, known)
    return Merge(
        contents=contents,
        conflicts=conflicts,
        kept=tuple(kept),
        orphans=tuple(path for path in left if not is_discarded(path)),
        discarded=(*discarded, *filter(is_discarded, left)),
        faults=tuple(faults),
    )


def _orphans(package: Path, made: Mapping[str, bytes], known: Mapping[str, str] | None) -> list[str]:
    """Return the files that say that they are generated, and are neither made now nor were it before."""
    before = load(package) if known is None else known
    return orphans(package, made.keys() | before.keys(), listed(package))


def _come_back(package: Path, made: Mapping[str, bytes], known: Mapping[str, str] | None) -> Iterator[Edit]:
    """Yield files that say that they are generated, and that are made now and were not before.

    They were kept for their edits while nothing was made in their place, and what they were made as is not
    known: all that differs is marked. Without a manifest it may be any file, edited or not.
    """
    before = load(package) if known is None else known
    for path in sorted(made.keys() - before.keys()):
        text = _text(package, path) if is_mergeable(path) else None
        if text is not None and says_so(text):
            yield Edit(path=path, text=text, pristine=None if known is None else b"")


def _merged(edit: Edit, pristine: bytes, new: bytes, package: Path) -> bytes:
    """Return a file with its edits and with what is new; where both change the same, with marks.

    Raises:
        InputError: where `git` is not there, or cannot merge the file.
    """
    if new == pristine:
        return edit.text
    names = ("edited", "pristine", "made")
    labels = [word for label in (_EDITED, "as it was made", _MADE) for word in ("-L", label)]
    command = ["git", "-c", "merge.conflictStyle=merge", "merge-file", "-p", *labels, *names]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    with tempfile.TemporaryDirectory(prefix="oasmith-") as folder:
        for name, content in zip(names, (edit.text, pristine, new), strict=True):
            (Path(folder) / name).write_bytes(content)
        try:
            run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)  # noqa: S603 - our own words
        except FileNotFoundError:
            run = None
    if run is None or not 0 <= run.returncode <= _MOST_CONFLICTS:
        raise InputError(_unmerged(package / edit.path))
    return run.stdout


def _marks(text: bytes, mark: str) -> tuple[int, ...]:
    return tuple(number for number, line in enumerate(text.split(b"\n"), 1) if line == mark.encode())


def _still_in_conflict(path: Path, line: int) -> Diagnostic:
    message = f"line {line} begins a conflict of an edit with what was made: resolve it, and take the marks "
    message += f"away, or throw the edits of the file away with `--discard-edits {path}`"
    return error("unresolved-edit", message, Location(str(path)))


def _without_pristine(path: Path, *, is_edited: bool) -> Diagnostic:
    what = "was edited by hand" if is_edited else "is not what is made now, maybe by hand"
    message = f"it {what}, and cannot be merged without what {PRISTINE} had of it: restore that or "
    message += f"{MANIFEST}, or throw the edits away with `--discard-edits {path}`"
    return error("unmerged-edit", message, Location(str(path)))


def _unmerged(path: Path) -> Diagnostic:
    message = (
        "it was edited by hand, and `git`, which merges edits, is not here or failed: install it, or throw "
    )
    message += f"the edits away with `--discard-edits {path}`"
    return error("unmerged-edit", message, Location(str(path)))
