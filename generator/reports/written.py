"""`oasmith generate`: what was written, removed, merged and kept, a line each."""

from collections.abc import Iterable
from pathlib import Path

from generator.pipeline import Generated

MOST = 20


def lines(done: Generated, folder: Path, *, dry: bool) -> list[str]:
    """Return what became of the files of a package; of a new one nothing, for that is all of it."""
    merge, written = done.merge, done.written
    told = [f"kept the edits of {folder / path}" for path in merge.contents if path not in merge.conflicts]
    told += [f"threw the edits of {folder / path} away" for path in merge.discarded]
    told += [f"kept {folder / path}, which is no longer made: it was edited by hand" for path in merge.kept]
    told += [
        f"kept {folder / path}, an orphan: it says that oasmith made it, and oasmith makes it no more; "
        f"take what is yours out of it, and delete it, as `--discard-edits {folder / path}` does"
        for path in merge.orphans
    ]
    told += [
        f"CONFLICT in {folder / path}, {_places(numbers)}: edits and what is made now change the same; "
        "both are there, marked"
        for path, numbers in merge.conflicts.items()
    ]
    plain = [path for path in written.wrote if path not in merge.contents]
    told = [*_published(done, dry=dry), *told]
    if done.is_new:
        return told
    wrote, removed = ("would write", "would remove") if dry else ("wrote", "removed")
    return [*_few(wrote, plain, folder), *_few(removed, written.removed, folder), *told]


def _published(done: Generated, *, dry: bool) -> list[str]:
    """Return what became of a distribution: its version, the one that is proposed, and its files."""
    release = done.package.release
    if release is None:
        return []
    told = [f"{'would write' if dry else 'wrote'} {path}" for path in done.distributed.wrote]
    if release.version != release.before:
        why = (
            f" ({release.step} step from {release.before})" if release.before and not release.is_fixed else ""
        )
        told.append(f"version {release.version}{why}")
    if release.is_too_small:
        told.append(f"version {release.proposed} is proposed: a {release.step} step from {release.before}")
    return told


def _few(what: str, paths: Iterable[str], folder: Path) -> list[str]:
    found = [f"{what} {folder / path}" for path in paths]
    more = [f"{what} {len(found) - MOST} more files"] if len(found) > MOST else []
    return [*found[:MOST], *more]


def _places(numbers: tuple[int, ...]) -> str:
    return f"line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"
