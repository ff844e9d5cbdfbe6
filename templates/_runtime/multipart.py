"""Bodies of several parts: multipart/form-data (RFC 7578)."""

import json
import mimetypes
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from pydantic import BaseModel

from .narrowing import is_object, is_sequence
from .operation import RequestBody
from .unset import UNSET
from .values import plain


@dataclass(frozen=True, slots=True)
class File:
    """A file to be sent as one part.

    Attributes:
        content: its bytes.
        name: its file name, as the server gets it.
        content_type: its media type; None lets the name decide.
    """

    content: bytes
    name: str = "file"
    content_type: str | None = None


def multipart(body: RequestBody, value: Any) -> tuple[bytes, str]:
    """Return an object as parts, one for each property or item of a list, and its media type."""
    boundary = secrets.token_hex(16)
    chunks: list[bytes] = []
    for name, item in _properties(value):
        encoding = body.encodings.get(name)
        wanted = encoding.content_type if encoding is not None else None
        items = item if is_sequence(item) else [item]
        chunks += [_part(boundary, name, _file(one, wanted)) for one in items]
    chunks.append(f"--{boundary}--\r\n".encode())
    return b"".join(chunks), f"{body.media_type}; boundary={boundary}"


def _properties(value: Any) -> Iterator[tuple[str, Any]]:
    """The properties of an object by wire names; what is absent has no part."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        given = [name for name in fields if name in value.model_fields_set]
        pairs = [(fields[name].serialization_alias or name, getattr(value, name)) for name in given]
        pairs += (value.model_extra or {}).items()
    elif is_object(value):
        pairs = list(value.items())
    else:
        raise ValueError(f"a form needs an object, not {type(value).__name__}")
    return ((name, item) for name, item in pairs if item is not UNSET and item is not None)


def _file(value: Any, wanted: str | None) -> tuple[bytes, str | None, str | None]:
    """Return the content of a part, its file name and its media type (OAS 3.1.1, 4.8.15.2: the defaults)."""
    if isinstance(value, File):
        guessed = mimetypes.guess_type(value.name)[0] or "application/octet-stream"
        return value.content, value.name, value.content_type or wanted or guessed
    if isinstance(value, bytes | bytearray):
        return bytes(value), "file", wanted or "application/octet-stream"
    read = getattr(value, "read", None)
    if callable(read):
        content = read()
        name = PurePath(str(getattr(value, "name", "file"))).name
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return content if isinstance(content, bytes) else str(content).encode(), name, wanted or guessed
    data = plain(value)
    if isinstance(data, dict | list):
        return json.dumps(data, ensure_ascii=False).encode(), None, wanted or "application/json"
    text = data if isinstance(data, str) else json.dumps(data)
    return text.encode(), None, wanted


def _part(boundary: str, name: str, file: tuple[bytes, str | None, str | None]) -> bytes:
    content, file_name, content_type = file
    lines = [f"--{boundary}", f'Content-Disposition: form-data; name="{_quoted(name)}"']
    if file_name is not None:
        lines[-1] += f'; filename="{_quoted(file_name)}"'
    if content_type is not None:
        lines.append(f"Content-Type: {_one_line(content_type)}")
    return "\r\n".join([*lines, "", ""]).encode() + content + b"\r\n"


def _quoted(text: str) -> str:
    """Return a name as browsers write it (WHATWG HTML, multipart form data)."""
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _one_line(text: str) -> str:
    return text.replace("\r", "").replace("\n", "")
