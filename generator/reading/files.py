"""Ordinary files: the one way in which their bytes are read, and single ones written.

A pipe would never end, a device may do anything, and a link may lead anywhere: others write repositories.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

MAX_SIZE = 256 * 2**20
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)
_PERMISSIONS = 0o777
_PART = 2**16


def is_url(name: str) -> bool:
    """Whether a document's name says that it is no file, and at a URL."""
    return name[:8].lower().startswith(("http://", "https://"))


def read_file(path: str | Path, *, follow: bool = True) -> bytes:
    """Return what is in an ordinary file.

    Args:
        path: the file.
        follow: whether it may be a link to one.

    Raises:
        OSError: where there is none, or it cannot be read; its `strerror` says why.
    """
    handle = _open(path, _FLAGS if follow else _FLAGS | _NO_LINKS)
    try:
        found = os.fstat(handle)
        _require_ordinary(found, path)
        content = _read(handle, found.st_size)
    finally:
        os.close(handle)
    if len(content) > MAX_SIZE:  # it grows, or its size is not told
        raise _too_large(path)
    return content


def read_listed(path: str) -> bytes:
    """Return what is in a file that its folder has just listed as an ordinary one: a small one is only read.

    Of what has taken its place since then there may be a part; nothing that never ends is waited for.

    Raises:
        OSError: where there is none, or it cannot be read; its `strerror` says why.
    """
    handle = _open(path, _FLAGS | _NO_LINKS)
    try:
        content = os.read(handle, _PART)
        if len(content) == _PART:
            found = os.fstat(handle)
            _require_ordinary(found, path)
            content += _read(handle, max(found.st_size - _PART, 0))
    finally:
        os.close(handle)
    return content


def read_parts(path: str | Path) -> Iterator[bytes]:
    """Yield what is in an ordinary file or behind a link to one, in small parts.

    Who needs it once only has it in half the time: there is no new room to be had for all of it.

    Raises:
        OSError: where there is none, or it cannot be read; its `strerror` says why.
    """
    handle = _open(path, _FLAGS)
    total = 0
    try:
        _require_ordinary(os.fstat(handle), path)
        while part := os.read(handle, _PART):
            total += len(part)
            if total > MAX_SIZE:
                raise _too_large(path)
            yield part
    finally:
        os.close(handle)


def _open(path: str | Path, flags: int) -> int:
    try:
        return os.open(path, flags)
    except ValueError:  # a name that no file can have
        raise FileNotFoundError(errno.ENOENT, "there is no such file", str(path)) from None


def _read(handle: int, size: int) -> bytes:
    """Return what an open file has, of one that never ends a little more than is allowed.

    To ask for as much as is allowed at once would take room for it, and three times as long.
    """
    content = os.read(handle, size + 1)
    if len(content) == size > 0:
        return content
    parts, total = [content], len(content)  # some systems do not tell the sizes of their own files
    while parts[-1] and total <= MAX_SIZE:
        parts.append(os.read(handle, _PART))
        total += len(parts[-1])
    return b"".join(parts)


def _require_ordinary(found: os.stat_result, path: str | Path) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a directory", str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    if found.st_size > MAX_SIZE:
        raise _too_large(path)


def _too_large(path: str | Path) -> OSError:
    return OSError(errno.EFBIG, f"it is larger than {MAX_SIZE >> 20} MiB", str(path))


def digest(content: bytes | memoryview) -> str:
    """Return the hash by which bytes are known, as manifests and locks have it."""
    return digest_of_parts((content,))


def digest_of_parts(parts: Iterable[bytes | memoryview]) -> str:
    """Return the digest of a content that comes in parts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(part)
    return f"sha256:{total.hexdigest()}"


def is_ordinary(path: str | Path) -> bool:
    """Whether there is an ordinary file, and no link to one."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except (OSError, ValueError):
        return False


def write_file(path: Path, content: bytes) -> None:
    """Put a file in its place in one step, its permissions kept; a link is replaced and not followed.

    Raises:
        OSError: where it cannot be written.
    """
    import tempfile  # noqa: PLC0415 - who only reads needs none of it

    handle, stage = tempfile.mkstemp(prefix=".oasmith-", dir=path.parent)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - a handle
            file.write(content)
        Path(stage).chmod(permissions(path))
        Path(stage).replace(path)
    except BaseException:
        Path(stage).unlink(missing_ok=True)
        raise


def permissions(path: str | Path) -> int:
    """Return the permissions that a file keeps when it is replaced; of a new one, where there is none."""
    if is_ordinary(path):
        return os.lstat(path).st_mode & _PERMISSIONS
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
