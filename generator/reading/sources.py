"""Documents that are named otherwise than by a path: `-`, `REV:path` of a Git repository, and URLs."""

import io
import posixpath
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from generator.diagnostics import InputError, Location, error
from generator.reading.document import Document, load, parse
from generator.reading.files import is_url
from generator.reading.limits import RemoteError
from generator.reading.remote import RemoteAccess
from generator.records import dataclass

STDIN = "-"
# How what was piped in is shown.
PIPED = "<stdin>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that has been read.

    Attributes:
        document: the document.
        access: leave to fetch what it refers to, where it was fetched itself.
        folder: the folder into which its revision was laid for a while, and what stands for that in messages.
    """

    document: Document
    access: RemoteAccess | None = None
    folder: tuple[str, str] | None = None

    def shown(self, location: Location | None) -> Location | None:
        """Return a location as its user knows it."""
        if location is None or self.folder is None:
            return location
        laid, name = self.folder
        return Location(location.file.replace(f"{laid}/", name, 1), location.pointer)

    def path(self, location: Location) -> str | None:
        """Return the path in the repository of a file of another revision; None of any other."""
        laid = "" if self.folder is None else f"{self.folder[0]}/"
        return location.file.removeprefix(laid) if laid and location.file.startswith(laid) else None


@contextmanager
def opened(name: str, *, allow_remote: bool = False) -> Generator[Source]:
    """Give the document of a name: a path, `-`, `REV:path` or a URL.

    Raises:
        InputError: where there is none, or it may not be fetched.
    """
    if name == STDIN:
        yield Source(document=parse(sys.stdin.buffer.read(), PIPED))
    elif is_url(name):
        yield _fetched(name, allow_remote=allow_remote)
    elif ":" in name and not Path(name).exists():
        with tempfile.TemporaryDirectory(prefix="oasmith-") as folder:
            yield _of_revision(name, folder)
    else:
        yield Source(document=load(Path(name), name=name))


def _fetched(url: str, *, allow_remote: bool) -> Source:
    if not allow_remote:
        message = f"{url!r} is not fetched: save it as a file, or allow it with --allow-remote"
        raise InputError(error("remote-reference", message))
    access = RemoteAccess()
    try:
        here = parse(b"{}", url)
        return Source(document=access.read(url, here), access=access)
    except RemoteError as problem:
        raise InputError(error(problem.code, problem.message)) from None


def _of_revision(name: str, folder: str) -> Source:
    """Return a document of a revision, laid into a folder with all that it may refer to beside it."""
    revision, _, path = name.partition(":")
    if revision.startswith("-") or not revision or not path:
        raise InputError(error("bad-revision", f"{name!r} is no file, and no REV:PATH of a Git repository"))
    path = _path_in_repository(revision, path, name)
    home = PurePosixPath(path).parent.as_posix()
    # With its folder named, paths are the repository's own wherever the program runs.
    repository = _git("rev-parse", "--absolute-git-dir", name=name).decode().rstrip("\n")
    archive = _git(f"--git-dir={repository}", "archive", "--format=tar", revision, "--", home, name=name)
    with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
        packed.extractall(folder, filter="data")
    laid = Path(folder, path)
    if not laid.is_file():
        raise InputError(
            error("file-not-found", f"{path!r} is not in the revision {revision!r}", Location(name))
        )
    return Source(document=load(laid, name=laid.as_posix()), folder=(folder, f"{revision}:"))


def _path_in_repository(revision: str, path: str, name: str) -> str:
    """Return a path as the repository has it: what Git takes, else one from where the program runs."""
    folder = _git("rev-parse", "--show-prefix", name=name).decode().rstrip("\n")
    from_here = posixpath.normpath(f"{folder}{path}")
    if path.startswith(("./", "../")):
        return from_here
    if not folder or _has(revision, path, name) or not _has(revision, from_here, name):
        return path
    return from_here


def _has(revision: str, path: str, name: str) -> bool:
    return _run_git("cat-file", "-e", f"{revision}:{path}", name=name).returncode == 0


def _git(*arguments: str, name: str) -> bytes:
    done = _run_git(*arguments, name=name)
    if done.returncode:
        told = done.stderr.decode(errors="replace").strip().splitlines()
        message = (
            f"{name!r} is no file, and Git knows no such revision: {told[0] if told else 'it says nothing'}"
        )
        raise InputError(error("file-not-found", message))
    return done.stdout


def _run_git(*arguments: str, name: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607
    except OSError as fault:
        message = f"{name!r} is no file, and Git cannot be run: {fault.strerror}"
        raise InputError(error("file-not-found", message)) from None
