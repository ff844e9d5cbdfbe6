# Copied from templates/_runtime/multipart.py. DO NOT EDIT: it is made anew.
"""Bodies of several parts: multipart/form-data (RFC 7578)."""

import json
import mimetypes
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import IO, Any, TypeAlias

from pydantic import BaseModel

from .narrowing import is_object, is_sequence
from .operation import PartEncoding, RequestBody
from .unset import UNSET
from .values import given_fields, plain

_BYTES = "application/octet-stream"
_USUAL = PartEncoding()


@dataclass(frozen=True, slots=True)
class File:
    """A file to be sent as one part.

    Attributes:
        content: its bytes.
        name: its file name, as the server gets it.
        content_type: its media type; None lets the document and the name decide.
        headers: further headers of its part; they come before those that the document gives.
    """

    content: bytes
    name: str = "file"
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str], hash=False)


FileContent: TypeAlias = bytes | File | IO[bytes]
"""What can be sent as a file: its bytes, a `File` that also has a name, or an open file."""


@dataclass(frozen=True, slots=True)
class _Content:
    """What is in a part."""

    content: bytes
    name: str | None
    content_type: str | None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def multipart(body: RequestBody, value: Any) -> tuple[bytes, str]:
    """Return an object as parts, one for each property or item of a list, and its media type."""
    boundary = secrets.token_hex(16)
    chunks: list[bytes] = []
    for name, item in _properties(value):
        encoding = body.encodings.get(name, _USUAL)
        items = item if is_sequence(item) else [item]
        chunks += [_part(boundary, name, one, encoding) for one in items]
    chunks.append(f"--{boundary}--\r\n".encode())
    return b"".join(chunks), f"{body.media_type}; boundary={boundary}"


def _properties(value: Any) -> Iterator[tuple[str, Any]]:
    """The properties of an object by wire names; what is absent has no part."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        pairs = [
            (fields[name].serialization_alias or name, getattr(value, name))
            for name in given_fields(value)
        ]
        pairs += (value.model_extra or {}).items()
    elif is_object(value):
        pairs = list(value.items())
    else:
        raise ValueError(f"a form needs an object, not {type(value).__name__}")
    return ((name, item) for name, item in pairs if item is not UNSET and item is not None)


def _part(boundary: str, name: str, value: Any, encoding: PartEncoding) -> bytes:
    file = _file(value, encoding.content_types)
    disposition = f'form-data; name="{_quoted(name)}"'
    if file.name is not None:
        disposition += f'; filename="{_quoted(file.name)}"'
    headers = {"content-disposition": ("Content-Disposition", disposition)}
    if file.content_type is not None:
        headers["content-type"] = ("Content-Type", file.content_type)
    given = [*encoding.headers.items(), *file.headers.items()]
    headers |= {key.lower(): (key, text) for key, text in given}
    lines = [_one_line(f"{key}: {text}") for key, text in headers.values()]
    return "\r\n".join([f"--{boundary}", *lines, "", ""]).encode() + file.content + b"\r\n"


def _file(value: Any, allowed: tuple[str, ...]) -> _Content:
    """Return what a value is as a part (OAS 3.1.1, 4.8.15.1.1: the default media types)."""
    if isinstance(value, File):
        media_type = value.content_type or _media_type(allowed, _guessed(value.name))
        return _Content(value.content, value.name, media_type, value.headers)
    if isinstance(value, bytes | bytearray):
        return _Content(bytes(value), "file", _media_type(allowed, _BYTES))
    read = getattr(value, "read", None)
    if callable(read):
        content = read()
        name = PurePath(str(getattr(value, "name", "file"))).name
        read_bytes = content if isinstance(content, bytes) else str(content).encode()
        return _Content(read_bytes, name, _media_type(allowed, _guessed(name)))
    data = plain(value)
    if isinstance(data, dict | list):
        text = json.dumps(data, ensure_ascii=False)
        return _Content(text.encode(), None, _media_type(allowed, "application/json"))
    text = data if isinstance(data, str) else json.dumps(data)
    return _Content(text.encode(), None, _media_type(allowed, None))


def _guessed(name: str) -> str:
    return mimetypes.guess_type(name)[0] or _BYTES


def _media_type(allowed: tuple[str, ...], own: str | None) -> str | None:
    """Return the media type of a part: the value's own where the document allows it, else the first one."""
    if own is None or not any(fnmatchcase(own, pattern.lower()) for pattern in allowed):
        own = next((media_type for media_type in allowed if "*" not in media_type), own)
    return own


def _quoted(text: str) -> str:
    """Return a name as browsers write it (WHATWG HTML, multipart form data)."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _one_line(text: str) -> str:
    return text.replace("\r", "").replace("\n", "")
