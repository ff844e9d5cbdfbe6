"""The picture of ARCHITECTURE.md as code: every pass in its order."""

import os
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.config import ClientConfig, ProjectConfig
from generator.constraints import require_sound
from generator.contract.committed import Before, committed
from generator.contract.records import Contract
from generator.contract.state import contract_of
from generator.contract.stored import CONTRACT, known_contract
from generator.contract.stored import dump as dump_contract
from generator.diagnostics import Diagnostic, InputError, Location, Severity, error, warning
from generator.doubles import doubled_ids
from generator.inference.client_parameters import choose_client_parameters
from generator.inference.configured import apply_settings
from generator.inference.credentials import choose_variables
from generator.inference.infer import infer
from generator.ir import Api
from generator.lowering.api import UNUSED_SCHEMAS, lower
from generator.lowering.context import missing_in
from generator.lowering.selection import selection_of
from generator.publishing.distribution import Distributed, distribute, distribution_files, distribution_name
from generator.publishing.releases import Release, release_of
from generator.python.naming import Committed, Names, name
from generator.python.package.scopes import refuse_twice
from generator.python.package.seams import seam_files, unmatched_seams
from generator.python.plan import Plan, plan
from generator.python.views import PackageView
from generator.reading.document import Document, load
from generator.reading.files import digest, is_ordinary, read_file
from generator.reading.lock import lock_path, read_lock, updated, write_lock
from generator.reading.overlay import IDLE, Deed, apply
from generator.reading.references import References
from generator.reading.remote import RemoteAccess
from generator.records import dataclass
from generator.timings import Timings
from generator.unmatched import unmatched_positions, unmatched_settings
from generator.writing.contents import describe
from generator.writing.edits import Merge
from generator.writing.edits import merge as merge_edits
from generator.writing.inputs import Inputs
from generator.writing.manifest import (
    build_manifest,
    config_digest,
    dump,
    read_manifest,
    tool_digest,
)
from generator.writing.output import Written, differences, exclusive, formatted, put
from generator.writing.ownership import MANIFEST
from generator.writing.pristine import PRISTINE
from generator.writing.pristine import dump as dump_pristine
from generator.writing.pristine import load as load_pristine
from generator.writing.render import copies, render, render_init
from generator.writing.templates import template_root

if TYPE_CHECKING:
    from generator.reading.sources import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A document, understood: everything before Python text."""

    config: ClientConfig
    api: Api
    names: Names
    plan: Plan
    references: References
    overlays: tuple[Document, ...]
    deeds: tuple[Deed, ...]
    warnings: tuple[Diagnostic, ...]

    @property
    def refused(self) -> tuple[Diagnostic, ...]:
        """What a strict run refuses: what is ignored unasked, and actions of overlays that did nothing."""
        ignored = tuple(
            error(entry.code, entry.message, entry.location)
            for entry in self.api.ledger
            if entry.kind == "ignored" and entry.code != UNUSED_SCHEMAS
        )
        idle = tuple(replace(item, severity=Severity.ERROR) for item in self.warnings if item.code in IDLE)
        return (*idle, *ignored)


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package in memory, formatted, manifest and contract among its files.

    The contract as data is made anew where it is compared: while all else is rendered, it would be a tenth of
    what is in memory.

    `release` is the version of one that is a distribution, and `around` the files beside it that make it one;
    `seams` are files that people go on with, as they begin.
    """

    files: dict[str, bytes]
    manifest: dict[str, Any]
    understood: Understood
    release: Release | None
    around: Mapping[str, bytes]
    seams: Mapping[str, bytes]

    @property
    def contract(self) -> Contract:
        """What callers and servers see of it."""
        return _contract(self.understood)


def understand(
    config: ClientConfig,
    *,
    update_remote: bool = False,
    rename: bool = False,
    known: Before | None = None,
    source: "Source | None" = None,
    timings: Timings | None = None,
    refuses: bool = False,
) -> Understood:
    """Return what a document means and how it will look in Python.

    Args:
        config: the document, and what is set for it.
        update_remote: whether documents at URLs may have other bytes than the lock has.
        rename: whether names that the package as it is has are forgotten.
        known: the package whose names are kept, where it is not the one on the disk.
        source: the document, where it is no file, or has been read already.
        timings: what the seconds of each pass are entered in.
        refuses: whether a strict run ends here.

    Raises:
        InputError: where the document cannot be used, or strictness forbids what the ledger holds.
    """
    require_sound(config)
    timings = timings or Timings()
    with timings.during("load"):
        document = source.document if source else load(Path(config.document), name=config.document)
        overlays = tuple(load(Path(path), name=path) for path in config.overlays)
    with timings.during("overlay"):
        overlaid = apply(document, overlays)
    root = None if config.root is None else Path(config.root)
    access = (source.access if source else None) or _access(config, update=update_remote)
    references = References(overlaid.document, access, folder=root)
    deeds, doubts = overlaid.deeds, overlaid.warnings
    del document, overlaid  # so that nobody but `references` has their trees, which it lets go of
    folder = Path(config.output) / config.package
    before = None if rename else known or _on_disk(folder)
    lowered = _lower(references, config, timings)
    former = committed(before, references.root.name, lowered.operations)
    api = _infer(references, lowered, config, former, timings)
    del lowered
    with timings.during("name"):
        names = _names(references, api, config, former)
    with timings.during("plan"):
        planned = _plan(references, api, names, config)
    understood = Understood(
        config=config,
        api=api,
        names=names,
        plan=planned,
        references=references,
        overlays=overlays,
        deeds=deeds,
        warnings=references.placed(
            (
                *doubts,
                *(() if rename else _lost_names(folder, before)),
                *_missing(api),
                *doubled_ids(api, config, references),
                *unmatched_settings(api, config),
                *unmatched_positions(planned.operations),
                *unmatched_seams(names, config, Location(api.document)),
            )
        ),
    )
    if refuses and config.strict and understood.refused:
        raise InputError(*references.placed(understood.refused))
    return understood


def _access(config: ClientConfig, *, update: bool) -> RemoteAccess | None:
    """Return leave to fetch what the document refers to, if it is given."""
    if not config.allow_remote:
        return None
    pins = {url: pin.digest for url, pin in read_lock(lock_path(config.document)).items()}
    return RemoteAccess(pins=pins, update=update)


def _lower(references: References, config: ClientConfig, timings: Timings) -> Api:
    try:
        with timings.during("lower"):
            lowered = lower(references, selection_of(config))
            references.forget_trees()
            return lowered
    except InputError as problem:
        raise InputError(*references.placed(problem.diagnostics)) from None


def _infer(
    references: References, lowered: Api, config: ClientConfig, former: Committed, timings: Timings
) -> Api:
    try:
        with timings.during("infer"):
            inferred = infer(choose_variables(apply_settings(lowered, config), config), former.models)
            return choose_client_parameters(inferred, config, former.client_parameters)
    except InputError as problem:
        raise InputError(*references.placed(problem.diagnostics)) from None


def _on_disk(folder: Path) -> Before | None:
    """Return the package as it is; None where there is none that can be read."""
    manifest = read_manifest(folder)
    return None if manifest is None else Before(manifest=manifest, contract=known_contract(folder, manifest))


def _names(references: References, api: Api, config: ClientConfig, former: Committed) -> Names:
    """Return the names of a package; what is still there keeps that of the committed one."""
    try:
        return name(api, config, former)
    except InputError as problem:
        raise InputError(*references.placed(problem.diagnostics)) from None


def _plan(references: References, api: Api, names: Names, config: ClientConfig) -> Plan:
    try:
        return plan(api, names, config)
    except InputError as problem:
        raise InputError(*references.placed(problem.diagnostics)) from None


def _lost_names(folder: Path, before: Before | None) -> tuple[Diagnostic, ...]:
    """Return a warning where there is a package, and nobody can read from it what was named how."""
    if before is None and (folder / MANIFEST).exists():
        path, lost = folder / MANIFEST, "it cannot be read, so calls"
    elif before is not None and before.contract is None and CONTRACT in before.manifest["files"]:
        path, lost = (
            folder / CONTRACT,
            "it is of another version, or not what the manifest tells, so fields and members",
        )
    else:
        return ()
    message = f"{lost} get the names that a new package would have: "
    message += "where they had others, restore it and run `oasmith generate` again"
    return (warning("lost-names", message, Location(str(path))),)


def _missing(api: Api) -> tuple[Diagnostic, ...]:
    """Return a warning for each thing that is not there; the ledger, which has them all, is too quiet."""
    told = missing_in(api.ledger)
    if not api.operations and not api.webhooks:
        message = "it has no operations and no webhooks, so there is nothing to call"
        told.append(warning("no-operations", message, Location(api.document)))
    return tuple(told)


def build(
    config: ClientConfig,
    *,
    update_remote: bool = False,
    rename: bool = False,
    timings: Timings | None = None,
) -> Package:
    """Return a package in memory; the arguments are those of `understand`.

    Raises:
        InputError: where the document cannot be used, or strictness forbids what the ledger holds.
    """
    timings = timings or Timings()
    understood = understand(config, update_remote=update_remote, rename=rename, timings=timings, refuses=True)
    refuse_twice(understood.plan.view)
    with timings.during("describe"):
        contents = describe(understood.api, understood.names, understood.plan)
        release, contract = _promised(config, understood, contents["fields"])
    files, release = _rendered(understood.plan.view, release, timings)
    around = {} if config.project is None else _around(config, config.project, understood)
    seams = seam_files(understood.names)
    project = {} if config.project is None else _project(config, config.project, release, around)
    custom = {"custom": sorted(seams)} if seams else {}
    with timings.during("record"):
        files[CONTRACT] = contract
        files[PRISTINE] = dump_pristine(files)
        manifest = build_manifest(_inputs(config, understood), {**contents, **custom, **project}, files)
        files[MANIFEST] = dump(manifest)
    return Package(
        files=files,
        manifest=manifest,
        understood=understood,
        release=release,
        around=around,
        seams={path: text.encode() for path, text in seams.items()},
    )


def _promised(
    config: ClientConfig, understood: Understood, fields: Mapping[str, Mapping[str, str]]
) -> tuple[Release | None, bytes]:
    """Return the release of a package, and its contract as a file; `fields` are those of its manifest."""
    contract = _contract(understood)
    return release_of(config, contract), dump_contract(contract, fields)


def _contract(understood: Understood) -> Contract:
    return contract_of(understood.api, understood.names, understood.plan)


def _rendered(
    view: PackageView, release: Release | None, timings: Timings
) -> tuple[dict[str, bytes], Release | None]:
    """Return the files of a package, and its release once it is known whether any of them differs."""
    if release is None:
        return _made(view, timings), None
    files = _made(replace(view, own_version=release.version), timings)
    settled = release.with_files(files)
    if settled.version != release.version:
        with timings.during("format"):
            files |= formatted([render_init(replace(view, own_version=settled.version))])
    return files, settled


def _made(view: PackageView, timings: Timings) -> dict[str, bytes]:
    with timings.during("render"):
        copied = copies(view)
    with timings.during("format"):
        made = formatted(timings.each("render", render(view)))
    return dict(sorted({**copied, **made}.items()))


def _around(config: ClientConfig, project: ProjectConfig, understood: Understood) -> dict[str, bytes]:
    return distribution_files(config, project, understood.api, understood.plan.view)


def _project(
    config: ClientConfig, project: ProjectConfig, release: Release | None, around: Mapping[str, bytes]
) -> dict[str, Any]:
    """Return what the manifest says of a distribution."""
    assert release is not None
    return {
        "project": {
            "name": distribution_name(config, project),
            "version": release.version,
            "files": {path: digest(content) for path, content in sorted(around.items())},
        }
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What became of a package on the disk.

    Attributes:
        package: the package as it is made now.
        is_new: whether there was none before.
        written: the files that were written and removed.
        merge: what became of edits by hand.
        distributed: what became of the files around it, where it is a distribution.
        faults: why all of that is refused; only `foresee` returns what has any.
    """

    package: Package
    is_new: bool
    written: Written
    merge: Merge
    distributed: Distributed
    faults: tuple[Diagnostic, ...] = ()


def generate(config: ClientConfig, *, update_remote: bool = False, rename: bool = False) -> Package:
    """Bring a package up to date, and return it as it is made; the arguments are those of `understand`."""
    return update(config, update_remote=update_remote, rename=rename).package


def update(
    config: ClientConfig,
    *,
    update_remote: bool = False,
    rename: bool = False,
    is_discarded: Callable[[str], bool] = lambda _: False,
    dry: bool = False,
    timings: Timings | None = None,
) -> Generated:
    """Write a package, edits by hand merged, and what it uses of other servers into the lock.

    Args:
        config: the document, and what is set for it.
        update_remote: as `understand` has it.
        rename: the same.
        is_discarded: whether edits of a file, by its path relative to the package, are thrown away.
        dry: whether it is only told what would be done.
        timings: what the seconds of each pass are entered in.

    Raises:
        InputError: where the document cannot be used, or the package cannot be written; it is as it was then.
    """
    timings = timings or Timings()
    folder = Path(config.output) / config.package
    if not dry and not folder.exists():
        with exclusive(folder, follow=config.follow_link):
            pass  # a run that was ended may have left it elsewhere
    lock = read_lock(lock_path(config.document))
    package = build(config, update_remote=update_remote, rename=rename, timings=timings)
    with timings.during("write"), nullcontext() if dry else exclusive(folder, follow=config.follow_link):
        done = _put(package, config, is_discarded, dry=dry)
    if done.faults:
        raise InputError(*done.faults)
    access = package.understood.references.access
    pinned = updated(lock, config.package, access.used if access else {})
    if pinned != lock and not dry:
        write_lock(lock_path(config.document), pinned)
    return done


def foresee(package: Package, config: ClientConfig) -> Generated:
    """Return what would become of a package on the disk if it were written now, faults and all."""
    return _put(package, config, lambda _: False, dry=True)


def _put(
    package: Package, config: ClientConfig, is_discarded: Callable[[str], bool], *, dry: bool
) -> Generated:
    folder = Path(config.output) / config.package
    before = read_manifest(folder)
    listed: dict[str, str] | None = before["files"] if before else None
    merge = merge_edits(folder, package.files, listed, is_discarded=is_discarded)
    owned = _known_by_pristine(folder) if listed is None else listed
    begun = {path: text for path, text in package.seams.items() if not os.path.lexists(folder / path)}
    files = {**package.files, **merge.contents, **begun}
    dropped = {
        path: digest(read_file(folder / path, follow=False)) for path in merge.discarded if path not in files
    }
    ours = {path: known for path, known in (owned | dropped).items() if path not in merge.kept}
    ours |= dict.fromkeys(merge.contents, "")
    is_new = not (folder / MANIFEST).exists()
    found = differences(files, folder, ours, follow=config.follow_link)
    faults = (*merge.faults, *found.faults)
    if faults and not dry:
        raise InputError(*faults)
    distributed = Distributed()
    try:
        distributed = _distribute(package, config, before, dry=dry)
    except InputError as fault:
        if not dry:
            raise
        faults += fault.diagnostics
    if not dry:
        put(found, folder, follow=config.follow_link)
    return Generated(
        package=package,
        is_new=is_new,
        written=found.written,
        merge=merge,
        distributed=distributed,
        faults=faults,
    )


def _distribute(
    package: Package, config: ClientConfig, before: Mapping[str, Any] | None, *, dry: bool
) -> Distributed:
    """Write what is around a distribution's package, and before it: the next run mends one that was ended."""
    if package.release is None:
        return Distributed()
    known: dict[str, str] = before.get("project", {}).get("files", {}) if before else {}
    return distribute(config, package.release, package.around, known, dry=dry)


def _known_by_pristine(folder: Path) -> dict[str, str]:
    """Return the digests of a package's files where its manifest is lost; what is a link now is not ours."""
    found = load_pristine(folder).items()
    return {path: digest(text) for path, text in found if is_ordinary(folder / path)}


def _inputs(config: ClientConfig, understood: Understood) -> Inputs:
    return Inputs(
        document=understood.references.root.digest,
        references=understood.references.digests,
        overlays=tuple(overlay.digest for overlay in understood.overlays),
        config=config_digest(config),
        templates=tool_digest(template_root()),
    )
