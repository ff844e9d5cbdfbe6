# Copied from templates/_runtime/stored.py. DO NOT EDIT: it is made anew.
"""What calls gave, as JSON that an application keeps: it is read again as answers are."""

from typing import Any, TypeAlias, TypeVar, overload

from pydantic import BaseModel, ValidationError
from pydantic_core import to_json as json_of

from .decoding import MisfitError, decode_json, parse_json
from .errors import PayloadError
from .hooks import LOGGER
from .narrowing import is_list, is_object
from .room import with_room
from .validators import lenient_reader
from .values import plain

T = TypeVar("T")
Json: TypeAlias = str | bytes | dict[str, Any] | list[Any]


def to_json(value: object) -> str:
    """Return what a call gave, or a part of it, as JSON that `from_json` makes the same of.

    It has the names that properties have on the wire, and of what was absent constants alone; what was not as
    the document says is written as it came.

    Args:
        value: a model, or lists and dictionaries of models and JSON data.

    Raises:
        ValueError: where something in it has no form in JSON.
    """
    return with_room(lambda: _written(value))


@overload
def from_json(type_: type[T], content: Json, *, strict: bool = False) -> T: ...
@overload
def from_json(type_: Any, content: Json, *, strict: bool = False) -> Any: ...
def from_json(type_: Any, content: Json, *, strict: bool = False) -> Any:
    """Return JSON as a type, read as an answer is: what is not of it is kept as plain data, and logged.

    Args:
        type_: a model, a union of `models`, or any other type that pydantic knows, such as a list of models.
        content: JSON with the names that properties have on the wire, as `to_json` writes it, or with those
            of Python, as `model_dump_json` does; or what databases make of it, dictionaries and lists.
        strict: whether it is an error where some of it is not of the type.

    Raises:
        PayloadError: where it is no JSON, or is refused.
    """
    text = to_json(content) if isinstance(content, dict | list) else content
    try:
        return lenient_reader(type_)(text)
    except ValidationError:
        return with_room(lambda: _fitted(type_, text, strict=strict))


def _written(value: object) -> str:
    if isinstance(value, BaseModel):
        return value.model_dump_json(by_alias=True, exclude_unset=True, warnings=False)
    if is_object(value):
        pairs = (f"{_written(str(key))}:{_written(item)}" for key, item in value.items())
        return "{" + ",".join(pairs) + "}"
    if is_list(value):
        return "[" + ",".join(map(_written, value)) + "]"
    if isinstance(value, bytes):
        raise ValueError("bytes are no JSON: keep them as they are")
    return json_of(plain(value)).decode()


def _fitted(type_: Any, content: str | bytes, *, strict: bool) -> Any:
    """Return what can be made of JSON that is not of a type as a whole."""
    from .tolerance import with_wire_names  # noqa: PLC0415 - nobody needs it before something does not fit

    of = f" of {type_.__name__}" if isinstance(type_, type) else ""
    try:
        data = parse_json(content)
    except ValueError as fault:
        raise PayloadError(f"what was kept{of} is no JSON: {fault}") from None
    try:
        return decode_json(type_, json_of(with_wire_names(type_, data)))
    except MisfitError as misfit:
        report = f"what was kept is not what the document says{of}: {misfit}"
        if strict:
            raise PayloadError(report) from None  # the values of the fault may be private
        LOGGER.warning(report)
        return misfit.kept()
