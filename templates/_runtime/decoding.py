"""From JSON to the types of the document."""

from functools import cache
from typing import Any, Final, Literal, TypeAlias

from pydantic import PydanticUndefinedAnnotation, PydanticUserError, TypeAdapter, ValidationError
from pydantic_core import from_json, to_json

from .numbers import is_whole, with_whole_numbers
from .room import with_room
from .tolerance import salvage
from .unions import faults_of

_SHOWN_FAULTS = 3
Taken: TypeAlias = Literal["anything", "text", "bytes", "json"]
_TAKEN: Final[dict[str, Taken]] = {"any": "anything", "str": "text", "bytes": "bytes"}


@cache
def adapter(type_: Any) -> TypeAdapter[Any]:
    """Return the validator of a type, built once."""
    made: TypeAdapter[Any] = TypeAdapter(type_)
    with_room(lambda: made.rebuild(_types_namespace={}))
    return made


def is_readable(type_: Any) -> bool:
    """Tell whether JSON can be read as a type: whether pydantic knows it."""
    try:
        adapter(type_)
    except (PydanticUserError, PydanticUndefinedAnnotation, TypeError, NameError):
        return False
    return True


def decode_json(type_: Any, content: bytes) -> Any:
    """Return JSON as a type of the document.

    Raises:
        ValidationError: where it is something else, or no JSON.
    """
    try:
        return _validated(type_, content)
    except ValidationError as fault:
        if not any(is_whole(item["input"]) for item in faults_of(fault, with_input=True)):
            raise
    return with_room(lambda: _validated(type_, to_json(with_whole_numbers(from_json(content)))))


def decoded_or_none(type_: Any, content: bytes) -> Any:
    """Return JSON as a type; None where it is something else, or no JSON."""
    try:
        return decode_json(type_, content)
    except ValidationError:
        return None


def _validated(type_: Any, content: bytes) -> Any:
    # Bytes are parsed and validated in one go: strictly, so that a number is not quietly taken for a date,
    # and by wire names only, so that no field takes another's value.
    return adapter(type_).validate_json(content, strict=True, by_alias=True, by_name=False)


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
        return adapter(type_).validate_strings(stripped)
    except ValidationError as fault:
        try:
            return decode_json(type_, stripped.encode(errors="replace"))
        except ValidationError:
            raise fault from None


def is_json(content: bytes) -> bool:
    """Tell whether bytes are JSON."""
    try:
        from_json(content)
    except ValueError:
        return False
    return True


def parse_json(content: bytes) -> Any:
    """Return JSON as plain data."""
    return from_json(content)


def keep_what_fits(type_: Any, content: bytes, fault: ValidationError) -> Any:
    """Return content that a type refused: what fits of it in that type, the rest as plain data."""
    return with_room(lambda: salvage(adapter, type_, content, fault))


def faults_in_words(fault: ValidationError) -> str:
    """Return the first few faults, without the values, which may be private."""
    faults = faults_of(fault)
    shown = "; ".join(
        f"{'.'.join(map(str, item['loc'])) or 'the body'}: {item['msg']}" for item in faults[:_SHOWN_FAULTS]
    )
    more = len(faults) - _SHOWN_FAULTS
    return shown if more <= 0 else f"{shown}; and {more} more"
