"""What the API's server sends of its own: the payloads of webhooks and callbacks."""

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from .decoding import MisfitError, decode_json, is_json, parse_json
from .errors import PayloadError
from .hooks import LOGGER
from .letters import bytes_of
from .narrowing import is_object
from .operation import Content
from .text import decode_text, in_utf_8
from .unions import text_of

T = TypeVar("T")


def read_payload(content: Content, payload: bytes | str, *, content_type: str, strict: bool) -> Any:
    """Return what a payload holds.

    Args:
        content: what the document says about it.
        payload: the content of the request, as it arrived.
        content_type: the Content-Type of the request, which may name a charset; empty where it is not known.
        strict: whether a payload that is not what the document says is an error; else it is reported, and
            what fits is kept.

    Raises:
        PayloadError: where it should be JSON and is not, or is refused.
    """
    if isinstance(payload, str):
        content_type = ""
    payload = bytes_of(payload, "a payload")
    match content.kind:
        case "json":
            return _read_json(content, in_utf_8(payload, content_type), strict=strict)
        case "none":
            return None
        case "binary":
            return payload
        case _:
            return decode_text(payload, content_type)


def property_of(payload: bytes | str, name: str, content_type: str) -> str:
    """Return the value of a payload's property as text; empty where it has none.

    Raises:
        PayloadError: where it is no JSON.
    """
    is_text = isinstance(payload, str)
    data = bytes_of(payload, "a payload")
    try:
        value = parse_json(data if is_text else in_utf_8(data, content_type))
    except ValueError:
        raise PayloadError("a payload is not JSON") from None
    found = value.get(name) if is_object(value) else None
    return found if isinstance(found, str) else "" if found is None else text_of(found)


def header_of(headers: Mapping[str, str] | None, name: str) -> str:
    """Return the value of a header, whose name may be written in any case; empty without one."""
    return next((value for known, value in (headers or {}).items() if known.lower() == name), "")


def read_unknown(
    kind: type[T], payload: bytes | str, sign: str, *, content_type: str, strict: bool
) -> T:
    """Return an event that the document does not have.

    Args:
        kind: the model of what nobody knows.
        payload: the content of the request, as it arrived.
        sign: what should have told which event it is.
        content_type: as in `read_payload`.
        strict: as in `read_payload`.

    Raises:
        PayloadError: where it is no JSON object, or has to be known.
    """
    if strict:
        raise PayloadError(f"a payload is of no event that the document has, by its {sign}")
    read: Any = read_payload(
        Content("default", kind), payload, content_type=content_type, strict=True
    )
    return cast("T", read)


def _read_json(content: Content, data: bytes, *, strict: bool) -> Any:
    try:
        return decode_json(content.type, data)
    except MisfitError as misfit:
        report = f"a payload is not what the document says: {misfit}"
        if strict or not is_json(data):
            raise PayloadError(report) from None  # the values of the fault may be private
        LOGGER.warning(report)
        return misfit.kept()
