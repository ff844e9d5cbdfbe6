"""The files around a package that make it a distribution: pyproject.toml, LICENSE and CHANGELOG.md.

They are beside the package, where people keep files of their own: what is not as oasmith has made it stays.
"""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.config import ClientConfig, ProjectConfig
from generator.diagnostics import Diagnostic, InputError, Location, error, warning
from generator.ir import Api
from generator.publishing.changelog import CHANGELOG, UNRELEASED, entry, with_entry
from generator.publishing.licenses import Licensed, licensed
from generator.publishing.releases import Release
from generator.python.package.requirements import EXTRAS, PYTHON, requirement, requirements
from generator.python.text.prose import summary_end
from generator.python.views import PackageView
from generator.reading.files import digest, is_ordinary, read_file, write_file
from generator.reading.nodes import is_mapping, is_sequence
from generator.records import dataclass
from generator.writing.toml import text as toml

PYPROJECT, LICENSE = "pyproject.toml", "LICENSE"
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Distributed:
    """What became of the files around a package: the paths that were written, and what is to be told."""

    wrote: tuple[Path, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()


def distribution_files(
    config: ClientConfig, project: ProjectConfig, api: Api, view: PackageView
) -> dict[str, bytes]:
    """Return pyproject.toml, and LICENSE where something is known of one; neither depends on the version."""
    license_ = licensed(project, api.license)
    files = {PYPROJECT: _pyproject(config, project, view, license_)}
    if license_ is not None:
        files[LICENSE] = license_.text
    return {path: content.encode() for path, content in files.items()}


def distribution_name(config: ClientConfig, project: ProjectConfig) -> str:
    """Return the name of a distribution, as it is installed."""
    return project.name or config.package.strip("_").replace("_", "-")


def _pyproject(
    config: ClientConfig, project: ProjectConfig, view: PackageView, license_: Licensed | None
) -> str:
    package = config.package
    lines = [
        "# Made by oasmith, and yours to edit: once you have, it stays as it is.",
        "[build-system]",
        'requires = ["hatchling>=1.27"]',
        'build-backend = "hatchling.build"',
        "",
        "[project]",
        f"name = {toml(distribution_name(config, project))}",
        'dynamic = ["version"]',
        f"description = {toml(summary_end(f'A Python client of {view.title}'))}",
        f'readme = "{package}/README.md"',
        *([f"license = {toml(license_.expression)}"] if license_ and license_.expression else []),
        *([f'license-files = ["{LICENSE}"]'] if license_ else []),
        f'requires-python = ">={".".join(map(str, PYTHON))}"',
        'classifiers = ["Programming Language :: Python :: 3 :: Only", "Typing :: Typed"]',
        "dependencies = [",
        *(f'    "{item}",' for item in requirements(config.http)),
        "]",
        "",
        "[project.optional-dependencies]",
        *(f'{name} = ["{requirement(name)}"]' for name in EXTRAS),
        "",
        "[tool.hatch.version]",
        f'path = "{package}/__init__.py"',
        "",
        "[tool.hatch.build.targets.wheel]",
        f'packages = ["{package}"]',
        "",
        "[tool.hatch.build.targets.sdist]",
        f'include = ["/{package}", "/{CHANGELOG}", "/{LICENSE}"]',
    ]
    return "\n".join(lines) + "\n"


def distribute(
    config: ClientConfig,
    release: Release,
    made: Mapping[str, bytes],
    known: Mapping[str, str],
    *,
    dry: bool,
) -> Distributed:
    """Put the files of a distribution around its package; twice does what once does.

    Args:
        config: the client; the folder that the package is written into is the distribution's.
        release: the version, and what changed.
        made: the files, but for the changelog.
        known: their digests as they were made before: what has another one now is somebody's own.
        dry: whether it is only told what would be done.

    Raises:
        InputError: where a file cannot be read or written.
    """
    folder = Path(config.output)
    wanted: dict[Path, bytes] = {}
    warnings: list[Diagnostic] = []
    for path, content in made.items():
        found = _read(folder / path)
        if found is None or digest(found) == known.get(path):
            wanted[folder / path] = content
        elif found != content:
            warnings += _told(folder / path, found, config)
    before = _read(folder / CHANGELOG) or b""
    wanted[folder / CHANGELOG] = _changelog(before, release, folder / CHANGELOG)
    changed = {target: content for target, content in wanted.items() if _read(target) != content}
    if not dry:
        for target, content in changed.items():
            _write(target, content)
    return Distributed(wrote=tuple(changed), warnings=tuple(warnings))


def _changelog(before: bytes, release: Release, path: Path) -> bytes:
    is_released = release.version != release.before
    if not is_released and release.step == "none":
        return before
    if release.before is None:
        otherwise = "The first version."
    elif not release.is_known:
        otherwise = f"What changed since {release.before} is not known: its contract is lost."
    else:
        otherwise = "Nothing that a caller would see has changed."
    try:
        text = before.decode()
    except UnicodeDecodeError:
        raise InputError(error("unreadable-file", "it is not UTF-8", Location(str(path)))) from None
    version = release.version if is_released else UNRELEASED
    return with_entry(text, version, entry(release.changes, otherwise)).encode()


def _told(path: Path, found: bytes, config: ClientConfig) -> list[Diagnostic]:
    """Return a warning where somebody's own file lacks what the package needs."""
    if path.name != PYPROJECT:
        return []
    lacking = _lacking(found, config.http)
    if not lacking:
        return []
    message = "it is not as oasmith made it, so it stays; the package also needs the dependencies "
    return [warning("own-project", f"{message}{', '.join(lacking)}", Location(str(path)))]


def _lacking(pyproject: bytes, http: str) -> list[str]:
    """Return the requirements of a package that no dependency in a pyproject.toml is about."""
    try:
        table: Any = tomllib.loads(pyproject.decode()).get("project", {})
    except ValueError:
        table = {}
    given = table.get("dependencies", ()) if is_mapping(table) else ()
    names = {
        re.sub(r"[-_.]+", "-", found[0]).lower()
        for item in (given if is_sequence(given) else ())
        if isinstance(item, str) and (found := _REQUIREMENT.match(item))
    }
    wanted = {item: _REQUIREMENT.match(item) for item in requirements(http)}
    return [item for item, found in wanted.items() if found is not None and found[0] not in names]


def _read(path: Path) -> bytes | None:
    """Return somebody's file; None where there is none."""
    if not path.exists() and not path.is_symlink():
        return None
    if not is_ordinary(path):
        raise InputError(error("unreadable-file", "it is no ordinary file", Location(str(path))))
    try:
        return read_file(path, follow=False)
    except OSError as fault:
        raise InputError(
            error("unreadable-file", f"it cannot be read: {fault.strerror}", Location(str(path)))
        ) from None


def _write(path: Path, content: bytes) -> None:
    try:
        write_file(path, content)
    except OSError as fault:
        message = f"it cannot be written: {fault.strerror or fault}"
        raise InputError(error("unwritable-file", message, Location(str(path)))) from None
