"""One process at a time: a lock file beside a folder, which the system frees when its process ends."""

import os
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from generator.diagnostics import InputError, Location, error

PATIENCE = 10.0  # seconds; a package is written in a fraction of one
_PAUSE = 0.02


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Keep other processes from writing a folder; one that has died keeps nobody.

    Raises:
        InputError: `busy-output`, where another one does not end.
        OSError: where no lock can be made.
    """
    path = folder.parent / f".oasmith-{folder.name}.lock"
    handle = _taken(path, folder)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)  # before it is freed: who waits sees that it is another file now
        os.close(handle)


def _taken(path: Path, folder: Path) -> int:
    deadline = time.monotonic() + PATIENCE
    while True:
        handle = _try(path)
        if handle is not None:
            return handle
        if time.monotonic() > deadline:
            message = "another oasmith is writing this package; run it again when that has ended"
            raise InputError(error("busy-output", message, Location(str(folder))))
        time.sleep(_PAUSE)


def _try(path: Path) -> int | None:
    """Return a handle of the lock file, locked; None where another process has it."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, flags, 0o600)
    try:
        if _lock(handle) and os.path.samestat(os.fstat(handle), os.lstat(path)):
            return handle
    except FileNotFoundError:
        pass  # who had it has removed it
    except BaseException:
        os.close(handle)
        raise
    os.close(handle)
    return None


def _lock(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
