# Copied from templates/_runtime/sources.py. DO NOT EDIT: it is made anew.
"""Where the bytes of a file come from, in all the forms in which it can be given.

Each kind is measured once, and then read from its beginning each time it is sent: `begin`, `take` until there
is nothing left, `end`. What others opened stays open.
"""

import inspect
import io
import os
import stat
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias, cast

from .narrowing import is_sequence

BLOCK: Final = 256 * 1024
"""The most bytes that are read at once."""

_USED_UP: Final = "it was read before and cannot be read again: give it anew for each call"
_TEXT: Final = "it gives text: open the file with mode 'rb'"
_NO_PLACE: Final = (AttributeError, NotImplementedError, OSError, ValueError)


class SourceError(ValueError):
    """What is wrong with content, in our own words."""


class Memory:
    """Bytes that are in memory.

    Attributes:
        length: how many bytes there are; None where nobody knows before they are read.
        is_spent: whether it was read, and cannot be read from its beginning again.
        is_in_memory: whether reading takes no time.
        may_be_left: whether nobody else reads on where a thread reads that nobody waits for any more.
        only: what can be read but once; None where it can be read again.
    """

    is_spent = False
    is_in_memory = True
    may_be_left = False
    only = None

    def __init__(self, data: Any) -> None:
        self._data = data
        self.length = memoryview(data).nbytes
        self._view = memoryview(b"")

    def whole(self) -> bytes:
        """Return all of it."""
        return bytes(self._data)

    def measure(self) -> None:
        """Nothing is left to find out."""

    def begin(self) -> None:
        """Go to the beginning."""
        view = memoryview(self._data)
        self._view = view.cast("B") if view.c_contiguous else memoryview(view.tobytes())

    def take(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        taken, self._view = self._view[:BLOCK], self._view[BLOCK:]
        return taken.tobytes() or None

    def end(self) -> None:
        """Let go of the data, which may change from now on."""
        self._view = memoryview(b"")


class Named:
    """A file that is opened when it is sent, and closed then; attributes as of `Memory`."""

    is_in_memory = False
    may_be_left = True
    only = None

    def __init__(self, path: Any) -> None:
        self._path = Path(os.fsdecode(path))
        self.length: int | None = None
        self.is_spent = False
        self._is_read_once = False
        self._file: io.BufferedReader | None = None

    def measure(self) -> None:
        """Find out the length."""
        found = self._path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise SourceError("it is a folder, and no file")
        if stat.S_ISREG(found.st_mode):
            self.length = found.st_size
        self._is_read_once = stat.S_ISFIFO(found.st_mode) or stat.S_ISCHR(found.st_mode)
        if not os.access(self._path, os.R_OK):
            raise SourceError("it may not be read")

    def begin(self) -> None:
        """Open the file."""
        if self.is_spent:
            raise SourceError(_USED_UP)
        self.is_spent = self._is_read_once
        self._file = self._path.open("rb")

    def take(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        return (self._file and self._file.read(BLOCK)) or None

    def end(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


class Opened:
    """A file that is open, read from where it stands; attributes as of `Memory`."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.length: int | None = None
        self.is_spent = False
        self.is_in_memory = isinstance(file, io.BytesIO)
        self._start: int | None = None
        self._reads = _Reads(file.read)

    @property
    def only(self) -> Any:
        """The file, where nothing leads back to where it stood."""
        return self._file if self._start is None else None

    @property
    def may_be_left(self) -> bool:
        """Whether nobody can expect it to be where it stood."""
        return self._start is None

    def measure(self) -> None:
        """Find out where it stands, and how much follows."""
        _refuse_unreadable(self._file)
        try:
            is_seekable = getattr(self._file, "seekable", _yes)()
            self._start = self._file.tell() if is_seekable else None
            if self._start is not None:
                self._file.seek(self._start)
        except _NO_PLACE:
            self._start = None
        if self._start is None:
            return
        _refuse_text(self._file.read(0) if self._reads.takes_size else b"")
        try:
            self._file.seek(0, os.SEEK_END)
            self.length = max(0, self._file.tell() - self._start)
        except _NO_PLACE:
            self.length = None
        self._file.seek(self._start)

    def begin(self) -> None:
        """Go back to where it stood."""
        if self._start is not None:
            self._file.seek(self._start)
        elif self.is_spent:
            raise SourceError(_USED_UP)
        self.is_spent = self._start is None
        self._reads.begin()

    def take(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        return _block(self._reads.read())

    def end(self) -> None:
        """It stays open."""


class Iterated:
    """What gives bytes piece by piece; attributes as of `Memory`."""

    may_be_left = True

    def __init__(self, pieces: Iterable[Any]) -> None:
        self._pieces = pieces
        self.only = pieces if isinstance(pieces, Iterator) else None
        self.is_in_memory = is_sequence(pieces)
        self.length: int | None = None
        self.is_spent = False
        self._left: Iterator[Any] = iter(())
        self._may_be_empty = True

    def measure(self) -> None:
        """Look whether it was read already."""
        if inspect.isgenerator(self._pieces) and _is_closed(self._pieces.gi_frame):
            raise SourceError(_USED_UP)
        if is_sequence(self._pieces):
            self.length = sum(memoryview(piece).nbytes for piece in self._pieces)

    def begin(self) -> None:
        """Go to the beginning."""
        if self.is_spent:
            raise SourceError(_USED_UP)
        self.is_spent = self.only is not None
        # Of iterators that are no generators only this tells that they were read.
        self._may_be_empty = self.only is None or inspect.isgenerator(self.only)
        self._left = iter(self._pieces)

    def take(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        piece = next(self._left, None)
        if piece is None and not self._may_be_empty:
            raise SourceError(_USED_UP)
        self._may_be_empty = True
        return cast("bytes | None", piece)

    def end(self) -> None:
        """End what was not read to its end: who gives it again shall not send the rest for the whole."""
        if inspect.isgenerator(self._left) and not self._left.gi_running:
            self._left.close()
        self._left = iter(())


class Gone:
    """What was sent with a request that was copied or pickled; attributes as of `Memory`."""

    length = None
    is_spent = True
    is_in_memory = True
    may_be_left = False
    only = None

    def measure(self) -> None:
        """Nothing is found out."""

    def begin(self) -> None:
        """Refuse."""
        raise SourceError("it does not come with copies of a request")

    def take(self) -> bytes | None:
        """Return nothing."""
        return None

    def end(self) -> None:
        """Nothing is held."""


class AsyncOpened:
    """A file whose reading is awaited, read from where it stands; attributes as of `Memory`."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.length: int | None = None
        self.is_spent = False
        self._start: int | None = None
        self._reads = _Reads(file.read)

    @property
    def only(self) -> Any:
        """The file, where nothing leads back to where it stood."""
        return self._file if self._start is None else None

    async def measure(self) -> None:
        """Find out where it stands, and how much follows."""
        try:
            is_seekable = await _result(getattr(self._file, "seekable", _yes)())
            self._start = await _result(self._file.tell()) if is_seekable else None
            if self._start is not None:
                await _result(self._file.seek(self._start))
        except _NO_PLACE:
            self._start = None
        if self._start is None:
            return
        _refuse_text(await self._file.read(0) if self._reads.takes_size else b"")
        try:
            await _result(self._file.seek(0, os.SEEK_END))
            self.length = max(0, await _result(self._file.tell()) - self._start)
        except _NO_PLACE:
            self.length = None
        await _result(self._file.seek(self._start))

    async def begin(self) -> None:
        """Go back to where it stood."""
        if self._start is not None:
            await _result(self._file.seek(self._start))
        elif self.is_spent:
            raise SourceError(_USED_UP)
        self.is_spent = self._start is None
        self._reads.begin()

    async def take(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        return _block(await self._reads.read())

    async def end(self) -> None:
        """It stays open."""


class AsyncIterated:
    """What gives bytes piece by piece when it is awaited; attributes as of `Memory`."""

    def __init__(self, pieces: AsyncIterable[Any]) -> None:
        self._pieces = pieces
        self.only = pieces if isinstance(pieces, AsyncIterator) else None
        self.length: int | None = None
        self.is_spent = False
        self._left: AsyncIterator[Any] | None = None
        self._may_be_empty = True

    async def measure(self) -> None:
        """Look whether it was read already."""
        if inspect.isasyncgen(self._pieces) and _is_closed(self._pieces.ag_frame):
            raise SourceError(_USED_UP)

    async def begin(self) -> None:
        """Go to the beginning."""
        if self.is_spent:
            raise SourceError(_USED_UP)
        self.is_spent = self.only is not None
        self._may_be_empty = self.only is None or inspect.isasyncgen(self.only)
        self._left = aiter(self._pieces)

    async def take(self) -> bytes | None:
        """Return the next bytes; None at the end."""
        piece = None if self._left is None else await anext(self._left, None)
        if piece is None and not self._may_be_empty:
            raise SourceError(_USED_UP)
        self._may_be_empty = True
        return cast("bytes | None", piece)

    async def end(self) -> None:
        """End what was not read to its end."""
        left, self._left = self._left, None
        if inspect.isasyncgen(left):
            await left.aclose()


Source: TypeAlias = Memory | Named | Opened | Iterated | Gone
AsyncSource: TypeAlias = AsyncOpened | AsyncIterated


def source_of(data: Any) -> Source | AsyncSource:
    """Return what the bytes of a file are read from.

    Args:
        data: what `files.file_of` lets through.
    """
    if isinstance(data, bytes | bytearray | memoryview):
        return Memory(cast("Any", data))
    if isinstance(data, os.PathLike):
        return Named(cast("Any", data))
    read = getattr(data, "read", None)
    if callable(read):
        return AsyncOpened(data) if inspect.iscoroutinefunction(read) else Opened(data)
    is_awaited = isinstance(data, AsyncIterable)
    return AsyncIterated(cast("Any", data)) if is_awaited else Iterated(data)


class _Reads:
    """Reads a file; one whose `read` takes no size is read whole, and once."""

    def __init__(self, read: Callable[..., Any]) -> None:
        self._read = read
        self.takes_size = _takes_size(read)
        self._is_done = False

    def begin(self) -> None:
        self._is_done = False

    def read(self) -> Any:
        if self.takes_size:
            return self._read(BLOCK)
        if self._is_done:
            return _result(b"") if inspect.iscoroutinefunction(self._read) else b""
        self._is_done = True
        return self._read()


def _takes_size(read: Callable[..., Any]) -> bool:
    try:
        inspect.signature(read).bind(BLOCK)
    except TypeError:
        return False
    except ValueError:  # some of what is written in C does not say
        return True
    return True


def _block(block: Any) -> bytes | None:
    if block is None:
        raise SourceError("it has no bytes yet: a file that does not wait for them cannot be sent")
    return cast("bytes", block) or None


def _refuse_unreadable(file: Any) -> None:
    if isinstance(file, io.TextIOBase):
        raise SourceError(_TEXT)
    if getattr(file, "closed", False) is True:
        raise SourceError("the file is closed")
    if getattr(file, "readable", _yes)() is False:
        raise SourceError("the file is not open for reading")


def _refuse_text(nothing: Any) -> None:
    """Refuse a file by the type of what it gives when it is asked for nothing."""
    if isinstance(nothing, str):
        raise SourceError(_TEXT)


def _is_closed(frame: Any) -> bool:
    """Tell whether a generator has ended, by its frame."""
    return frame is None


def _yes() -> bool:
    return True


async def _result(value: Any) -> Any:
    """Return a value, awaited where it has to be: libraries differ in which methods are."""
    return await value if inspect.isawaitable(value) else value
