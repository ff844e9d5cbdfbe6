# Copied from templates/_runtime/decoding.py. DO NOT EDIT: it is made anew.
"""From JSON to the types of the document."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from pydantic import PydanticUndefinedAnnotation, PydanticUserError, ValidationError
from pydantic_core import ErrorDetails, from_json

from .numbers import as_written, is_whole
from .room import with_room
from .validators import OF_NUMBERS, TOLD_AGAIN, adapter, faults_of, reader, resolved

if TYPE_CHECKING:
    from .tolerance import Salvaged

_SHOWN_FAULTS = 3
# An escaped surrogate, which is half a character without the other half (RFC 8259, 7), and other escapes.
_HALVES: Final = rb"\\u[dD][89a-fA-F]"
_ESCAPES: Final = rb"(?i)\\ud[89ab]..\\ud[c-f]..|(?P<half>\\ud[89a-f]..)|\\."
_UNREADABLE: Final = rb"\ufffd"
Taken: TypeAlias = Literal["anything", "text", "bytes", "json"]
_TAKEN: Final[dict[str, Taken]] = {"any": "anything", "str": "text", "bytes": "bytes"}


def is_readable(type_: Any) -> bool:
    """Tell whether JSON can be read as a type: whether pydantic knows it."""
    try:
        adapter(type_)
    except (PydanticUserError, PydanticUndefinedAnnotation, TypeError, NameError):
        return False
    return True


class MisfitError(ValueError):
    """JSON that is not of a type of the document, or no JSON; its message has the first few faults."""

    def __init__(self, faults: list[ErrorDetails], keep: "Callable[[], Salvaged]") -> None:
        """Take what is wrong, and what makes of the content what can be made of it."""
        super().__init__()
        self._faults = faults
        self._keep = keep

    def __str__(self) -> str:
        return _in_words(self._faults)

    def kept(self) -> Any:
        """Return what fits of the content in the type, the rest as plain data; text where it is no JSON."""
        return self._keep().value


def decode_json(type_: Any, content: str | bytes) -> Any:
    """Return JSON as a type of the document.

    Raises:
        MisfitError: where it is something else, or no JSON.
    """
    try:
        return reader(type_)(content)
    except ValidationError as found:
        whole = whole_text(content)
        if whole != content:
            return decode_json(type_, whole)
        faults = _with_inputs(found)
    from .tolerance import salvage  # noqa: PLC0415 - nobody needs it before something does not fit

    keep = cache(lambda: with_room(lambda: salvage(resolved(type_), content, faults)))
    # What a document may allow though pydantic refuses it: unknown variants, and integers such as `1.0`. And
    # where constants tell variants apart, pydantic has something against each of those that are not meant.
    if any(item["type"] in TOLD_AGAIN or is_whole(item.get("input")) for item in faults):
        salvaged = keep()
        if salvaged.fits:
            return salvaged.value
        faults = salvaged.faults
    raise MisfitError(faults, keep)


def _with_inputs(fault: ValidationError) -> list[ErrorDetails]:
    """Return faults with what was refused, where that may have been a number: all else is costly to have."""
    faults = faults_of(fault)
    may_be_numbers = any(item["type"] in OF_NUMBERS for item in faults)
    return faults_of(fault, with_input=True) if may_be_numbers else faults


def decoded_or_none(type_: Any, content: bytes) -> Any:
    """Return JSON as a type; None where it is something else, or no JSON."""
    try:
        return decode_json(type_, content)
    except MisfitError:
        return None


@cache
def takes(type_: Any) -> Taken:
    """Return what content of a type may be besides JSON: anything, text, bytes; `json` where nothing else."""
    schema: Any = adapter(type_).core_schema
    while schema["type"] in {"nullable", "definitions"}:
        schema = schema["schema"]
    return _TAKEN.get(schema["type"], "json")


def decode_scalar(type_: Any, text: str) -> Any:
    """Return plain text as the single value that the document says it is.

    Raises:
        ValidationError: where it is something else.
    """
    stripped = text.strip()
    try:
        return as_written(adapter(type_).validate_strings(stripped), stripped)
    except ValidationError as fault:
        try:
            return decode_json(type_, stripped.encode(errors="replace"))
        except MisfitError:
            raise fault from None


def is_json(content: bytes) -> bool:
    """Tell whether bytes are JSON."""
    try:
        parse_json(content)
    except ValueError:
        return False
    return True


def parse_json(content: str | bytes) -> Any:
    """Return JSON as plain data.

    Raises:
        ValueError: where it is none.
    """
    try:
        return from_json(content)
    except ValueError:
        whole = whole_text(content)
        if whole == content:
            raise
    return from_json(whole)


def whole_text(content: str | bytes) -> str | bytes:
    """Return JSON in which half a character, as of text that was cut off, is U+FFFD.

    RFC 8259, 8.2 has such escapes in its grammar, and pydantic refuses all of a text with one.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return re.sub(_ESCAPES, _whole_escape, data) if re.search(_HALVES, data) else content


def _whole_escape(found: "re.Match[bytes]") -> bytes:
    return _UNREADABLE if found["half"] else found[0]


def faults_in_words(fault: ValidationError) -> str:
    """Return the first few faults, without the values, which may be private."""
    return _in_words(faults_of(fault))


def _in_words(faults: list[ErrorDetails]) -> str:
    shown = "; ".join(
        f"{'.'.join(_steps(item)) or 'the body'}: {item['msg']}" for item in faults[:_SHOWN_FAULTS]
    )
    more = len(faults) - _SHOWN_FAULTS
    return shown if more <= 0 else f"{shown}; and {more} more"


def _steps(fault: ErrorDetails) -> Iterator[str]:
    """Yield the steps to the place of a fault, without what pydantic calls unions as a whole."""
    return (str(step) for step in fault["loc"] if not str(step).startswith("lax-or-strict["))
