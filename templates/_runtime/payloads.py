"""What the API's server sends of its own: the payloads of webhooks and callbacks."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from .decoding import LOGGER, decode_json, faults_in_words, keep_what_fits
from .errors import PayloadError
from .operation import Content


def read_payload(content: Content, payload: bytes | str, *, strict: bool) -> Any:
    """Return what a payload holds.

    Args:
        content: what the document says about it.
        payload: the content of the request, as it arrived.
        strict: whether a payload that is not what the document says is an error; else it is reported, and
            what fits is kept.

    Raises:
        PayloadError: where it should be JSON and is not, or is refused.
    """
    data = payload.encode() if isinstance(payload, str) else payload
    match content.kind:
        case "json":
            return _read_json(content, data, strict=strict)
        case "none":
            return None
        case "binary":
            return data
        case _:
            return data.decode("utf-8", errors="replace")


def _read_json(content: Content, data: bytes, *, strict: bool) -> Any:
    try:
        return decode_json(content.type, data)
    except ValidationError as fault:
        report = f"a payload is not what the document says: {faults_in_words(fault)}"
        if strict or not _is_json(data):
            raise PayloadError(report) from fault
    LOGGER.warning(report)
    return keep_what_fits(content.type, data)


def _is_json(data: bytes) -> bool:
    try:
        from_json(data)
    except ValueError:
        return False
    return True
