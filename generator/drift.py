"""`oasmith check`: is a package what the generator makes of its document now, and if not, why.

Hashes are compared first, which needs nothing but the standard library; only where one differs is the package
made again in memory.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.config import ClientConfig
from generator.reading.files import is_url, read_file, read_listed, read_parts
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
from generator.writing.ownership import MANIFEST, below, digest, digest_of_parts, listed, orphans, removable
from generator.writing.templates import template_root

if TYPE_CHECKING:
    from generator.contract.records import Change
    from generator.diagnostics import Location, Position
    from generator.writing.edits import Edit

_CONFLICT = (b"<<<<<<< ", b">>>>>>> ")
_MOST_LINES = 8
_ORPHAN = "is an orphan: oasmith made it once, and makes it no more; delete it"
_KEEPS = "would keep the edits of"
_NO_CONTRACT = (
    "its contract is missing or not the one that was generated, so what a caller would see is not known; "
    "run `oasmith generate`, or compare the documents with `oasmith diff`"
)

_EDITED = (
    "was edited by hand, so what a caller would see is not known: restore it, or run `oasmith generate`, "
    "which keeps the names that it has now"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """How a package differs from what would be made now; nothing, where it does not.

    Attributes:
        causes: why, a sentence each.
        files: what would happen to which file, a line each.
        changes: what a user of the package would see.
        places: on which lines of the document that is.
        is_settled: whether `generate` would change nothing: edits and orphans stay until people do something.
        kept: how many files have edits by hand that `generate` keeps as they are.
        unstaged: how many of the causes are that the commit lacks a file.
    """

    causes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    changes: "tuple[Change, ...]" = ()
    places: "Mapping[Location, Position]" = field(default_factory=dict["Location", "Position"])
    is_settled: bool = False
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
    drift = Drift()
    if told or summary is None or (config.strict and summary["ledger"]["ignored"]):
        drift = _compare(config, folder, told, accepted)
    if staged and summary is not None and (lacking := _not_staged(folder, summary)):
        drift = replace(drift, causes=(*drift.causes, *lacking), unstaged=len(lacking))
    return replace(drift, kept=len(kept))


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
            causes.append(f"{folder / path} is missing")
        elif found != manifest["files"][path]:
            differing.append(path)
    if differing:
        edits = _edits(folder, manifest)
        told = {path: f"{folder / path} {_how_edited(folder, path, edits)}" for path in differing}
        causes += told.values()
        kept = {path: told[path] for path in differing if path in edits and _is_kept(folder, edits[path])}
    causes += [f"{folder / path} {_ORPHAN}" for path in orphans(folder, manifest["files"], there)]
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


def _compare(config: ClientConfig, folder: Path, causes: tuple[str, ...], accepted: Collection[str]) -> Drift:
    from generator.comparison import positions_of
    from generator.contract.allowances import weighed
    from generator.contract.compare import compare
    from generator.contract.places import places_of
    from generator.contract.stored import known_contract
    from generator.pipeline import build

    package = build(config)
    manifest = read_manifest(folder)
    edits = _edits(folder, manifest)
    as_made = {path for path in accepted if edits[path].pristine == package.files.get(path)}
    files = _changes_of_files(folder, package.files, edits, as_made)
    if manifest is not None and len(causes) == 1 and _is_tool_alone(folder, manifest, package.files, as_made):
        return Drift()
    if manifest is None:
        files += [f"{folder / path} {_ORPHAN}" for path in orphans(folder, package.files, listed(folder))]
        return Drift(causes=causes, files=tuple(files))
    if package.release is not None and package.release.version != package.release.before:
        files.append(f"would make version {package.release.version} of {package.release.before or 'none'}")
    gone = removable(folder, manifest["files"], package.files)
    files += [f"would remove {folder / path}" for path in gone]
    if is_edited(manifest):  # which says what the contract leaves out
        return Drift(causes=causes, files=tuple(files))
    known = known_contract(folder, manifest)
    if known is None:
        return Drift(causes=(*causes, _NO_CONTRACT), files=tuple(files))
    known = replace(known, places=places_of(known, config.document))
    changes = tuple(map(_of_now, weighed(compare(known, package.contract), config)))
    places = positions_of([item.new_place for item in changes], package.understood)
    lacks = _missing_besides(folder, manifest) or _changed_references(
        config.document, manifest["inputs"].get("references", {})
    )
    is_settled = not lacks and all(line.startswith(_KEEPS) for line in files)
    return Drift(causes=causes, files=tuple(files), changes=changes, places=places, is_settled=is_settled)


def _of_now(change: "Change") -> "Change":
    """Return a change with where it was only where it is nowhere now: nobody has the lines of what was."""
    return change if change.new_place is None else replace(change, old_place=None)


def _is_tool_alone(
    folder: Path, manifest: Mapping[str, Any], files: Mapping[str, bytes], as_made: Collection[str]
) -> bool:
    """Whether oasmith has changed, and still makes what is there: that is no drift."""
    inputs = {**manifest["inputs"], "templates": tool_digest(template_root())}
    made = json.loads(files[MANIFEST])
    found = {**manifest, "inputs": inputs, "tool": TOOL, SEAL: made[SEAL]}
    wanted = {
        path: digest(content) for path, content in files.items() if path != MANIFEST and path not in as_made
    }
    there = listed(folder)
    same = _digests(folder, wanted, there) == wanted
    lost = removable(folder, manifest["files"], files) or orphans(folder, manifest["files"], there)
    gone = lost or _missing_besides(folder, manifest)
    return same and not gone and found == made


def _changes_of_files(
    folder: Path, files: Mapping[str, bytes], edits: "Mapping[str, Edit]", as_made: Collection[str]
) -> list[str]:
    """Return what would happen to which file; `as_made` are those whose edits are no drift."""
    changes: list[str] = []
    wanted = {path: digest(content) for path, content in files.items() if path not in as_made}
    for path, found in _digests(folder, wanted, listed(folder)).items():
        if found is None:
            changes.append(f"would add {folder / path}")
        elif found != wanted[path] and path in edits and edits[path].pristine == files[path]:
            changes.append(f"{_KEEPS} {folder / path}; `--discard-edits` throws them away")
        elif found != wanted[path] and path in edits:
            changes.append(f"would merge the edits of {folder / path}; `--discard-edits` throws them away")
        elif found != wanted[path]:
            changes.append(f"would change {folder / path}")
    return changes


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
        yield _with_usual_ends(whole.removesuffix(held))
    yield held


def _with_usual_ends(content: bytes) -> bytes:
    """Return a content with the line ends that we write; Git may have changed them."""
    # One character is found thirty times as fast as two.
    return content.replace(b"\r\n", b"\n") if b"\r" in content else content


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
    return found if found == known or digest(_with_usual_ends(content)) != known else known
