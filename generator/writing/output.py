"""The last passes: format, then write or compare.

Files are formatted by ruff, in temporary folders that are in memory where that can be. The package is then
changed in one step (`swap`), by one process at a time (`exclusion`).
"""

import glob
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager, suppress
from importlib import import_module
from pathlib import Path, PurePosixPath

from generator.diagnostics import Diagnostic, InputError, Location, error
from generator.reading.files import digest, read_file
from generator.records import dataclass
from generator.writing.exclusion import alone
from generator.writing.ownership import MANIFEST, has_lines, removable, says_so, why_unread, with_usual_ends
from generator.writing.pristine import PRISTINE, is_mergeable
from generator.writing.soundness import refuse_too_deep, refuse_unsound
from generator.writing.swap import recover, swap

LINE_LENGTH = 100
ISOLATED = (
    *("--isolated", "--no-cache", "--quiet", "--no-respect-gitignore", "--config", "exclude=[]"),
    "--target-version=py311",
)
# Linux keeps in memory what is in this folder. Files take up more room in it than they have bytes.
MEMORY, ROOM = "/dev/shm", 4  # noqa: S108 - only folders of `tempfile` are made in it


def formatted(lots: Iterable[Mapping[str, str]]) -> dict[str, bytes]:
    """Return files, texts by paths relative to the package, as ruff formats them.

    Args:
        lots: the files, each in one lot; a lot is formatted while the next one is made.
    """
    _sweep(MEMORY)
    with ExitStack() as stack:
        running: list[tuple[subprocess.Popen[str], str, Iterable[str]]] = []
        for lot in lots:
            contents = {path: text.encode() for path, text in lot.items()}
            room = sum(map(len, contents.values())) * ROOM
            folder = tempfile.TemporaryDirectory(prefix=f"{_prefix()}{os.getpid()}-", dir=_memory(room))
            stage = stack.enter_context(folder)
            _lay(contents, Path(stage))
            process = stack.enter_context(_start_formatting(stage))
            running.append((process, stage, tuple(contents)))  # of the texts nothing is kept
            del contents, lot
        told = [process.communicate()[1] for process, _, _ in running]
        refuse_unsound([_ruff(), "check", *ISOLATED], [stage for _, stage, _ in running])
        if any(process.returncode for process, _, _ in running):
            raise RuntimeError(f"ruff refuses what was rendered: {' '.join(told).strip()}")
        found = {path: read_file(f"{stage}/{path}") for _, stage, paths in running for path in paths}
    refuse_too_deep({path: text for path, text in found.items() if path.endswith(".py")})
    return dict(sorted(found.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Which files of a package were written and removed, by paths relative to it; or would be."""

    wrote: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """In what a package on the disk is not what it should be.

    Attributes:
        changed: the contents of the files that are to be written.
        gone: the files that are to be removed.
        faults: what stands in the way; where there is any, nothing is written.
    """

    changed: Mapping[str, bytes]
    gone: tuple[str, ...]
    faults: tuple[Diagnostic, ...]

    @property
    def written(self) -> Written:
        """Which files are to be written and removed."""
        return Written(wrote=tuple(sorted(self.changed)), removed=self.gone)


@contextmanager
def exclusive(package: Path, *, follow: bool = False) -> Generator[None]:
    """Keep other processes from writing a package, and undo first what one that was ended has left.

    Raises:
        InputError: where another process does not end, or nothing can be written.
    """
    target = package.resolve() if follow else package
    try:
        with parents_of(target), alone(target):
            recover(target)
            yield
    except OSError as fault:
        raise InputError(_unwritable(package, fault)) from None


def differences(
    files: Mapping[str, bytes], package: Path, owned: Mapping[str, str], *, follow: bool = False
) -> Differences:
    """Return what would have to be written and removed, and what stands in the way of it.

    Args:
        files: contents by paths relative to the package, the manifest among them.
        package: the package's folder.
        owned: the digests of the files that the manifest there lists; all others are somebody else's.
        follow: whether the package's folder may be a link.
    """
    faults = _linked(files, package, follow=follow) or _obstacles(files, package)
    if faults:
        return Differences(changed=files, gone=(), faults=tuple(faults))
    changed: dict[str, bytes] = {}
    for path, content in files.items():
        fault = None
        try:
            found = read_file(f"{package}/{path}", follow=False)
        except (FileNotFoundError, NotADirectoryError):
            changed[path] = content
            continue
        except OSError:
            fault = _unread(package, path, content, owned)
        else:
            if _is_same(path, found, content):
                continue
            if path not in owned and path not in (MANIFEST, PRISTINE) and not says_so(found):
                fault = _in_the_way(package / path)
        changed[path] = content
        faults += [fault] if fault else []
    gone = removable(package.resolve() if follow else package, owned, files)
    return Differences(changed=changed, gone=tuple(gone), faults=_by_place(faults))


def put(found: Differences, package: Path, *, follow: bool = False) -> None:
    """Put files in their places and remove those that are no longer made, all in one step.

    It is called while `exclusive` keeps others away.

    Raises:
        InputError: where something stands in the way, or cannot be changed.
        OSError: where nothing can be written.
    """
    if found.faults:
        raise InputError(*found.faults)
    if found.changed or found.gone:
        swap(package.resolve() if follow else package, found.changed, found.gone)


def _is_same(path: str, found: bytes, content: bytes) -> bool:
    """Whether a file is what it should be; one that is keeps its time, so that nothing is built again.

    Git may have changed its line ends, and would change them again.
    """
    return found == content or (has_lines(path) and with_usual_ends(found) == content)


@contextmanager
def parents_of(folder: Path) -> Generator[None]:
    """Make the folders above one, and take them away again where they stay empty.

    Raises:
        InputError: where they cannot be made.
    """
    made = _missing_parents(folder.parent)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise InputError(_unwritable(folder.parent, fault)) from None
    try:
        yield
    finally:
        for parent in made:
            if parent.is_dir() and not any(parent.iterdir()):
                parent.rmdir()


def _missing_parents(folder: Path) -> list[Path]:
    return [path for path in (folder, *folder.parents) if not path.exists()]


def _memory(room: int) -> str | None:
    """Return a folder in memory with room for so many bytes; None, for the usual one, where there is none.

    On a disk thousands of files that are written, written again by ruff and removed take a second.
    """
    try:
        free = shutil.disk_usage(MEMORY).free
    except OSError:
        return None
    return MEMORY if free > room and os.access(MEMORY, os.W_OK | os.X_OK) else None


def _prefix() -> str:
    """Return how the names of this machine's temporary folders begin; the process follows."""
    return f"oasmith-{platform.node()}-"


def _sweep(memory: str) -> None:
    """Remove the folders in memory of processes that were killed: nobody else would before the next start."""
    if os.name != "posix":
        return
    for folder in Path(memory).glob(f"{glob.escape(_prefix())}*"):
        process = folder.name.removeprefix(_prefix()).partition("-")[0]
        if process.isdecimal() and not _is_alive(int(process)) and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)  # one of somebody else stays


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):  # somebody else's, or no number of a process
        pass
    return True


def _lay(files: Mapping[str, bytes], stage: Path) -> None:
    # There may be thousands, and plain paths are several times as fast as `Path`.
    _make_folders(files, stage)
    for path, content in files.items():
        with open(f"{stage}/{path}", "wb") as file:  # noqa: PTH123
            file.write(content)


def _make_folders(files: Iterable[str], root: Path) -> None:
    for folder in _folders(files):
        (root / folder).mkdir(parents=True, exist_ok=True)


def _folders(files: Iterable[str]) -> set[PurePosixPath]:
    """Return the folders in which files are, without those above them."""
    return {PurePosixPath(folder) for folder in {path.rpartition("/")[0] for path in files}}


def _start_formatting(stage: str) -> "subprocess.Popen[str]":
    """Run ruff over a tree, whatever configuration, ignore files or exclusions are around it."""
    command = [_ruff(), "format", *ISOLATED, f"--line-length={LINE_LENGTH}", stage]
    return subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")  # noqa: S603 - our own words


def _ruff() -> str:
    # Not an import statement: ruff says nothing of its types, and `check` mostly needs no formatter.
    return os.fsdecode(import_module("ruff.__main__").find_ruff_bin())


def _obstacles(files: Iterable[str], package: Path) -> list[Diagnostic]:
    """Return a fault for each file where a folder is needed, and each folder where a file is."""
    if not package.exists():
        return []
    folders = {package / folder for path in _folders(files) for folder in (path, *path.parents)}
    found = [folder for folder in folders if folder.exists() and not folder.is_dir()]
    found += [package / path for path in files if os.path.isdir(f"{package}/{path}")]  # noqa: PTH112
    return [_in_the_way(path) for path in sorted(found)]


def _in_the_way(path: Path) -> Diagnostic:
    message = "this was not written by oasmith and stands in the way; move it, or choose another output"
    return error("foreign-file", message, Location(str(path)))


def _unread(package: Path, path: str, content: bytes, owned: Mapping[str, str]) -> Diagnostic | None:
    """Return a fault where what stands at a path is no file that can be read, and would be lost.

    What leads to the same as we have written or would write holds nothing else, and what people do not edit
    is made anew. Of others nobody can merge what they hold.
    """
    target = package / path
    if path in owned or path in (MANIFEST, PRISTINE):
        if not is_mergeable(path):
            return None
        with suppress(OSError):
            found = with_usual_ends(read_file(target))
            if target.is_symlink() and (found == content or digest(found) == owned[path]):
                return None
    reason = why_unread(package, path) or "cannot be read"
    message = f"this {reason}, and would be lost; put a file of its own in its place, or remove it"
    return error("foreign-file", message, Location(str(target)))


def _by_place(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(faults, key=lambda fault: str(fault.location)))


def _linked(files: Iterable[str], package: Path, *, follow: bool) -> list[Diagnostic]:
    """Return a fault for each link that would be written through; the package's own folder may be one."""
    folders = {package / folder for path in _folders(files) for folder in (path, *path.parents)}
    linked = sorted(folder for folder in folders - ({package} if follow else set()) if folder.is_symlink())
    message = "this is a link, and nothing is written through one; put a folder in its place"
    allowed = f"{message}, or allow it with `follow_link` in the configuration"
    return [
        error("linked-folder", allowed if path == package else message, Location(str(path)))
        for path in linked
    ]


def _unwritable(folder: Path, fault: OSError) -> Diagnostic:
    reason = fault.strerror or str(fault)
    return error("unwritable-output", f"the package cannot be written: {reason}", Location(str(folder)))
