# Copied from templates/_runtime/refusals.py. DO NOT EDIT: it is made anew.
"""Errors that come with the status of a success, and that constants tell apart: `ok` is true, or it is false.

Nobody asks for them before a body has turned out not to be the documented success.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, cast, get_args, get_origin

from pydantic import BaseModel

from .annotations import UNIONS, bare, type_of, wire_names
from .decoding import decoded_or_none, is_json, parse_json
from .errors import status_error
from .messages import Response
from .narrowing import is_object
from .operation import Content, Operation
from .validators import resolved

# The only values that properties may have, by their wire names; true is no 1.
_Constants: TypeAlias = Mapping[str, frozenset[tuple[type, Any]]]


def refuse_told_failure(
    operation: Operation[Any], meant: Content, response: Response, data: bytes
) -> None:
    """Raise the error that a body is by what the document says, though its status is that of a success.

    It has another value in a property that is a constant in successes, and is the body of a documented error
    in which that property is a constant of this value.

    Args:
        operation: what was called.
        meant: the success that it should be, and is not.
        response: what came.
        data: the body in UTF-8.

    Raises:
        ApiStatusError: where it is one.
    """
    expected = _constants(resolved(meant.type))
    found = parse_json(data) if expected and is_json(data) else None
    if not is_object(found):
        return
    other = {
        (name, _told(found[name]))
        for name, values in expected.items()
        if name in found and _told(found[name]) not in values
    }
    for content in operation.contents if other else ():
        if content.kind == "json" and content is not meant and not content.status.startswith("2"):
            body: object = decoded_or_none(content.type, data)
            own = _constants(cast("Any", type(body)))
            if any(value in own.get(name, ()) for name, value in other):
                raise status_error(response, body) from None


def _told(value: object) -> tuple[type, Any]:
    return type(value), value if isinstance(value, str | int) else None


@cache
def _constants(type_: Any) -> _Constants:
    """Return the values of the properties that are constants in all objects of a type."""
    meant = bare(type_)
    if get_origin(meant) in UNIONS:
        return _of_all([item for item in get_args(meant) if item is not NoneType])
    if not isinstance(meant, type) or not issubclass(meant, BaseModel):
        return {}
    fields = {key: type_of(meant.model_fields[name]) for key, name in wire_names(meant).items()}
    return {
        key: frozenset(map(_told, _only(field))) for key, field in fields.items() if _only(field)
    }


def _of_all(variants: Sequence[Any]) -> _Constants:
    """Return the values of the properties that are constants in all variants of a union."""
    first, *others = map(_constants, variants)
    return {
        name: values.union(*(item[name] for item in others))
        for name, values in first.items()
        if all(name in item for item in others)
    }


def _only(type_: Any) -> tuple[Any, ...]:
    """Return the only value that is of a type besides null; none where there are more."""
    meant = bare(type_)
    if get_origin(meant) in UNIONS:
        variants = [item for item in get_args(meant) if item is not NoneType]
        return _only(variants[0]) if len(variants) == 1 else ()
    values = get_args(meant) if get_origin(meant) is Literal else ()
    return values if len(values) == 1 else ()
