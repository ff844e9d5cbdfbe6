# Copied from templates/_runtime/bodies.py. DO NOT EDIT: it is made anew.
"""From the value of a body to bytes, or what gives them, and their media type."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from pydantic import BaseModel
from pydantic_core import to_json

from .errors import InvalidRequestError
from .files import BYTES, file_of, guessed_type, is_file
from .model import is_root
from .multipart import as_parameter, multipart
from .narrowing import is_object, is_sequence
from .operation import Operation, RequestBody
from .plans import Plan, Shape, plan_of
from .serializers import json_of
from .sources import source_of
from .styles import essence_of, form_urlencoded, query_pairs, scalar_text
from .text import charset_of
from .unset import UNSET
from .uploads import AT_ONCE, Piece, Upload
from .values import is_many, plain

Encoded: TypeAlias = tuple[bytes | list[Piece], str]
"""The content of a body, or the pieces that it is read from, and its media type."""

_USUALLY_WITHOUT = frozenset({"GET", "HEAD", "DELETE", "OPTIONS"})
# What is null in it is removed, what is absent stays (RFC 7396).
_MERGE_PATCH = "application/merge-patch+json"
# What values are called that are no single ones.
_SHAPES: Mapping[Shape, str] = {"object": "an object", "list": "a list"}
# The kinds of bodies that have properties.
_OBJECTS = frozenset({"json", "form", "multipart"})


def encode(
    operation: Operation[Any], value: Any, media_type: str | None = None
) -> tuple[bytes | Upload | None, str | None]:
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
    if value is UNSET:
        return None, None
    body = _usual(operation, value) if media_type is None else _chosen(operation, media_type)
    if _is_left_out(operation, body, value):
        return None, None
    _refuse_another(operation, body, value)
    try:
        content, sent_as = _ENCODERS[body.kind](body, value)
    except ValueError as fault:
        raise InvalidRequestError(f"the body of {operation.name}: {fault}") from fault
    if isinstance(content, bytes):
        return content, sent_as
    return Upload(f"the body of {operation.name}", content), sent_as


def choosing_stream(body: Any, name: str) -> Any:
    """Return a body whose property `name` says that a stream is wanted."""
    given = _properties(body)
    return body if given is None else {**given, name: True}


def choosing_whole(body: Any, name: str) -> Any:
    """Return a body whose property `name` says that the whole is wanted, unless it says something itself."""
    given = _properties(body)
    if given is None:
        return body
    # What the body says itself comes behind, under whichever name, and takes the place of this.
    return {name: False, **{key: value for key, value in given.items() if value is not UNSET}}


def with_properties(
    operation: Operation[Any], body: Any, further: Mapping[str, Any]
) -> tuple[Operation[Any], Any]:
    """Return an operation and its body with further properties, which come before others of their names.

    An operation without a body gets a JSON object, if requests of its method usually have content.

    Args:
        operation: what is called.
        body: the body of the call.
        further: properties by wire names.

    Raises:
        InvalidRequestError: where the body is no object, or there can be none.
    """
    if not operation.body and operation.method in _USUALLY_WITHOUT:
        raise InvalidRequestError(
            f"{operation.name} takes no body that could have further properties"
        )
    if not operation.body:
        operation = replace(operation, body=(RequestBody("application/json"),))
    given = _properties(body)
    if given is None or operation.body[0].kind not in _OBJECTS:
        raise InvalidRequestError(
            f"the body of {operation.name} is no object: it gets no further properties"
        )
    return operation, {**given, **further}


def _properties(body: Any) -> Mapping[str, Any] | None:
    """Return the properties of a body by wire names; None where it is no object."""
    given = plain(body) if isinstance(body, BaseModel) else {} if body is UNSET else body
    return given if is_object(given) else None


def whole_or_parts(
    whole: Any,
    parts: Mapping[str, Any],
    required: Collection[str],
    usual: Mapping[str, Any] = MappingProxyType({}),
    *,
    named: Iterable[tuple[str, str]] = (),
) -> Any:
    """Return the body of a call that takes it as a whole or as its properties.

    Args:
        whole: the argument `body`.
        parts: the arguments for its properties, by wire names.
        required: the wire names of the properties that must be given unless the whole is.
        usual: the values of properties that nobody gave.
        named: the wire names of properties whose arguments are called otherwise, and these.

    Raises:
        InvalidRequestError: where both are given, or a property is missing.
    """
    given = [
        name
        for name, value in parts.items()
        if value is not UNSET and value != usual.get(name, UNSET)
    ]
    if whole is not UNSET:
        if given:
            argument = dict(named).get(given[0], given[0])
            raise InvalidRequestError(f"{argument} is given twice: in the body and on its own")
        return whole
    missing = [name for name in required if name not in given]
    if missing:
        raise InvalidRequestError(f"{dict(named).get(missing[0], missing[0])} is missing")
    return parts


def whole_or_variant(
    whole: Any,
    parts: Mapping[str, Any],
    required: Collection[str] = (),
    *,
    named: Iterable[tuple[str, str]] = (),
) -> Any:
    """Return the body of a call that takes it as a whole, as properties, or not at all.

    Args:
        whole: the argument `body`.
        parts: the arguments for the properties, of all variants together, by wire names.
        required: the wire names of the properties that must be given if any is.
        named: the wire names of properties whose arguments are called otherwise, and these.

    Raises:
        InvalidRequestError: where both are given, or a property is missing.
    """
    given = {name: value for name, value in parts.items() if value is not UNSET}
    return whole_or_parts(whole, given, required, named=named) if given else whole


def _is_left_out(operation: Operation[Any], body: RequestBody, value: Any) -> bool:
    """Tell whether an optional body has nothing in it, of a method that usually has none (RFC 9110, 9.3).

    Of a kind that has no properties, nothing is no body for any method.
    """
    if body.required or not is_object(value):
        return False
    may_be_empty = operation.method not in _USUALLY_WITHOUT and body.kind not in {"text", "binary"}
    if may_be_empty:
        return False
    known = None if body.takes is None else plan_of(body.takes).properties(value)
    absent = frozenset[str]() if known is None else known.absent
    return all(item is UNSET or (item is None and name in absent) for name, item in value.items())


def _chosen(operation: Operation[Any], media_type: str) -> RequestBody:
    """Return how the body is sent in a media type."""
    wanted = media_type.lower()
    exact = [body for body in operation.body if body.media_type.lower() == wanted]
    # A range takes what is not in it, too: who asks for it by name knows better.
    ranges = [body for body in operation.body if "*" in body.media_type]
    fitting = [body for body in ranges if fnmatchcase(wanted, body.media_type.lower())]
    for body in (*exact, *fitting, *ranges):
        return replace(body, media_type=media_type)
    known = ", ".join(body.media_type for body in operation.body)
    raise InvalidRequestError(f"{operation.name} takes no body of {media_type}, but of {known}")


def _usual(operation: Operation[Any], value: Any) -> RequestBody:
    """Return how a body is sent whose media type nobody asked for; a file is sent as what it is."""
    usual = operation.body[0]
    if usual.kind != "binary":
        return usual
    try:
        file = file_of(value)
    except ValueError:  # said where it is written
        return usual
    said = file.content_type
    own = said or guessed_type(file)
    allowed = [body.media_type.lower() for body in operation.body if body.kind == "binary"]
    if said or any(fnmatchcase(own, media_type) for media_type in allowed):
        return replace(usual, media_type=own)
    return replace(usual, media_type=BYTES) if "*" in usual.media_type else usual


def _refuse_another(operation: Operation[Any], body: RequestBody, value: Any) -> None:
    """Refuse a body that is none in its media type, but is one in another that the operation takes.

    Bytes would be JSON text otherwise, and an object a list of itself.
    """
    if len(operation.body) > 1 and not _holds(body, value):
        fitting = [other.media_type for other in operation.body if _holds(other, value)]
        if fitting:
            shape = None if is_file(value) else _SHAPES.get(_shape(value))
            what = shape or type(value).__name__
            raise InvalidRequestError(
                f"{operation.name} takes {what} as {' or '.join(fitting)}, not as {body.media_type}: "
                "give the media type, too"
            )


def _holds(body: RequestBody, value: Any) -> bool:
    """Tell whether a value can be meant as a body of this kind."""
    if value is None:
        return body.kind == "json"
    if body.kind == "binary":
        return body.text if isinstance(value, str) else _is_given_as_file(value)
    if body.kind == "text":
        return isinstance(value, bytes | bytearray) or not (
            is_file(value) or _shape(value) != "single"
        )
    if is_file(value):
        return False
    if body.kind in {"form", "multipart"}:
        return _shape(value) == "object"
    plan = _plan(body)
    return plan is None or not plan.shapes or _shape(value) in plan.shapes


def _is_given_as_file(value: Any) -> bool:
    try:
        file_of(value)
    except ValueError:
        return False
    return True


def _shape(value: Any) -> Shape:
    if isinstance(value, BaseModel):
        return _shape(cast("Any", value).root) if is_root(type(value)) else "object"
    if is_object(value):
        return "object"
    return "list" if is_many(value) else "single"


def _plan(body: RequestBody) -> Plan | None:
    return plan_of(body.takes) if body.takes is not None else None


def _json(body: RequestBody, value: Any) -> tuple[bytes, str]:
    is_patch = essence_of(body.media_type) == _MERGE_PATCH
    return json_of(value, body.takes, keeps_null=is_patch), body.media_type


def _json_lines(body: RequestBody, value: Any) -> tuple[bytes, str]:
    plan = _plan(body)
    items = value if is_sequence(value) else [value]
    below = plan.items if plan is not None else None
    return b"".join(to_json(plain(item, below)) + b"\n" for item in items), body.media_type


def _form(body: RequestBody, value: Any) -> tuple[bytes, str]:
    data = plain(value, _plan(body))
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
            pairs += query_pairs(as_parameter(name, encoding), item)
    return "&".join(pair for pair in pairs if pair).encode(), body.media_type


def _text(body: RequestBody, value: Any) -> tuple[bytes, str]:
    if isinstance(value, bytes | bytearray):
        return bytes(value), body.media_type
    data = plain(value)
    if data is None or isinstance(data, dict | list):
        raise ValueError(
            f"{body.media_type} is given as text or bytes, not as {type(value).__name__}"
        )
    charset = charset_of(body.media_type)
    media_type = body.media_type if charset else f"{body.media_type}; charset=utf-8"
    return scalar_text(data).encode(charset or "utf-8"), media_type


def _binary(body: RequestBody, value: Any) -> Encoded:
    if body.takes is not None and not is_file(value) and _shape(value) == "object":
        return json_of(value, body.takes), "application/json"
    if body.text and isinstance(value, str):
        return value.encode(), body.media_type
    data = file_of(value).content
    if isinstance(data, bytes) and len(data) <= AT_ONCE:
        return data, body.media_type
    return [Piece(source_of(data))], body.media_type


_ENCODERS: Mapping[str, Callable[[RequestBody, Any], Encoded]] = {
    "json": _json,
    "json-lines": _json_lines,
    "form": _form,
    "multipart": multipart,
    "text": _text,
    "binary": _binary,
}
