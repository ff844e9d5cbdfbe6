"""Python values as plain data: what JSON has, and what the styles of parameters are defined over."""

import base64
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network
from typing import Any, Final, Literal, TypeAlias, cast, get_origin
from uuid import UUID

from pydantic import BaseModel, RootModel
from pydantic.fields import FieldInfo
from pydantic_core import to_jsonable_python

from .room import with_room
from .scalars import (
    UnsendableValueError,
    text_of,
    with_zone,
    written_date_time,
    written_decimal,
    written_duration,
    written_time,
)
from .unset import UNSET

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
DateFormat: TypeAlias = Literal["rfc3339", "epoch-seconds", "epoch-milliseconds"]

_WriteDate: TypeAlias = "Callable[[datetime], str | int]"

# Deeper than real data goes and far from the interpreter's own limit: what contains itself ends here.
_MAX_DEPTH: Final = 128

_AS_THEY_ARE: Final = frozenset({str, int, bool, type(None)})

# What pydantic writes just as OpenAPI's formats of the same names want it.
_AS_PYDANTIC_WRITES: Final = (
    date,
    UUID,
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)
_MILLISECOND: Final = timedelta(milliseconds=1)


def plain(value: object, *, dates: DateFormat = "rfc3339", utc: bool = False) -> Plain:
    """The value as plain data.

    A model becomes an object by wire names, of the fields that were set and no others. `UNSET` is left out of
    lists and objects. Bytes become base64 text (RFC 4648, 4).

    Args:
        value: what a user of the client passed.
        dates: how a date-time is written.
        utc: whether an RFC 3339 date-time is moved to UTC, so that it ends in `Z`; else it keeps its offset.

    Raises:
        UnsendableValueError: something in the value has no such form, or the value contains itself.
    """
    if type(value) in _AS_THEY_ARE:
        return cast("Plain", value)
    write_date = _rfc3339_in_utc if utc and dates == "rfc3339" else _DATE_WRITERS[dates]
    return with_room(lambda: _convert(value, write_date, 0))


def _convert(value: object, write_date: _WriteDate, depth: int) -> Plain:
    if type(value) in _AS_THEY_ARE:
        return cast("Plain", value)
    if depth > _MAX_DEPTH:
        message = f"it is nested more than {_MAX_DEPTH} levels deep, or contains itself"
        raise UnsendableValueError(message)
    if isinstance(value, BaseModel):
        return _model(value, write_date, depth + 1)
    if isinstance(value, Enum):
        return _convert(value.value, write_date, depth + 1)
    if isinstance(value, datetime):
        return write_date(value)
    if isinstance(value, str):
        # A subclass may print itself as something else; its characters are what it is.
        return str.__str__(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(bytes(cast("bytes | memoryview[int]", value))).decode("ascii")
    if isinstance(value, Mapping):
        return _object(cast("Mapping[object, object]", value), write_date, depth + 1)
    if isinstance(value, AbstractSet):
        return _sorted(_list(cast("AbstractSet[object]", value), write_date, depth + 1))
    if isinstance(value, Sequence):
        return _list(cast("Sequence[object]", value), write_date, depth + 1)
    return _scalar(value)


def _model(model: BaseModel, write_date: _WriteDate, depth: int) -> Plain:
    if isinstance(model, RootModel):
        return _convert(cast("RootModel[object]", model).root, write_date, depth)
    nullable: frozenset[str] = getattr(type(model), "__nullable__", frozenset())
    written: dict[str, Plain] = {}
    for name in given_fields(model):
        field = type(model).model_fields[name]
        value = getattr(model, name)
        # None where null is not allowed is the Python way to say "absent"; null would be refused there.
        if value is UNSET or (value is None and name not in nullable):
            continue
        written[field.serialization_alias or field.alias or name] = _convert(value, write_date, depth)
    if model.model_extra:
        written |= _object(model.model_extra, write_date, depth)
    return written


def given_fields(model: BaseModel) -> list[str]:
    """Return the fields of a model that are sent: those that were given, and constants, given or not."""
    fields = type(model).model_fields
    return [name for name in fields if name in model.model_fields_set or _is_constant(fields[name])]


def _is_constant(field: FieldInfo) -> bool:
    """Tell whether a field must be sent and has but one value, which is its default."""
    return isinstance(field.default, str | int) and get_origin(field.annotation) is Literal


def _object(
    mapping: Mapping[object, object] | Mapping[str, object], write_date: _WriteDate, depth: int
) -> dict[str, Plain]:
    return {
        _key(key, write_date, depth): _convert(value, write_date, depth)
        for key, value in mapping.items()
        if value is not UNSET
    }


def _key(key: object, write_date: _WriteDate, depth: int) -> str:
    """The name of a property: text, or what has one obvious text."""
    if type(key) is str:
        return key
    written = _convert(key, write_date, depth)
    if isinstance(written, str):
        return written
    if isinstance(written, int) and not isinstance(written, bool):
        return str(written)
    message = f"a key of the type {_type_name(key)} cannot be sent as the name of a property"
    raise UnsendableValueError(message)


def _list(items: Iterable[object], write_date: _WriteDate, depth: int) -> list[Plain]:
    return [_convert(item, write_date, depth) for item in items if item is not UNSET]


def _sorted(items: list[Plain]) -> list[Plain]:
    """The items of a set, which has no order of its own, in one that is the same for each call."""
    try:
        return sorted(cast("list[Any]", items))
    except TypeError:
        return sorted(items, key=repr)


def _scalar(value: object) -> Plain:
    if isinstance(value, float):
        return _finite(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Decimal):
        return written_decimal(value)
    if isinstance(value, timedelta):
        return written_duration(value)
    if isinstance(value, time):
        return written_time(value)
    if isinstance(value, _AS_PYDANTIC_WRITES):
        return cast("str", to_jsonable_python(value))
    message = f"a value of the type {_type_name(value)} cannot be sent"
    raise UnsendableValueError(message)


def _finite(value: float) -> float:
    if not math.isfinite(value):
        message = f"{value} cannot be sent: JSON has no such number"
        raise UnsendableValueError(message)
    return float(value)


def _rfc3339_in_utc(value: datetime) -> str:
    text = text_of(value)
    return text if text is not None else written_date_time(with_zone(value).astimezone(UTC))


def _epoch_seconds(value: datetime) -> int:
    return (with_zone(value) - _EPOCH) // _SECOND


def _epoch_milliseconds(value: datetime) -> int:
    return (with_zone(value) - _EPOCH) // _MILLISECOND


def _type_name(value: object) -> str:
    kind = type(value)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


_DATE_WRITERS: Final[Mapping[DateFormat, _WriteDate]] = {
    "rfc3339": written_date_time,
    "epoch-seconds": _epoch_seconds,
    "epoch-milliseconds": _epoch_milliseconds,
}
