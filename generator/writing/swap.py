"""A folder that changes in one step: the new tree is made beside the old one, and the two change places.

Whatever ends the run, a signal or a full disk, the folder is wholly as it was or wholly new. The names of
what lies beside it are fixed, so that the next run, under the lock, finds what one that was ended has left.
"""

import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from generator.diagnostics import InputError, Location, error
from generator.reading.files import permissions
from generator.records import dataclass

_CURRENT_FOLDER, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of linux/fs.h
_MAC_EXCHANGE = 2  # RENAME_SWAP of sys/stdio.h
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """What was taken over from an old tree: the inode of each file, and each folder, relative to it."""

    inodes: dict[str, int] = field(default_factory=dict[str, int])
    folders: list[str] = field(default_factory=list[str])


def recover(folder: Path) -> None:
    """Undo a change of places that was not ended, and remove what an ended run has left beside a folder."""
    old, stage = _beside(folder)
    if os.path.lexists(old) and not os.path.lexists(folder):
        os.rename(old, folder)
    for path in (old, stage):
        _remove(path)


def swap(folder: Path, changed: Mapping[str, bytes], gone: Iterable[str]) -> None:
    """Give a folder new files in one step; all others stay as they are, with their times.

    Args:
        folder: the folder; it need not exist, that above it has to.
        changed: contents of new and changed files, by paths relative to it.
        gone: files that it has and shall no longer have.

    Raises:
        InputError: where something in the folder cannot be changed.
        OSError: where nothing can be written.
    """
    old, stage = _beside(folder)
    try:
        os.mkdir(stage)
        taken = _Tree()
        if folder.exists():
            _require_movable(folder)
            _require_writable(folder, {path.rpartition("/")[0] for path in (*changed, *gone)})
            _take_over(str(folder), stage, "", taken)
        _lay(changed, folder, stage)
        _prune(gone, stage)
        _dress(taken, folder, stage)
        replaced = _change_places(folder, stage, old)
        if replaced is not None:
            _rescue(replaced, str(folder), taken, {*changed, *gone})
    finally:
        for path in (old, stage):
            _remove(path)


def _beside(folder: Path) -> tuple[str, str]:
    """Return where the old and the new tree are while they change places."""
    return f"{folder.parent}/.oasmith-{folder.name}.old", f"{folder.parent}/.oasmith-{folder.name}.new"


def _require_movable(folder: Path) -> None:
    if folder.is_mount():
        raise _immovable(folder)


def _immovable(folder: Path) -> InputError:
    reason = "something is mounted here, so it cannot be changed in one step; mount the folder above it"
    return _blocked(str(folder), reason)


def _blocked(path: str, reason: str) -> InputError:
    return InputError(error("unwritable-output", reason, Location(path)))


def _require_writable(folder: Path, touched: set[str]) -> None:
    """Refuse folders that could not be removed once their files are in the new tree."""
    for path, folders, _ in os.walk(folder):
        folders[:] = [name for name in folders if not os.path.islink(f"{path}/{name}")]
        if os.access(path, os.W_OK | os.X_OK):
            continue
        found = os.stat(path)
        ours = found.st_uid == _user() and not found.st_mode & stat.S_IWUSR  # and so can be made writable
        if not ours or path[len(str(folder)) + 1 :].replace(os.sep, "/") in touched:
            raise _blocked(path, "it cannot be written: the folder is read-only")


def _user() -> int:
    return os.geteuid() if hasattr(os, "geteuid") else -1


def _take_over(old: str, new: str, where: str, taken: _Tree) -> None:
    """Link what is in a folder into another one, at any depth; links that are there are linked themselves."""
    with os.scandir(f"{old}/{where}") as entries:
        for entry in entries:
            path = f"{where}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                os.mkdir(f"{new}/{path}")
                taken.folders.append(path)
                _take_over(old, new, f"{path}/", taken)
            else:
                _link(entry.path, f"{new}/{path}")
                taken.inodes[path] = entry.inode()


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except FileNotFoundError:  # somebody has removed it just now
        return
    except OSError as fault:
        if fault.errno == errno.EXDEV:
            reason = "something is mounted here, so the package cannot be changed in one step"
            raise _blocked(old, reason) from None
        if fault.errno == errno.ENOSPC or _has_links(os.path.dirname(new)):
            reason = fault.strerror or str(fault)
            raise _blocked(old, f"it cannot be taken over: {reason}") from None
        shutil.copy2(old, new, follow_symlinks=False)


def _has_links(folder: str) -> bool:
    """Whether a file system knows hard links: where it does, a file without one is immutable or not ours."""
    probe = f"{folder}/.oasmith-probe"
    try:
        with open(probe, "xb"):
            pass
        os.link(probe, f"{probe}-2")
        os.unlink(f"{probe}-2")
    except OSError:
        return False
    finally:
        if os.path.lexists(probe):
            os.unlink(probe)
    return True


def _lay(files: Mapping[str, bytes], folder: Path, stage: str) -> None:
    for parent in {path.rpartition("/")[0] for path in files}:
        os.makedirs(f"{stage}/{parent}", exist_ok=True)
    for path, content in files.items():
        target = f"{stage}/{path}"
        if os.path.lexists(target):
            os.unlink(target)  # it is the old file itself
        with open(target, "xb") as file:
            file.write(content)
        os.chmod(target, permissions(f"{folder}/{path}"))


def _prune(gone: Iterable[str], stage: str) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in gone:
        if os.path.lexists(f"{stage}/{path}"):
            os.unlink(f"{stage}/{path}")
        folder = path.rpartition("/")[0]
        while folder and not os.listdir(f"{stage}/{folder}"):
            os.rmdir(f"{stage}/{folder}")
            folder = folder.rpartition("/")[0]


def _dress(taken: _Tree, folder: Path, stage: str) -> None:
    """Give folders the owner, permissions and attributes of those that they stand for."""
    if not folder.exists():
        return
    for path in (*reversed(taken.folders), "."):  # those inside first: after that one may be read-only
        old, new = f"{folder}/{path}", f"{stage}/{path}"
        if os.path.isdir(new):
            found = os.stat(old)
            if hasattr(os, "chown") and found.st_uid != os.stat(new).st_uid:
                os.chown(new, found.st_uid, found.st_gid)
            shutil.copystat(old, new)
            os.utime(new)  # Python looks at it to learn that there are new modules


def _change_places(folder: Path, stage: str, old: str) -> str | None:
    """Put a new tree where the old one is; return where that is now, None where there was none."""
    if not os.path.lexists(folder):
        os.rename(stage, folder)
        return None
    try:
        if _exchange(str(folder), stage):
            return stage
        os.rename(folder, old)
    except OSError as fault:
        if fault.errno == errno.EBUSY:
            raise _immovable(folder) from None
        raise
    try:
        os.rename(stage, folder)
    except BaseException:
        os.rename(old, folder)
        raise
    return old


def _exchange(one: str, other: str) -> bool:
    """Let two folders change places in one step; False where the system or the disk cannot do that."""
    if os.name != "posix":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    if hasattr(library, "renameat2"):
        status = library.renameat2(_CURRENT_FOLDER, paths[0], _CURRENT_FOLDER, paths[1], _EXCHANGE)
    elif hasattr(library, "renamex_np"):
        status = library.renamex_np(*paths, _MAC_EXCHANGE)
    else:
        return False
    number = ctypes.get_errno()
    if status and number not in _UNSUPPORTED:
        raise OSError(number, os.strerror(number), one)
    return not status


def _rescue(old: str, new: str, taken: _Tree, ours: set[str]) -> None:
    """Move what somebody has put into the old tree since it was taken over into the new one."""
    for parent, _, names in os.walk(old):
        for name in names:
            source = f"{parent}/{name}"
            path = os.path.relpath(source, old).replace(os.sep, "/")
            if path not in ours and taken.inodes.get(path) != os.lstat(source).st_ino:
                os.makedirs(os.path.dirname(f"{new}/{path}"), exist_ok=True)
                os.replace(source, f"{new}/{path}")


def _remove(path: str) -> None:
    """Remove a tree, whatever the permissions of its folders; of a link the link alone."""
    if os.path.islink(path) or os.path.isfile(path):
        os.unlink(path)
    elif os.path.isdir(path):
        for folder, _, _ in os.walk(path):
            if not os.access(folder, os.W_OK | os.X_OK):
                os.chmod(folder, stat.S_IRWXU)
        shutil.rmtree(path, ignore_errors=True)
