"""The version of a package that is a distribution: as configured, or by what has changed since the last."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.config import ClientConfig
from generator.contract.allowances import weighed
from generator.contract.compare import compare
from generator.contract.records import Change, Contract, step
from generator.contract.stored import known_contract
from generator.publishing.versions import FIRST, ReleaseStep, order_of, stepped
from generator.reading.files import digest
from generator.records import dataclass
from generator.writing.manifest import read_manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A version, and what it is made for.

    Attributes:
        version: the version of the package as it is made now.
        before: that of the package as it is; None where it has none.
        proposed: the version that changes ask for.
        step: the step from the one before that they ask for.
        changes: what callers would see.
        is_known: whether that is known: the contract before may be lost.
        is_fixed: whether the version is configured.
        files: the digests of the files of the package as it is, by their paths.
    """

    version: str
    before: str | None
    proposed: str
    step: ReleaseStep
    changes: tuple[Change, ...]
    is_known: bool
    is_fixed: bool
    files: Mapping[str, str]

    @property
    def is_too_small(self) -> bool:
        """Whether the version that is configured is less than what changes ask for."""
        return order_of(self.version) < order_of(self.proposed)

    def with_files(self, files: Mapping[str, bytes]) -> "Release":
        """Return the release once files are known: where callers see no change, it may be a patch."""
        is_same = all(self.files.get(path) == digest(content) for path, content in files.items())
        if self.step != "none" or self.before != self.version or is_same:
            return self
        proposed = stepped(self.version, "patch")
        version = self.version if self.is_fixed else proposed
        return replace(self, version=version, proposed=proposed, step="patch")


def release_of(config: ClientConfig, contract: Contract) -> Release | None:
    """Return the release of a package, as far as its contract tells it; None where it is no distribution."""
    if config.project is None:
        return None
    folder = Path(config.output) / config.package
    manifest = read_manifest(folder)
    before: str | None = manifest.get("project", {}).get("version") if manifest else None
    fixed = config.project.version
    known = _contract_before(folder, manifest) if before is not None else None
    changes = weighed(compare(known, contract), config) if known is not None else ()
    asked: ReleaseStep = "major" if before is not None and known is None else step(changes)
    proposed = stepped(before, asked) if before is not None else fixed or FIRST
    return Release(
        version=fixed or proposed,
        before=before,
        proposed=proposed,
        step=asked,
        changes=changes,
        is_known=before is None or known is not None,
        is_fixed=fixed is not None,
        files=manifest["files"] if manifest else {},
    )


def _contract_before(folder: Path, manifest: Mapping[str, Any] | None) -> Contract | None:
    return None if manifest is None else known_contract(folder, manifest)
