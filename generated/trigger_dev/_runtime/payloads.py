# Copied from templates/_runtime/payloads.py. DO NOT EDIT: it is made anew.
"""What the API's server sends of its own: the payloads of webhooks and callbacks."""

from typing import Any

from pydantic import ValidationError

from .decoding import decode_json, faults_in_words, is_json, keep_what_fits
from .errors import PayloadError
from .hooks import LOGGER
from .operation import Content
from .text import decode_text, in_utf_8


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
        payload, content_type = payload.encode(), ""
    match content.kind:
        case "json":
            return _read_json(content, in_utf_8(payload, content_type), strict=strict)
        case "none":
            return None
        case "binary":
            return payload
        case _:
            return decode_text(payload, content_type)


def _read_json(content: Content, data: bytes, *, strict: bool) -> Any:
    try:
        return decode_json(content.type, data)
    except ValidationError as fault:
        report = f"a payload is not what the document says: {faults_in_words(fault)}"
        if strict or not is_json(data):
            raise PayloadError(report) from None  # the values of the fault may be private
        LOGGER.warning(report)
        return keep_what_fits(content.type, data, fault)
