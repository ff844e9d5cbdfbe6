# Copied from templates/_runtime/validators.py. DO NOT EDIT: it is made anew.
"""The validators of types, each built once."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from .room import with_room


@cache
def adapter(type_: Any) -> TypeAdapter[Any]:
    """Return the validator of a type, built once."""
    made: TypeAdapter[Any] = TypeAdapter(type_)
    with_room(lambda: made.rebuild(_types_namespace={}))
    return made


def read_strictly(type_adapter: TypeAdapter[Any], content: str | bytes) -> Any:
    """Return JSON as the type of an adapter.

    Bytes are parsed and validated in one go: strictly, so that a number is not quietly taken for a date, and
    by wire names only, so that no field takes another's value.

    Raises:
        ValidationError: where it is something else, or no JSON.
    """
    return type_adapter.validator.validate_json(content, strict=True, by_alias=True, by_name=False)
