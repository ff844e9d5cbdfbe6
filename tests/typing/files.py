"""What is taken for a file and what is not, read by mypy --strict and pyright; never run."""

import tempfile
from collections.abc import AsyncIterator, Iterator
from io import BytesIO, StringIO
from os import DirEntry
from pathlib import Path
from typing import IO

import anyio
from trigger_dev import AsyncFileContent, File, FileContent


class Reader:
    def read(self, size: int = -1) -> bytes:
        raise NotImplementedError


class AsyncReader:
    async def read(self, size: int = -1) -> bytes:
        raise NotImplementedError


def send(file: FileContent) -> None: ...


async def send_async(file: AsyncFileContent) -> None: ...


def taken(pieces: Iterator[bytes], entry: DirEntry[str], any_file: IO[bytes], path: Path) -> None:
    send(b"x")
    send(bytearray(b"x"))
    send(memoryview(b"x"))
    send(path)
    send(entry)
    send(any_file)
    send(BytesIO(b"x"))
    send(tempfile.SpooledTemporaryFile())  # noqa: SIM115
    send(Reader())
    send(pieces)
    send([b"x", b"y"])
    send(("a.txt", b"x"))
    send(("a.txt", path, "text/plain"))
    send(("a.txt", pieces, None))
    send(File(any_file, name="a.txt"))
    with path.open("rb") as file:
        send(file)


async def taken_async(pieces: AsyncIterator[bytes], path: Path) -> None:
    await send_async(path)
    await send_async(Reader())
    await send_async(AsyncReader())
    await send_async(pieces)
    await send_async(("a.txt", pieces, "text/plain"))
    async with await anyio.open_file(path, "rb") as file:
        await send_async(file)
        await send_async(File(file))


def refused(path: Path, pieces: AsyncIterator[bytes], texts: Iterator[str]) -> None:
    send("a.txt")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(StringIO("x"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(path.open())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(texts)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(("a.txt", "x"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send((b"x", "a.txt"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(pieces)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    send(AsyncReader())  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
