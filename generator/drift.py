"""`oasmith check`: is a package what the generator makes of its document now, and if not, why.

Hashes are compared first, which needs nothing but the standard library; only where one differs is the package
made again in memory.
"""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from generator.config import ClientConfig
from generator.reading.files import digest, digest_of_parts, is_url, read_file, read_listed, read_parts
from generator.records import dataclass
from generator.writing.manifest import (
    SEAL,
    TOOL,
    config_digest,
    is_edited,
    read_manifest,
    read_summary,
    tool_digest,
)
from generator.writing.ownership import (
    MANIFEST,
    below,
    has_lines,
    listed,
    orphans,
    why_unread,
    with_usual_ends,
)
from generator.writing.templates import template_root

if TYPE_CHECKING:
    from generator.contract.records import Change
    from generator.diagnostics import Diagnostic, Location, Position
    from generator.pipeline import Generated
    from generator.writing.edits import Edit

_CONFLICT = (b"<<<<<<< ", b">>>>>>> ")
_MOST_LINES = 8
_ORPHAN = (
    "is an orphan: it says that oasmith made it, and oasmith makes it no more; take what is yours out of it, "
    "and delete it"
)
_UNLISTED = f"says that oasmith made it, and {MANIFEST} does not have it"
_THROWS = "`--discard-edits` throws them away"
_NO_CONTRACT = (
    "its contract is missing or not the one that was generated, so what a caller would see is not known; "
    "run `oasmith generate`, or compare the documents with `oasmith diff`"
)

_EDITED = (
    "was edited by hand, so what a caller would see is not known: restore it, or run `oasmith generate`, "
    "which keeps the names that it has now"
)


Remedy: TypeAlias = Literal["generate", "accept", "people", "mend"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How a package differs from what would be made now; nothing, where it does not.

    Attributes:
        causes: why, a sentence each.
        files: what would happen to which file, a line each.
        changes: what a user of the package would see.
        places: on which lines of the document that is.
        refusals: why `generate` would do nothing of it until people mend something.
        remedy: what helps: `generate`; to `accept` edits, which it keeps; `people`, where it leaves all as it
            is; or to `mend` what it refuses.
        kept: how many files have edits by hand that `generate` keeps as they are.
        unstaged: how many of the causes are that the commit lacks a file.
    """

    causes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    changes: "tuple[Change, ...]" = ()
    places: "Mapping[Location, Position]" = field(default_factory=dict["Location", "Position"])
    refusals: tuple[str, ...] = ()
    remedy: Remedy = "generate"
    kept: int = 0
    unstaged: int = 0

    def __bool__(self) -> bool:
        return bool(self.causes or self.files)

    @property
    def breaking(self) -> bool:
        """Whether code that works with the package may not work with the one made now."""
        return any(change.breaking for change in self.changes)


def check(config: ClientConfig, *, staged: bool = False, accepts_edits: bool = False) -> Drift:
    """Return how a package differs from what would be made now.

    Args:
        config: the document, and what is set for it.
        staged: whether files that Git's index lacks are told, too.
        accepts_edits: whether edits by hand are no drift where `generate` keeps them as they are.

    Raises:
        InputError: where the document cannot be used.
    """
    folder = Path(config.output) / config.package
    summary = read_summary(folder)
    causes, kept = _causes(config, folder, summary)
    accepted = kept if accepts_edits else {}
    told = tuple(cause for cause in causes if cause not in accepted.values())
    drift = Drift(kept=len(kept))
    if told or summary is None or (config.strict and summary["ledger"]["ignored"]):
        drift = _compare(config, folder, told, kept, accepted)
    if staged and summary is not None and (lacking := _not_staged(folder, summary)):
        drift = replace(drift, causes=(*drift.causes, *lacking), unstaged=len(lacking))
    return drift


def _not_staged(folder: Path, manifest: Mapping[str, Any]) -> list[str]:
    from generator.staging import unstaged

    lacking = unstaged(folder, [*manifest["files"], *manifest.get("custom", ()), MANIFEST])
    return [f"{folder / path} is not in the commit: run `git add`" for path in lacking]


def _causes(
    config: ClientConfig, folder: Path, manifest: Mapping[str, Any] | None
) -> tuple[tuple[str, ...], dict[str, str]]:
    """Return all that has changed, and what of that is told of each file whose edits `generate` keeps."""
    if manifest is None:
        return (_without_manifest(folder),), {}
    causes, kept = _changed_files(folder, manifest)
    if is_edited(manifest):
        causes = [f"{folder / MANIFEST} {_EDITED}", *causes]
    return (*_changed_inputs(config, manifest), *causes), kept


def _without_manifest(folder: Path) -> str:
    """Return why a package has no manifest that can be read."""
    try:
        content = read_file(folder / MANIFEST, follow=False)
    except OSError:
        content = b""
    if any(line.startswith(_CONFLICT) for line in content.split(b"\n")):
        return f"{folder / MANIFEST} has the marks of a conflict of a merge: run `oasmith generate`"
    if not folder.exists():
        return f"{folder} is not there: it was not generated yet"
    return f"{folder} has no {MANIFEST} that can be read: it was not written by oasmith, or not to its end"


def _changed_inputs(config: ClientConfig, manifest: Mapping[str, Any]) -> list[str]:
    inputs = manifest["inputs"]
    document = Path(config.document)
    causes: list[str] = []
    if _digest_of(document) != inputs["document"]:
        causes.append(f"the document {config.document} has changed")
    if inputs.get("references"):
        causes += _changed_references(config.document, inputs["references"])
    if [_digest_of(Path(path)) for path in config.overlays] != inputs["overlays"]:
        causes.append("the overlays have changed")
    if config_digest(config) != inputs["config"]:
        causes.append("the configuration has changed")
    if tool_digest(template_root()) != inputs["templates"]:
        made_by = manifest.get("tool")
        told = f": it was made by {made_by}, and this is {TOOL}" if made_by != TOOL else ""
        causes.append(f"oasmith itself has changed{told}")
    return causes


def _changed_references(document: str, references: Mapping[str, str]) -> list[str]:
    """Return which further documents have changed; the lock tells of those at URLs, nothing is fetched."""
    from generator.reading.lock import Lock, lock_path, read_lock

    lock = lock_path(document)
    pins: Lock = read_lock(lock) if any(map(is_url, references)) else {}
    causes: list[str] = []
    for name, known in references.items():
        if is_url(name) and name not in pins:
            causes.append(f"{lock} does not have {name}")
        elif (pins[name].digest if is_url(name) else _digest_of(Path(name))) != known:
            causes.append(f"the document {name} has changed")
    return causes


def _changed_files(folder: Path, manifest: Mapping[str, Any]) -> tuple[list[str], dict[str, str]]:
    causes: list[str] = []
    differing: list[str] = []
    kept: dict[str, str] = {}
    there = listed(folder)
    for path, found in _digests(folder, manifest["files"], there).items():
        if found is None:
            causes.append(f"{folder / path} {why_unread(folder, path) or 'is missing'}")
        elif found != manifest["files"][path]:
            differing.append(path)
    if differing:
        edits = _edits(folder, manifest)
        told = {path: f"{folder / path} {_how_edited(folder, path, edits)}" for path in differing}
        causes += told.values()
        kept = {path: told[path] for path in differing if path in edits and _is_kept(folder, edits[path])}
    causes += [f"{folder / path} {_UNLISTED}" for path in orphans(folder, manifest["files"], there)]
    causes += [f"{path} is missing" for path in _missing_besides(folder, manifest)]
    return causes, kept


def _is_kept(folder: Path, edit: "Edit") -> bool:
    """Whether an edit is one that is known for what it is, and nobody has to resolve."""
    content = read_file(folder / edit.path, follow=False)
    return edit.pristine is not None and not any(line.startswith(_CONFLICT) for line in content.split(b"\n"))


def _missing_besides(folder: Path, manifest: Mapping[str, Any]) -> list[Path]:
    """Return which files are not there that are people's own, and that a package or a distribution needs."""
    around = [folder / path for path in manifest.get("custom", ())]
    around += [folder.parent / path for path in manifest.get("project", {}).get("files", ())]
    return [path for path in around if not path.exists()]


def _edits(folder: Path, manifest: Mapping[str, Any] | None) -> "dict[str, Edit]":
    from generator.writing.edits import edits_in

    known = None if manifest is None else manifest["files"]
    return {edit.path: edit for edit in edits_in(folder, known)}


def _how_edited(folder: Path, path: str, edits: "Mapping[str, Edit]") -> str:
    """Return in which way a file is not what was made: by a merge, or by hand, and on which lines."""
    from generator.writing.edits import changed_lines, has_conflict

    content = read_file(folder / path, follow=False)
    if has_conflict(content):
        return "has the marks of a conflict of an edit with what was made: resolve it"
    if any(line.startswith(_CONFLICT) for line in content.split(b"\n")):
        return "has the marks of a conflict of a merge: run `oasmith generate`"
    numbers = changed_lines(edits[path]) if path in edits else ()
    if not numbers:
        return "was edited by hand"
    more = f" and {len(numbers) - _MOST_LINES} more" if len(numbers) > _MOST_LINES else ""
    shown = ", ".join(map(str, numbers[:_MOST_LINES]))
    return f"was edited by hand, at line{'s' if len(numbers) > 1 else ''} {shown}{more}"


def _compare(
    config: ClientConfig,
    folder: Path,
    causes: tuple[str, ...],
    kept: Mapping[str, str],
    accepted: Collection[str],
) -> Drift:
    """Return how a package differs from what `generate` would make of it, which is asked.

    Args:
        config: the document, and what is set for it.
        folder: the package.
        causes: why it is looked at.
        kept: what is told of each file whose edits stay as long as the same is made.
        accepted: those of them that are no drift.
    """
    from generator.comparison import positions_of
    from generator.contract.allowances import weighed
    from generator.contract.compare import compare
    from generator.contract.places import places_of
    from generator.contract.stored import known_contract
    from generator.pipeline import build, foresee

    package = build(config)
    manifest = read_manifest(folder)
    coming = foresee(package, config)
    as_it_is = {path for path in coming.merge.contents if path not in coming.written.wrote}
    if manifest is not None and len(causes) == 1 and _is_tool_alone(manifest, coming, as_it_is & {*accepted}):
        return Drift(kept=len(as_it_is))
    causes = _told_of_orphans(causes, folder, coming.merge.orphans)
    drift = Drift(
        causes=causes,
        files=tuple(_lines(folder, coming, as_it_is - {*accepted})),
        refusals=tuple(_refusal(fault) for fault in coming.faults),
        kept=len(as_it_is),
    )
    if manifest is None:
        return replace(drift, remedy="mend" if coming.faults else "generate")
    lacks = _changed_references(config.document, manifest["inputs"].get("references", {}))
    edits = {kept[path] for path in kept if path in as_it_is}
    drift = replace(drift, remedy=_remedy(coming, is_alone={*causes} <= edits, lacks=bool(lacks)))
    if is_edited(manifest):  # which says what the contract leaves out
        return drift
    known = known_contract(folder, manifest)
    if known is None:
        return replace(drift, causes=(*causes, _NO_CONTRACT))
    known = replace(known, places=places_of(known, config.document))
    changes = tuple(map(_of_now, weighed(compare(known, package.contract), config)))
    places = positions_of([item.new_place for item in changes], package.understood)
    return replace(drift, changes=changes, places=places)


def _of_now(change: "Change") -> "Change":
    """Return a change with where it was only where it is nowhere now: nobody has the lines of what was."""
    return change if change.new_place is None else replace(change, old_place=None)


def _remedy(coming: "Generated", *, is_alone: bool, lacks: bool) -> Remedy:
    """Return what helps.

    Args:
        coming: what would become of the package.
        is_alone: whether edits that stay as they are are all there is.
        lacks: whether what the lock has of other servers is not what the package was made from.
    """
    if coming.faults:
        return "mend"
    if lacks or coming.written.wrote or coming.written.removed or coming.distributed.wrote:
        return "generate"
    return "accept" if is_alone else "people"


def _told_of_orphans(causes: tuple[str, ...], folder: Path, orphans_: Collection[str]) -> tuple[str, ...]:
    """Return causes that say of files that are not listed which of them are orphans: not those made now."""
    lines = {f"{folder / path} {_UNLISTED}": f"{folder / path} {_ORPHAN}" for path in orphans_}
    return tuple(dict.fromkeys((*(lines.get(cause, cause) for cause in causes), *lines.values())))


def _is_tool_alone(manifest: Mapping[str, Any], coming: "Generated", accepted: Collection[str]) -> bool:
    """Whether oasmith has changed, and still makes what is there: that is no drift.

    Args:
        manifest: the package's own.
        coming: what would become of it.
        accepted: the files whose edits stay as they are, and are no drift.
    """
    merge, written = coming.merge, coming.written
    if coming.faults or merge.kept or merge.orphans or merge.contents.keys() - accepted:
        return False
    inputs = {**manifest["inputs"], "templates": tool_digest(template_root())}
    made = json.loads(coming.package.files[MANIFEST])
    found = {**manifest, "inputs": inputs, "tool": TOOL, SEAL: made[SEAL]}
    is_same = {*written.wrote} <= {MANIFEST} and not written.removed and not coming.distributed.wrote
    return is_same and found == made


def _lines(folder: Path, coming: "Generated", as_it_is: Collection[str]) -> Iterator[str]:
    """Yield what would happen to which file; `as_it_is` are those whose edits are to be told, and stay so."""
    merge, package = coming.merge, coming.package
    refused = {fault.location.file for fault in coming.faults if fault.location}
    for path in merge.kept:
        yield f"would keep {folder / path}, which is no longer made: it was edited by hand"
    # What people have to do with comes first: of long lists only the beginning is shown.
    for path in sorted(
        {*coming.written.wrote, *as_it_is}, key=lambda path: (path not in merge.contents, path)
    ):
        target = folder / path
        if str(target) in refused:
            continue
        if path in merge.conflicts:
            yield f"would mark a conflict in {target}: edits and what is made now change the same; {_THROWS}"
        elif path in as_it_is:
            yield f"would keep the edits of {target}; {_THROWS}"
        elif path in merge.contents:
            yield f"would merge the edits of {target}; {_THROWS}"
        else:
            yield f"would {'change' if os.path.lexists(target) else 'add'} {target}"
    for target in coming.distributed.wrote:
        yield f"would {'change' if target.exists() else 'add'} {target}"
    if package.release is not None and package.release.version != package.release.before:
        yield f"would make version {package.release.version} of {package.release.before or 'none'}"
    yield from (f"would remove {folder / path}" for path in coming.written.removed)


def _refusal(fault: "Diagnostic") -> str:
    """Return why `generate` refuses to write a package, as a line."""
    return f"{fault.location.file}: {fault.message}" if fault.location else fault.message


def _digest_of(path: Path) -> str | None:
    """Return the digest of a document, whatever line ends it has here."""
    try:
        return digest_of_parts(_parts_with_usual_ends(read_parts(path)))
    except OSError:
        return None


def _parts_with_usual_ends(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the parts of a content with the line ends that we write; one may be cut in two."""
    held = b""
    for part in parts:
        whole = held + part
        held = b"\r" if whole.endswith(b"\r") else b""
        yield with_usual_ends(whole.removesuffix(held))
    yield held


def _digests(package: Path, known: Mapping[str, str], there: set[str]) -> dict[str, str | None]:
    """Return the digests of the files of a package; None for one that is not there, links not followed.

    Args:
        package: its folder.
        known: the digests that they should have, by paths in it.
        there: the paths that are `listed`; of others the system may still find some, by other letters.
    """
    reached = below(package, known.keys() - there)
    return {
        path: _digest_in(f"{package}/{path}", wanted, is_listed=path in there)
        if path in there or path in reached
        else None
        for path, wanted in known.items()
    }


def _digest_in(path: str, known: str, *, is_listed: bool) -> str | None:
    """Return a file's digest, where only line ends keep it from having a known one that."""
    try:
        if is_listed and digest(read_listed(path)) == known:
            return known
        content = read_file(path, follow=False)
    except OSError:
        return None
    found = digest(content)
    if found == known or not has_lines(path) or digest(with_usual_ends(content)) != known:
        return found
    return known
