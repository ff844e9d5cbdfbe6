"""From the value of a body to bytes and their media type."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from .errors import InvalidRequestError
from .multipart import File, multipart
from .narrowing import is_object, is_sequence
from .operation import DeepObject, Operation, Parameter, PartEncoding, RequestBody
from .styles import form_urlencoded, query_pairs
from .unset import UNSET
from .values import plain

_USUALLY_WITHOUT = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})


def encode(
    operation: Operation[Any], value: Any, media_type: str | None = None
) -> tuple[bytes | None, str | None]:
    """Return the content of a request and its media type; None and None where it has none.

    Args:
        operation: what is called.
        value: the body.
        media_type: the media type that it is to have; None for the operation's usual one.

    Raises:
        InvalidRequestError: where the value cannot be sent, or is missing.
    """
    if value is UNSET and operation.body and operation.body[0].required:
        raise InvalidRequestError(f"{operation.name} needs a body")
    if value is UNSET or _is_left_out(operation, value):
        return None, None
    body = _chosen(operation, media_type)
    try:
        return _ENCODERS[body.kind](body, value)
    except ValueError as fault:
        raise InvalidRequestError(f"the body of {operation.name}: {fault}") from fault


def whole_or_parts(whole: Any, parts: Mapping[str, Any], required: Collection[str]) -> Any:
    """Return the body of a call that takes it as a whole or as its properties.

    Args:
        whole: the argument `body`.
        parts: the arguments for its properties, by wire names.
        required: the wire names of the properties that must be given unless the whole is.

    Raises:
        InvalidRequestError: where both are given, or a property is missing.
    """
    given = [name for name, value in parts.items() if value is not UNSET]
    if whole is not UNSET:
        if given:
            raise InvalidRequestError(f"{given[0]} is given twice: in the body and on its own")
        return whole
    missing = [name for name in required if name not in given]
    if missing:
        raise InvalidRequestError(f"{missing[0]} is missing")
    return parts


def _is_left_out(operation: Operation[Any], value: Any) -> bool:
    """Tell whether an optional body has nothing in it, of a method that usually has none (RFC 9110, 9.3)."""
    if operation.method not in _USUALLY_WITHOUT or operation.body[0].required or not is_object(value):
        return False
    return all(item is UNSET for item in value.values())


def _chosen(operation: Operation[Any], media_type: str | None) -> RequestBody:
    """Return how the body is sent in a media type."""
    if media_type is None:
        return operation.body[0]
    wanted = media_type.lower()
    # A range takes what is not in it, too: who asks for it by name knows better.
    ranges = [body for body in operation.body if "*" in body.media_type]
    fitting = [body for body in operation.body if fnmatchcase(wanted, body.media_type.lower())]
    for body in (*fitting, *ranges):
        return replace(body, media_type=media_type)
    known = ", ".join(body.media_type for body in operation.body)
    raise InvalidRequestError(f"{operation.name} takes no body of {media_type}, but of {known}")


def _json(body: RequestBody, value: Any) -> tuple[bytes, str]:
    text = json.dumps(plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode(), body.media_type


def _json_lines(body: RequestBody, value: Any) -> tuple[bytes, str]:
    items = value if is_sequence(value) else [value]
    return b"".join(_json(body, item)[0] + b"\n" for item in items), body.media_type


def _form(body: RequestBody, value: Any) -> tuple[bytes, str]:
    data = plain(value)
    if isinstance(data, str):
        return data.encode(), body.media_type
    if not isinstance(data, Mapping):
        raise ValueError(f"a form needs an object, not {type(value).__name__}")
    pairs: list[str] = []
    for name, item in data.items():
        encoding = body.encodings.get(name)
        if encoding is None or encoding.style is None:
            pairs += [form_urlencoded({name: item})] if item not in (None, [], {}) else []
        else:
            pairs += query_pairs(_as_parameter(name, encoding), item)
    return "&".join(pair for pair in pairs if pair).encode(), body.media_type


def _text(body: RequestBody, value: Any) -> tuple[bytes, str]:
    if isinstance(value, bytes):
        return value, body.media_type
    if isinstance(value, str):
        return value.encode(), f"{body.media_type}; charset=utf-8"
    return _json(body, value)


def _binary(body: RequestBody, value: Any) -> tuple[bytes, str]:
    if isinstance(value, File):
        return value.content, value.content_type or body.media_type
    if isinstance(value, bytes | bytearray):
        return bytes(value), body.media_type
    if isinstance(value, str):
        return value.encode(), body.media_type
    read = getattr(value, "read", None)
    content = read() if callable(read) else None
    if isinstance(content, bytes):
        return content, body.media_type
    return _json(body, value)


def _as_parameter(name: str, encoding: PartEncoding) -> Parameter:
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


_ENCODERS: Mapping[str, Callable[[RequestBody, Any], tuple[bytes, str]]] = {
    "json": _json,
    "json-lines": _json_lines,
    "form": _form,
    "multipart": multipart,
    "text": _text,
    "binary": _binary,
}
