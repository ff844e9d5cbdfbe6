"""The last passes: format, then write or compare.

Files are formatted in a temporary folder, in one run of ruff. They are then laid in a folder beside the
package, and only when all are there each is moved into its place. What fails before that leaves everything as
it was.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, InputError, Location, error

MANIFEST = "oasmith.json"
# How the first line of every generated file ends.
NOTICE = "DO NOT EDIT: it is made anew."
LINE_LENGTH = 100


def digest(content: bytes) -> str:
    """Return a content's digest as the manifest has it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def formatted(files: Mapping[str, str]) -> dict[str, bytes]:
    """Return files, texts by paths relative to the package, as ruff formats them."""
    with tempfile.TemporaryDirectory(prefix="oasmith-") as folder:
        stage = Path(folder)
        _lay(files, stage)
        _format(stage)
        return {path: (stage / path).read_bytes() for path in sorted(files)}


def write(files: Mapping[str, bytes], package: Path, owned: Mapping[str, str]) -> None:
    """Put files in their places, each in one step, and remove those that are no longer made.

    Args:
        files: contents by paths relative to the package, the manifest among them.
        package: the package's folder.
        owned: the digests of the files that the manifest there lists; all others are somebody else's.

    Raises:
        InputError: where somebody else's file stands in the way, or nothing can be written.
    """
    _refuse_foreign(files, package, owned)
    try:
        with staged(package.parent) as stage:
            changed = {path: content for path, content in files.items() if _differs(package / path, content)}
            for path, content in changed.items():
                target = stage / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
            # The manifest goes last: until it is there, `check` tells that something is missing.
            for path in sorted(changed, key=lambda item: item == MANIFEST):
                target = package / path
                target.parent.mkdir(parents=True, exist_ok=True)
                (stage / path).replace(target)
    except OSError as fault:
        raise InputError(_unwritable(package, fault)) from None
    prune(package, owned.keys() - files.keys())


def _differs(path: Path, content: bytes) -> bool:
    """Whether a file is not what it should be; one that is keeps its time, so that nothing is built again."""
    try:
        return path.read_bytes() != content
    except OSError:
        return True


def prune(package: Path, paths: set[str]) -> None:
    """Remove files that were made once and are no more, and the folders that are empty without them."""
    root = package.resolve()
    for path in sorted(paths, reverse=True):
        target = package / path
        if not target.resolve().is_relative_to(root) or path == MANIFEST:
            continue
        target.unlink(missing_ok=True)
        for parent in target.parents:
            if parent == package or not parent.is_dir() or any(parent.iterdir()):
                break
            parent.rmdir()


@contextmanager
def staged(beside: Path) -> Generator[Path]:
    """Give a new folder on the same disk, and take it away again.

    Raises:
        InputError: where none can be made.
    """
    made = _missing_parents(beside)
    try:
        beside.mkdir(parents=True, exist_ok=True)
        stage = Path(tempfile.mkdtemp(prefix=".oasmith-", dir=beside))
    except OSError as fault:
        raise InputError(_unwritable(beside, fault)) from None
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        for folder in made:  # what stayed empty was made for nothing
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def _missing_parents(folder: Path) -> list[Path]:
    return [path for path in (folder, *folder.parents) if not path.exists()]


def _lay(files: Mapping[str, str], stage: Path) -> None:
    for folder in {(stage / path).parent for path in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        with (stage / path).open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def _format(stage: Path) -> None:
    """Run ruff once over a tree, whatever configuration, ignore files or exclusions are around it."""
    options = ["--isolated", "--no-cache", "--quiet", "--no-respect-gitignore", "--config", "exclude=[]"]
    style = [f"--line-length={LINE_LENGTH}", "--target-version=py311"]
    command = [_ruff(), "format", *options, *style, str(stage)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if result.returncode != 0:
        raise RuntimeError(f"ruff refuses what was rendered: {result.stderr.strip()}")


def _ruff() -> str:
    # Not an import statement: ruff says nothing of its types, and `check` mostly needs no formatter.
    return os.fsdecode(import_module("ruff.__main__").find_ruff_bin())


def _refuse_foreign(files: Mapping[str, bytes], package: Path, owned: Mapping[str, str]) -> None:
    folders = {package / folder for path in files for folder in PurePosixPath(path).parents}
    foreign = [folder for folder in folders if folder.exists() and not folder.is_dir()]
    foreign += [package / path for path in files if (package / path).is_dir()]
    if not foreign:
        others = (path for path in files if path not in owned and path != MANIFEST)
        foreign = [package / path for path in others if _is_foreign(package / path, files[path])]
    if foreign:
        message = "this was not written by oasmith and stands in the way; move it, or choose another output"
        raise InputError(*(error("foreign-file", message, Location(str(path))) for path in sorted(foreign)))


def _is_foreign(target: Path, content: bytes) -> bool:
    """Whether somebody else's file is there; one of ours says so, whatever a merge made of the manifest."""
    if not target.exists():
        return False
    found = target.read_bytes()
    return found != content and NOTICE.encode() not in found.partition(b"\n")[0]


def _unwritable(folder: Path, fault: OSError) -> Diagnostic:
    reason = fault.strerror or str(fault)
    return error("unwritable-output", f"the package cannot be written: {reason}", Location(str(folder)))
