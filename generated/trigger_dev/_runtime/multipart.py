# Copied from templates/_runtime/multipart.py. DO NOT EDIT: it is made anew.
"""Bodies of several parts: multipart/form-data (RFC 7578)."""

import json
import mimetypes
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import IO, Any, TypeAlias
from urllib.parse import unquote

from pydantic import BaseModel

from .narrowing import is_object, is_sequence
from .operation import DeepObject, Parameter, PartEncoding, RequestBody
from .plans import Plan, plan_of
from .styles import essence_of, is_json_type, query_pairs
from .values import listed, plain, properties

BYTES = "application/octet-stream"
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
    for name, item, plan in _properties(
        value, plan_of(body.takes) if body.takes is not None else None
    ):
        encoding = body.encodings.get(name, _USUAL)
        for key, one, how in _styled(name, item, plan, encoding) or _unstyled(name, item, plan):
            chunks.append(_part(boundary, key, one, how, encoding))
    chunks.append(f"--{boundary}--\r\n".encode())
    return b"".join(chunks), f"{body.media_type}; boundary={boundary}"


def _properties(value: Any, plan: Plan | None) -> Iterator[tuple[str, Any, Plan | None]]:
    """The properties of an object by wire names; what is absent has no part."""
    if not isinstance(value, BaseModel) and not is_object(value):
        raise ValueError(f"a form needs an object, not {type(value).__name__}")
    for name, item, below in properties(value, plan):
        if item is not None:
            yield name, listed(item, below), below


def _unstyled(name: str, value: Any, plan: Plan | None) -> list[tuple[str, Any, Plan | None]]:
    if not is_sequence(value):
        return [(name, value, plan)]
    return [(name, item, plan.items if plan is not None else None) for item in value]


def _styled(
    name: str, value: Any, plan: Plan | None, encoding: PartEncoding
) -> list[tuple[str, Any, Plan | None]]:
    """Return a property that is written like a query parameter, but for files (OAS 3.1.1, 4.8.15.1.2)."""
    if encoding.style is None or _holds_file(value):
        return []
    parameter = as_parameter(name, replace(encoding, allow_reserved=False))
    pairs = query_pairs(parameter, plain(value, plan, utc=True))
    return [
        (unquote(key), unquote(text), None)
        for key, _, text in (pair.partition("=") for pair in pairs)
    ]


def _holds_file(value: Any) -> bool:
    return any(map(_is_file, value if is_sequence(value) else [value]))


def _is_file(value: Any) -> bool:
    return isinstance(value, File | bytes | bytearray) or hasattr(value, "read")


def as_parameter(name: str, encoding: PartEncoding) -> Parameter:
    """Return the query parameter that a property of a form is written like (OAS 3.1.1, 4.8.15.1)."""
    return Parameter(
        argument=name,
        name=name,
        location="query",
        style=encoding.style or "form",
        explode=encoding.explode,
        allow_reserved=encoding.allow_reserved,
        # What servers that take nested objects in forms read, whatever is in the lists; and forms hold all
        # kinds of properties, of which some are objects at times only.
        deep=DeepObject(lists="indices", scalars=True),
    )


def _part(boundary: str, name: str, value: Any, plan: Plan | None, encoding: PartEncoding) -> bytes:
    try:
        file = _file(value, plan, encoding.content_types)
    except ValueError as fault:
        raise ValueError(f"the part {name!r}: {fault}") from fault
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


def _file(value: Any, plan: Plan | None, allowed: tuple[str, ...]) -> _Content:
    """Return what a value is as a part (OAS 3.1.1, 4.8.15.1.1: the default media types)."""
    if isinstance(value, File):
        media_type = value.content_type or _media_type(allowed, _guessed(value.name))
        return _Content(value.content, value.name, media_type, value.headers)
    if isinstance(value, bytes | bytearray):
        return _Content(bytes(value), "file", _media_type(allowed, BYTES))
    read = getattr(value, "read", None)
    if callable(read):
        content = read()
        name = PurePath(str(getattr(value, "name", "file"))).name
        read_bytes = content if isinstance(content, bytes) else str(content).encode()
        return _Content(read_bytes, name, _media_type(allowed, _guessed(name)))
    data = plain(value, plan)
    if isinstance(data, dict | list):
        media_type = _media_type(allowed, "application/json")
        if media_type is not None and not _may_hold_json(media_type):
            raise ValueError(f"it is sent as {media_type}: give it as text, bytes or a File")
        text = json.dumps(data, ensure_ascii=False)
        return _Content(text.encode(), None, media_type)
    text = data if isinstance(data, str) else json.dumps(data)
    return _Content(text.encode(), None, _media_type(allowed, None))


def _may_hold_json(media_type: str) -> bool:
    return is_json_type(media_type) or essence_of(media_type) in {"text/plain", BYTES}


def guessed_type(value: Any) -> str:
    """Return the media type of a file by its name; that of any bytes where it tells nothing."""
    name = value.name if isinstance(value, File) else getattr(value, "name", "")
    return _guessed(PurePath(str(name)).name)


def _guessed(name: str) -> str:
    return mimetypes.guess_type(name)[0] or BYTES


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
