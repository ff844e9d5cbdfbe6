"""What can be given as a file, and what it is called."""

import mimetypes
import os
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final, Protocol, TypeAlias, TypeGuard

from pydantic import BaseModel

from .narrowing import is_sequence

BYTES: Final = "application/octet-stream"
_UNNAMED: Final = "file"


class Readable(Protocol):
    """A file that is open for reading bytes, or what is read like one."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, `size` at most; none at the end."""
        ...


class AsyncReadable(Protocol):
    """A file whose reading is awaited, such as those of anyio and aiofiles."""

    async def read(self, size: int, /) -> bytes:
        """Return the next bytes, `size` at most; none at the end."""
        ...


FileData: TypeAlias = bytes | bytearray | memoryview | os.PathLike[str] | Readable | Iterable[bytes]
"""Bytes, or where these come from: a path, an open file, or what gives them piece by piece."""

AsyncFileData: TypeAlias = FileData | AsyncReadable | AsyncIterable[bytes]
"""What the async client takes: what the other one does, and what is awaited."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to be sent as one part, or as a whole body.

    Attributes:
        content: its bytes, or where these come from; what is awaited is for the async client.
        name: its file name, as the server gets it; None stands for its content's own.
        content_type: its media type; None lets the document and the name decide.
        headers: further headers of its part; they come before those that the document gives.
    """

    content: AsyncFileData
    name: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


FileContent: TypeAlias = FileData | File | tuple[str, FileData] | tuple[str, FileData, str | None]
"""What can be sent as a file: its data, a `File`, or a tuple of its name, data and media type.

It is read while it is sent, from where it stands; what can be read again is sent again in another try.
"""

AsyncFileContent: TypeAlias = (
    AsyncFileData | File | tuple[str, AsyncFileData] | tuple[str, AsyncFileData, str | None]
)
"""What the async client can send as a file."""

_DATA: Final = (bytes, bytearray, memoryview, os.PathLike, Iterator, AsyncIterator, AsyncIterable)
# What gives items, but not the bytes of a file.
_NO_DATA: Final = (str, Mapping, AbstractSet, Sequence, BaseModel)


def is_file(value: Any) -> bool:
    """Tell whether a value can only be meant as a file, whatever the document says."""
    return isinstance(value, File) or _is_data(value) or is_named_data(value)


def _is_data(value: Any) -> bool:
    return isinstance(value, _DATA) or callable(getattr(value, "read", None))


def is_named_data(value: Any) -> TypeGuard[tuple[str, Any] | tuple[str, Any, str | None]]:
    """Tell whether a value is a file's name, data and perhaps media type, and no list of values."""
    match value:
        case (str(), data) | (str(), data, str() | None) if isinstance(value, tuple):
            return _is_data(data)
        case _:
            return False


def file_of(value: Any) -> File:
    """Return a value that is given for a file as one, whose name is None where nothing tells it.

    Raises:
        ValueError: where it is none.
    """
    if isinstance(value, File):
        _refuse_other(value.content)
        return value
    match value:
        case (str(name), data, str() | None as media_type) if isinstance(value, tuple):
            found = File(data, name, media_type)
        case (str(name), data) if isinstance(value, tuple):
            found = File(data, name)
        case _:
            found = File(value)
    _refuse_other(found.content)
    return found


def _refuse_other(data: Any) -> None:
    if isinstance(data, str):
        raise ValueError("a file is not given as text: give a Path, an open file, or bytes")
    if not (_is_data(data) or _is_given_in_pieces(data)):
        raise ValueError(
            f"a file is given as bytes, a Path or an open file, not as {type(data).__name__}"
        )


def _is_given_in_pieces(data: Any) -> bool:
    if is_sequence(data):
        return all(isinstance(piece, bytes | bytearray | memoryview) for piece in data)
    return isinstance(data, Iterable) and not isinstance(data, _NO_DATA)


def name_of(file: File) -> str:
    """Return the name of a file, as the server gets it."""
    return file.name if file.name is not None else _own_name(file.content) or _UNNAMED


def guessed_type(file: File) -> str:
    """Return the media type of a file by its name; that of any bytes where it tells nothing."""
    return mimetypes.guess_type(file.name or _own_name(file.content))[0] or BYTES


def _own_name(data: Any) -> str:
    """Return the file name that data has itself; empty where it has none."""
    named: Any = getattr(data, "name", data if hasattr(data, "__fspath__") else None)
    try:
        text = os.fsdecode(named)
    except TypeError:  # a number, or nothing
        return ""
    # A name that is no UTF-8 cannot be sent as it is.
    name = PurePath(text).name.encode("utf-8", "replace").decode()
    return "" if name.startswith("<") else name
