"""The same bytes in each form in which a file can be given."""
# ruff: noqa: SIM115 - who gets the files closes them

import io
import os
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio

CONTENT = bytes(range(256)) * 3000
"""More than the client reads at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form in which a file can be given.

    Attributes:
        make: makes the content; of a path to a file that has it.
        name: the file name that is sent with it.
        has_length: whether its length is known before it is read.
        can_replay: whether it can be sent again.
        is_async: whether only the async client takes it.
    """

    make: Callable[[Path], Any]
    name: str = "file"
    has_length: bool = True
    can_replay: bool = True
    is_async: bool = False


class ReadOnly:
    """Has `read` and nothing else."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size)


class ReadWhole:
    """Has a `read` that takes no size."""

    def read(self) -> bytes:
        return CONTENT


class AsyncReadOnly:
    """Has `async read` and nothing else."""

    def __init__(self, content: bytes) -> None:
        self._file = io.BytesIO(content)

    async def read(self, size: int = -1) -> bytes:
        await anyio.lowlevel.checkpoint()
        return self._file.read(size)


class Pieces:
    """Gives its pieces anew each time."""

    def __iter__(self) -> Iterator[bytes]:
        return pieces()


class AsyncPieces:
    """Gives its pieces anew each time, awaited."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        return async_pieces()


class Awaited:
    """A file that is open, each of whose methods is awaited, as those of aiofiles."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self.name = file.name

    async def read(self, size: int = -1) -> bytes:
        return self._file.read(size)

    async def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    async def tell(self) -> int:
        return self._file.tell()

    async def seekable(self) -> bool:
        return True


def pieces() -> Iterator[bytes]:
    for start in range(0, len(CONTENT), 100_000):
        yield CONTENT[start : start + 100_000]


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in pieces():
        await anyio.lowlevel.checkpoint()
        yield piece


def from_the_middle(file: Any) -> Any:
    """Return a file that stands where `CONTENT` begins in it."""
    file.write(b"before" + CONTENT)
    file.seek(len(b"before"))
    return file


FORMS: Mapping[str, Form] = {
    "bytes": Form(make=lambda _: CONTENT),
    "bytearray": Form(make=lambda _: bytearray(CONTENT)),
    "memoryview": Form(make=lambda _: memoryview(CONTENT)),
    "strided memoryview": Form(make=lambda _: memoryview(b"".join(bytes([b, 0]) for b in CONTENT))[::2]),
    "path": Form(make=lambda path: path, name="a.txt"),
    "opened": Form(make=lambda path: path.open("rb"), name="a.txt"),
    "unbuffered": Form(make=lambda path: path.open("rb", buffering=0), name="a.txt"),
    "BytesIO": Form(make=lambda _: from_the_middle(io.BytesIO())),
    "temporary": Form(make=lambda _: from_the_middle(tempfile.TemporaryFile())),
    "spooled": Form(make=lambda _: from_the_middle(tempfile.SpooledTemporaryFile(1 << 24))),
    "rolled over": Form(make=lambda _: from_the_middle(tempfile.SpooledTemporaryFile(10))),
    "read only": Form(make=lambda _: ReadOnly(CONTENT), has_length=False, can_replay=False),
    "read whole": Form(make=lambda _: ReadWhole(), has_length=False, can_replay=False),
    "generator": Form(make=lambda _: pieces(), has_length=False, can_replay=False),
    "iterator": Form(make=lambda _: iter(list(pieces())), has_length=False, can_replay=False),
    "iterable": Form(make=lambda _: Pieces(), has_length=False),
    "named": Form(make=lambda _: ("b.txt", CONTENT), name="b.txt"),
    "named path": Form(make=lambda path: ("b.txt", path, "text/x-b"), name="b.txt"),
    "named and typed": Form(make=lambda path: ("b.txt", path.open("rb"), "text/x-b"), name="b.txt"),
    "async read": Form(
        make=lambda _: AsyncReadOnly(CONTENT), has_length=False, can_replay=False, is_async=True
    ),
    "async file": Form(make=lambda path: Awaited(path.open("rb")), name="a.txt", is_async=True),
    "anyio file": Form(make=lambda path: anyio.wrap_file(path.open("rb")), name="a.txt", is_async=True),
    "async generator": Form(make=lambda _: async_pieces(), has_length=False, can_replay=False, is_async=True),
    "async iterable": Form(make=lambda _: AsyncPieces(), has_length=False, is_async=True),
    "named async": Form(
        make=lambda _: ("b.txt", AsyncPieces()), name="b.txt", has_length=False, is_async=True
    ),
}
"""Each form by its name."""


def opened_in(content: Any) -> Any:
    """Return the file in what was given, if there is one."""
    found = content[1] if isinstance(content, tuple) else content
    return getattr(found, "wrapped", getattr(found, "_file", found))
