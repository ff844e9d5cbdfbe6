"""Bodies of several parts: multipart/form-data (RFC 7578)."""

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from fnmatch import fnmatchcase
from typing import Any, Literal
from urllib.parse import unquote

from pydantic import BaseModel

from .files import BYTES, file_of, guessed_type, is_file, is_named_data, name_of
from .narrowing import is_object, is_sequence
from .operation import DeepObject, Parameter, PartEncoding, RequestBody
from .plans import Plan, plan_of
from .records import record
from .sources import AsyncSource, Memory, Source, source_of
from .styles import essence_of, is_json_type, query_pairs
from .uploads import AT_ONCE, Piece
from .values import listed, plain, properties

_USUAL = PartEncoding()


@record
class _Content:
    """What is in a part."""

    content: bytes | Source | AsyncSource
    name: str | None
    content_type: str | None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def multipart(body: RequestBody, value: Any) -> tuple[bytes | list[Piece], str]:
    """Return an object as parts, one for each property or item of a list, and its media type.

    Where there are files to be read, or much to be sent, these are pieces that are read while they are sent.
    """
    boundary = secrets.token_hex(16)
    pieces: list[bytes | Piece] = []
    for name, item, plan in _in_order(body, value):
        encoding = body.encodings.get(name, _USUAL)
        takes = body.files.get(name)
        for key, one, how in _styled(name, item, plan, encoding) or _unstyled(
            name, item, plan, takes
        ):
            pieces += _part(boundary, key, one, how, encoding, is_known=takes is not None)
    pieces.append(f"--{boundary}--\r\n".encode())
    return _joined(pieces), f"{body.media_type}; boundary={boundary}"


def _in_order(body: RequestBody, value: Any) -> list[tuple[str, Any, Plan | None]]:
    """Return the properties of a form, whatever the order in which they were given.

    What the document names comes in its order (what must be there, then by name), files behind all else:
    servers that read a form as it comes need the rest to know what a file is for. What it lacks comes last.
    """
    plan = plan_of(body.takes) if body.takes is not None else None
    found = list(_properties(value, plan))
    ranks = {name: rank for rank, name in enumerate(plan.names)} if plan is not None else {}
    last = len(ranks)
    return sorted(
        found,
        key=lambda pair: (
            pair[0] not in ranks,
            _is_file_part(body, *pair[:2]),
            ranks.get(pair[0], last),
        ),
    )


def _is_file_part(body: RequestBody, name: str, value: Any) -> bool:
    return name in body.files or _holds_file(value)


def _joined(pieces: list[bytes | Piece]) -> bytes | list[Piece]:
    """Return pieces as one, where they are few bytes."""
    found = [piece for piece in pieces if isinstance(piece, bytes)]
    if len(found) == len(pieces) and sum(map(len, found)) <= AT_ONCE:
        return b"".join(found)
    return [Piece(Memory(piece)) if isinstance(piece, bytes) else piece for piece in pieces]


def _properties(value: Any, plan: Plan | None) -> Iterator[tuple[str, Any, Plan | None]]:
    """The properties of an object by wire names; what is absent has no part."""
    if not isinstance(value, BaseModel) and not is_object(value):
        raise ValueError(f"a form needs an object, not {type(value).__name__}")
    for name, item, below in properties(value, plan):
        if item is not None:
            yield name, listed(item, below), below


def _unstyled(
    name: str, value: Any, plan: Plan | None, takes: Literal["one", "many"] | None
) -> list[tuple[str, Any, Plan | None]]:
    if not is_sequence(value) or is_named_data(value) or takes == "one":
        return [(name, value, plan)]
    return [(name, item, plan.items if plan is not None else None) for item in value]


def _styled(
    name: str, value: Any, plan: Plan | None, encoding: PartEncoding
) -> list[tuple[str, Any, Plan | None]]:
    """Return a property that is written like a query parameter, but for files (OAS 3.1.1, 4.8.15.1.2)."""
    if encoding.style is None or _holds_file(value):
        return []
    parameter = as_parameter(name, replace(encoding, allow_reserved=False))
    data = plain(value, plan, utc=True)
    pairs = query_pairs(parameter, data)
    # No part is percent-encoded: commas of items would end them.
    written = [(key, text) for key, _, text in (pair.partition("=") for pair in pairs)]
    is_joined = (
        parameter.style == "form" and not parameter.explode and isinstance(data, list | dict)
    )
    if is_joined and any("%2C" in text for _, text in written):
        raise ValueError(f"an item of {name} has a comma in it, which ends an item in this style")
    return [(unquote(key), unquote(text), None) for key, text in written]


def _holds_file(value: Any) -> bool:
    return is_file(value) or any(map(is_file, value if is_sequence(value) else []))


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


def _part(
    boundary: str,
    name: str,
    value: Any,
    plan: Plan | None,
    encoding: PartEncoding,
    *,
    is_known: bool,
) -> list[bytes | Piece]:
    """Return one part.

    Args:
        boundary: what stands before it.
        name: of the property.
        value: what was given.
        plan: what the document says of it.
        encoding: how it travels.
        is_known: whether the document says that it is a file.
    """
    try:
        is_file_part = is_known or is_file(value)
        file = (
            _file(value, encoding.content_types) if is_file_part else _data(value, plan, encoding)
        )
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
    head = "\r\n".join([f"--{boundary}", *lines, "", ""]).encode()
    if isinstance(file.content, bytes):
        return [head + file.content + b"\r\n"]
    return [head, Piece(file.content, f"the part {name!r}"), b"\r\n"]


def _file(value: Any, allowed: tuple[str, ...]) -> _Content:
    file = file_of(value)
    guessed = BYTES if isinstance(value, bytes | bytearray | memoryview) else guessed_type(file)
    source = source_of(file.content)
    return _Content(
        source.whole() if isinstance(source, Memory) and source.length <= AT_ONCE else source,
        name_of(file),
        file.content_type or _media_type(allowed, guessed),
        file.headers,
    )


def _data(value: Any, plan: Plan | None, encoding: PartEncoding) -> _Content:
    """Return what a value that is no file is as a part (OAS 3.1.1, 4.8.15.1.1: the default media types)."""
    allowed = encoding.content_types
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
