"""The validators of types, each built once."""

from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any, Final, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from .numbers import KeepingDigits
from .records import Later
from .room import with_room

# What pydantic says of data whose property names no variant that it can find itself.
OF_VARIANTS: Final = frozenset({"union_tag_invalid", "union_tag_not_found"})
# What it says of more than what is wrong: of the constants of variants that are not meant, too.
TOLD_AGAIN: Final = OF_VARIANTS | {"literal_error"}
# What it says of `1.0` where an integer is meant.
OF_NUMBERS: Final = frozenset({"int_type", "int_from_float", "literal_error", "enum"})


def resolved(type_: Any) -> Any:
    """Return a type, or what is looked up for one."""
    return type_.find() if isinstance(type_, Later) else type_


@cache
def adapter(type_: Any) -> TypeAdapter[Any]:
    """Return the validator of a type, built once."""
    return adapter(type_.find()) if isinstance(type_, Later) else built(type_)


def built(type_: Any) -> TypeAdapter[Any]:
    """Return the validator of a type."""
    made: TypeAdapter[Any] = TypeAdapter(_keeping_digits(type_))
    with_room(lambda: made.rebuild(_types_namespace={}))
    return made


def _keeping_digits(type_: Any) -> Any:
    """Return a type whose numbers keep their digits; models see to that themselves."""
    may_hold_some = type_ is float or get_origin(type_) is not None
    return Annotated[type_, KeepingDigits()] if may_hold_some else type_


@cache
def reader(type_: Any) -> Callable[[str | bytes], Any]:
    """Return what reads JSON as a type; it raises a `ValidationError` where it is something else, or none.

    Bytes are parsed and validated in one go: strictly, so that a number is not quietly taken for a date, and
    by wire names only, so that no field takes another's value. There is no function of ours in between.
    """
    return reading(adapter(type_))


@cache
def lenient_reader(type_: Any) -> Callable[[str | bytes], Any]:
    """Return what reads JSON as `reader` does, by the names of Python, too."""
    validator = adapter(type_).validator
    return partial(validator.validate_json, strict=True, by_alias=True, by_name=True)


def reading(validator: TypeAdapter[Any]) -> Callable[[str | bytes], Any]:
    """Return what reads JSON with a validator."""
    return partial(validator.validator.validate_json, strict=True, by_alias=True, by_name=False)


def faults_of(fault: ValidationError, *, with_input: bool = False) -> list[ErrorDetails]:
    """Return what pydantic has against data."""
    return fault.errors(include_url=False, include_context=False, include_input=with_input)
