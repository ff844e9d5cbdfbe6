# Copied from templates/_runtime/reasons.py. DO NOT EDIT: it is made anew.
"""What the body of an error says is wrong, in whichever of the usual shapes it says it."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pydantic import BaseModel
from pydantic_core import to_json

from .narrowing import is_list, is_object
from .particulars import folded

_DEEPEST: Final = 5
_LONGEST: Final = 500
_MOST_FAULTS: Final = 3
# Where bodies say what happened, and where more of it, the plainest names first; in lower case, without the
# signs between words.
_HEADS: Final = (
    *("message", "msg", "errormessage", "errormsg", "errorsummary", "statusmessage", "faultstring"),
    *("diagnostics", "error", "odata.error", "fault", "title"),
)
_DETAILS: Final = (
    *("errordescription", "detail", "details", "errors", "description", "reason", "messages"),
    *("nonfielderrors", "cause", "info", "issue", "text"),
)
_LAST: Final = ("value", "result", "response", "meta", "type", "code", "errorcode", "status")
# What a fault is about, where it says so beside the rest.
_SUBJECTS: Final = ("loc", "field", "param", "parameter", "pointer", "path", "property")


def reason_of(body: Any, hide: Callable[[str], str]) -> str:
    """Return what an error's body says is wrong; all of it, cut, where nothing in it says so.

    Args:
        body: as it was read.
        hide: hides what must not be shown, before anything is cut in two.
    """
    if body is None or body in ({}, []):
        return ""
    return _cut(hide(_said(body, _DEEPEST) or _written(body)))


def _written(body: Any) -> str:
    try:
        return to_json(
            body, by_alias=True, exclude_none=True, fallback=str, inf_nan_mode="constants"
        ).decode()
    except ValueError:  # deeper than JSON is written
        return ""


def _said(body: Any, depth: int) -> str:
    if isinstance(body, str):
        return body.strip()
    if depth and is_list(body):
        return "; ".join(filter(None, (_said(item, depth - 1) for item in body[:_MOST_FAULTS])))
    if depth and isinstance(body, BaseModel):
        given = {name: vars(body)[name] for name in body.model_fields_set if name in vars(body)}
        return _said_by_object({**given, **(body.model_extra or {})}, depth - 1)
    if depth and is_object(body):
        return _said_by_object(body, depth - 1)
    return ""


def _said_by_object(body: Mapping[str, Any], depth: int) -> str:
    named = {folded(name): value for name, value in body.items()}
    head, detail = _first(named, _HEADS, depth), _first(named, _DETAILS, depth)
    if head and detail and detail not in head:
        return _about(named, detail if head in detail else f"{head}: {detail}")
    said = head or detail or _first(named, _LAST, depth)
    return _about(named, said) if said else _said_by_fields(body, depth)


def _first(named: Mapping[str, Any], names: tuple[str, ...], depth: int) -> str:
    return next((said for name in names if (said := _said(named.get(name), depth))), "")


def _about(named: Mapping[str, Any], said: str) -> str:
    """Return a reason with what it is about in front."""
    for name in _SUBJECTS:
        subject = named.get(name)
        if is_list(subject):
            subject = ".".join(str(part) for part in subject if part != "body")
        if isinstance(subject, str) and subject and subject not in said:
            return f"{subject}: {said}"
    return said


def _said_by_fields(body: Mapping[str, Any], depth: int) -> str:
    """Return what is wrong with each field, where a body says nothing else: `{"name": ["is empty"]}`."""
    said = [
        (name, _said(value, depth)) for name, value in body.items() if not isinstance(value, str)
    ]
    faults = [f"{name}: {fault}" for name, fault in said if fault]
    return "; ".join(faults[:_MOST_FAULTS])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
