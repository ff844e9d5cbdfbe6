"""Content that is read while it is sent.

What reads may take its time, so the async flavour reads in a thread, but for what is in memory.
"""

from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Iterator
from threading import Lock
from typing import Any, Final, NamedTuple, TypeVar, cast

from .errors import InvalidRequestError, UploadError
from .sources import BLOCK, AsyncSource, Gone, Memory, Source, SourceError
from .threads import Work

T = TypeVar("T")

AT_ONCE: Final = 1024 * 1024
"""The most bytes that are sent as one: of larger ones HTTP libraries make copies."""


class Piece(NamedTuple):
    """A part of what is sent: where it comes from, and what it is, for errors."""

    source: Source | AsyncSource
    what: str = ""


class Upload:
    """The content of a request, read while it is sent, each time from its beginning."""

    def __init__(self, what: str, pieces: Iterable[Piece]) -> None:
        """Make it.

        Args:
            what: what it is, for errors.
            pieces: what it consists of.
        """
        self._what = what
        self._pieces = tuple(pieces)
        # Whoever sends it again waits for the thread that may still be at it.
        self._turn = Lock()

    @property
    def length(self) -> int | None:
        """The number of bytes, once it was measured; None where nobody knows before they are read."""
        known = [piece.source.length for piece in self._pieces if piece.source.length is not None]
        return sum(known) if len(known) == len(self._pieces) else None

    @property
    def is_spent(self) -> bool:
        """Whether it was sent, in whole or in part, and cannot be read from its beginning again."""
        return any(piece.source.is_spent for piece in self._pieces)

    def measure(self) -> None:
        """Find out the length; what cannot be read is found before anything is sent.

        Raises:
            InvalidRequestError: where something in it cannot be read.
        """
        for piece in self._pieces:
            try:
                _synchronous(piece.source).measure()
            except Exception as fault:
                raise InvalidRequestError(self._said(piece, fault)) from fault
        self._refuse_shared()

    async def async_measure(self) -> None:
        """Find out the length; see `measure`."""
        for piece in self._pieces:
            try:
                await _awaited(piece.source, self._turn).measure()
            except Exception as fault:
                raise InvalidRequestError(self._said(piece, fault)) from fault
        self._refuse_shared()

    def blocks(self) -> Generator[bytes, None, None]:
        """Yield the bytes, a block at a time.

        Raises:
            UploadError: where they cannot be read to the end, or are not as many as was said.
        """
        for piece in self._pieces:
            try:
                yield from _blocks(_synchronous(piece.source))
            except Exception as fault:
                raise UploadError(self._said(piece, fault)) from fault

    async def async_blocks(self) -> AsyncGenerator[bytes, None]:
        """Yield the bytes, a block at a time; see `blocks`."""
        for piece in self._pieces:
            reading = _awaited(piece.source, self._turn)
            counted = _Counted(piece.source.length)
            try:
                try:
                    await reading.begin()
                    while (taken := await reading.take()) is not None:
                        for block in counted.passed(taken):
                            yield block
                    for block in counted.last():
                        yield block
                finally:
                    await reading.end()
            except Exception as fault:
                raise UploadError(self._said(piece, fault)) from fault

    def _refuse_shared(self) -> None:
        """Refuse what can be read but once and is given twice: the second time nothing would be left."""
        seen: set[int] = set()
        for piece in self._pieces:
            if piece.source.only is not None and id(piece.source.only) in seen:
                fault = SourceError("what can be read but once is given twice")
                raise InvalidRequestError(self._said(piece, fault))
            seen.add(id(piece.source.only))

    def _said(self, piece: Piece, fault: Exception) -> str:
        """Return what is wrong; of what others' code raised only the kind: its words may hold anything."""
        if isinstance(fault, SourceError):
            said = str(fault)
        else:
            known = fault.strerror if isinstance(fault, OSError) else None
            said = f"it cannot be read: {known or type(fault).__name__}"
        return ": ".join(filter(None, [self._what, piece.what, said]))

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how it is copied and pickled: without the files, which are others'."""
        return Upload, (self._what, (Piece(Gone()),))


def _blocks(source: Source) -> Iterator[bytes]:
    counted = _Counted(source.length)
    try:
        source.begin()
        while (taken := source.take()) is not None:
            yield from counted.passed(taken)
        yield from counted.last()
    finally:
        source.end()


class _Counted:
    """Lets bytes through that are as many as was said.

    The last ones are held back until nothing follows them, so that no server takes a part for the whole.
    """

    def __init__(self, length: int | None) -> None:
        self._left = length
        self._held = b""

    def passed(self, taken: Any) -> Iterator[bytes]:
        """Yield bytes in blocks of a size that HTTP libraries send well."""
        if not isinstance(taken, bytes | bytearray | memoryview):
            raise SourceError(f"it gives {type(taken).__name__}, not bytes")
        for block in _cut(cast("Any", taken)):
            if self._left is not None:
                self._left -= len(block)
                if self._left < 0:
                    raise SourceError("it has more bytes than when the call began")
            if self._left == 0:
                self._held = block
            else:
                yield block

    def last(self) -> Iterator[bytes]:
        """Yield what is left at the end."""
        if self._left:
            raise SourceError(f"it has {self._left:,} bytes less than when the call began")
        if self._held:
            yield self._held


def _cut(taken: Any) -> Iterator[bytes]:
    if isinstance(taken, bytes) and len(taken) <= BLOCK:
        if taken:
            yield taken
        return
    whole = Memory(taken)
    whole.begin()
    while (block := whole.take()) is not None:
        yield block


class _InThread:
    """A source as one that is awaited; what may take its time is done in a thread."""

    def __init__(self, source: Source, turn: Lock) -> None:
        self._source = source
        self._work = Work(source.end, turn)

    async def measure(self) -> None:
        await self._run(self._source.measure, may_be_left=False)

    async def begin(self) -> None:
        await self._run(self._source.begin, may_be_left=self._source.may_be_left)

    async def take(self) -> bytes | None:
        return await self._run(self._source.take, may_be_left=self._source.may_be_left)

    async def end(self) -> None:
        if self._source.is_in_memory:
            self._source.end()
        else:
            self._work.leave()

    async def _run(self, function: Callable[[], T], *, may_be_left: bool) -> T:
        if self._source.is_in_memory:
            return function()
        return await self._work.do(function, may_be_left=may_be_left)


def _awaited(source: Source | AsyncSource, turn: Lock) -> AsyncSource | _InThread:
    return source if isinstance(source, AsyncSource) else _InThread(source, turn)


def _synchronous(source: Source | AsyncSource) -> Source:
    if isinstance(source, AsyncSource):
        raise SourceError("it has to be awaited, which only the async client does")
    return source
