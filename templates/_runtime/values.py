"""Python values as plain data: what JSON has, and what the styles of parameters are defined over."""

import base64
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import Any, Final, Literal, TypeAlias, cast
from uuid import UUID

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .model import given_of
from .narrowing import is_object
from .plans import Plan, Properties, known_of, properties_of
from .records import record
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
DateFormat: TypeAlias = Literal["rfc3339", "http-date", "epoch-seconds", "epoch-milliseconds"]

_WriteDate: TypeAlias = "Callable[[datetime], str | int]"

# Deeper than real data goes and far from the interpreter's own limit: what contains itself ends here.
_MAX_DEPTH: Final = 128

AS_THEY_ARE: Final = frozenset({str, int, bool, type(None)})
# Sequences that are one value.
_ONE: Final = (str, bytes, bytearray, memoryview)
_MANY: Final = (Sequence, AbstractSet, Iterator)

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

# What an object is of which nothing is known.
_UNKNOWN: Final = Properties(places={}, constants={}, further=None)

# What would be text, without a number that stands for it.
_NO_NUMBERS: Final = (*_AS_PYDANTIC_WRITES, time, timedelta, bytes, bytearray, memoryview)

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND: Final = timedelta(seconds=1)
_MILLISECOND: Final = timedelta(milliseconds=1)


@record
class _Manner:
    """How values are written: date-times, and whether None is null even where that is not allowed."""

    write_date: _WriteDate
    keeps_null: bool = False


def plain(
    value: object,
    plan: Plan | None = None,
    *,
    dates: DateFormat = "rfc3339",
    utc: bool = False,
    keeps_null: bool = False,
) -> Plain:
    """The value as plain data.

    A model becomes an object by wire names, of the fields that were set and no others; so does a dictionary
    where a plan says which object it stands for. `UNSET` is left out of lists and objects, and None of
    objects where it cannot be null. Bytes become base64 text (RFC 4648, 4), and a `Decimal` text, too, but a
    number where a plan wants one.

    Args:
        value: what a user of the client passed.
        plan: what the document says of it.
        dates: how a date-time is written.
        utc: whether an RFC 3339 date-time is moved to UTC, so that it ends in `Z`; else it keeps its offset.
        keeps_null: whether None is null everywhere, as it removes what is there (RFC 7396).

    Raises:
        UnsendableValueError: something in the value has no such form, or the value contains itself.
    """
    if type(value) in AS_THEY_ARE and plan is None:
        return cast("Plain", value)
    write_date = _rfc3339_in_utc if utc and dates == "rfc3339" else _DATE_WRITERS[dates]
    manner = _Manner(write_date, keeps_null)
    return with_room(lambda: _convert(value, plan, manner, 0))


def listed(value: Any, plan: Plan | None) -> Any:
    """Return a value; a single one where the document has a list is a list of it."""
    if plan is None or not plan.wraps or value is None or value is UNSET or is_many(value):
        return value
    return [value]


def is_many(value: object) -> bool:
    """Tell whether a value is several: a list, a set or the like, and no text."""
    kind = type(value)
    return kind is list or (isinstance(value, _MANY) and not isinstance(value, _ONE))


def properties(value: Any, plan: Plan | None) -> list[tuple[str, Any, Plan | None]]:
    """The properties of an object: wire names, values as they were given, and how these are written."""
    if isinstance(value, BaseModel):
        return _fields(value)
    mapping = cast("Mapping[Any, Any]", value)
    known = None if plan is None else plan.properties(mapping)
    if known is None:
        return [(key, item, None) for key, item in mapping.items() if item is not UNSET]
    pairs: list[tuple[str, Any, Plan | None]] = [
        (*pair, None) for pair in _missing(mapping, known).items()
    ]
    for key, item in mapping.items():
        if item is not UNSET and (item is not None or key not in known.absent):
            name, below = known.places.get(key) or (key, known.further)
            pairs.append((name, item, below))
    return pairs


def by_wire_names(value: Any, plan: Plan | None) -> Any:
    """Return a value in which dictionaries in dictionaries have wire names; all else stays as it is."""
    if plan is None or not is_object(value):
        return value
    members = properties(value, plan)
    return {name: by_wire_names(item, below) for name, item, below in members}


# Most of what is sent is text, whole numbers, dictionaries and lists: their exact types are asked for first.
def _convert(value: Any, plan: Plan | None, manner: _Manner, depth: int) -> Plain:
    # Looking whether anything has to be done costs a third of doing it.
    if plan is None and is_plain(value, depth):
        return cast("Plain", value)
    return _written(value, plan, manner, depth)


def is_plain(value: Any, depth: int = 0) -> bool:
    """Tell whether a value is plain data already."""
    if depth > _MAX_DEPTH:
        return False
    kind: type[object] = value.__class__
    if kind is dict:
        for key in value:
            if type(key) is not str:
                return False
        items = value.values()
    elif kind is list:
        items = value
    else:
        return kind in AS_THEY_ARE or (kind is float and math.isfinite(value))
    for item in items:
        kind = item.__class__
        # A number is no call of this function: there are more of them than of all else that is no text.
        if kind not in AS_THEY_ARE and not (
            math.isfinite(item) if kind is float else is_plain(item, depth + 1)
        ):
            return False
    return True


def _written(value: object, plan: Plan | None, manner: _Manner, depth: int) -> Plain:
    if plan is not None:
        found = plan.found
        if found.wraps:
            value = listed(value, plan)
        if found.moment is not None:
            value = _moment(
                value, found.moment, is_text_sent=manner.write_date not in _EPOCH_WRITERS
            )
    kind = type(value)
    if kind in AS_THEY_ARE:
        return cast("Plain", value)
    if kind is float:
        return _finite(cast("float", value))
    if depth > _MAX_DEPTH:
        message = f"it is nested more than {_MAX_DEPTH} levels deep, or contains itself"
        raise UnsendableValueError(message)
    if kind is dict:
        return _object(cast("dict[Any, Any]", value), plan, manner, depth + 1)
    if kind is list:
        return _list(cast("list[Any]", value), plan, manner, depth + 1)
    if BaseModel in kind.__mro__:  # a tenth of what pydantic's own `isinstance` takes
        return _model(cast("BaseModel", value), manner, depth + 1)
    return _other(value, plan, manner, depth)


def _other(value: object, plan: Plan | None, manner: _Manner, depth: int) -> Plain:
    if isinstance(value, Enum):
        return _convert(value.value, None, manner, depth + 1)
    if plan is not None and isinstance(value, _NO_NUMBERS) and plan.found.is_number:
        return _since_epoch(cast("object", value), plan, manner)
    if isinstance(value, datetime):
        return manner.write_date(value)
    if isinstance(value, str):
        # A subclass may print itself as something else; its characters are what it is.
        return str.__str__(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(bytes(cast("bytes | memoryview[int]", value))).decode("ascii")
    if isinstance(value, Mapping):
        return _object(cast("Mapping[object, object]", value), plan, manner, depth + 1)
    if isinstance(value, AbstractSet):
        return _sorted(_list(cast("AbstractSet[object]", value), plan, manner, depth + 1))
    if isinstance(value, Sequence):
        return _list(cast("Sequence[object]", value), plan, manner, depth + 1)
    if isinstance(value, Decimal):
        return (
            _number(value) if plan is not None and plan.found.is_number else written_decimal(value)
        )
    return _scalar(value)


def _model(model: BaseModel, manner: _Manner, depth: int) -> Plain:
    if type(model).__pydantic_root_model__:
        return _convert(cast("Any", model).root, None, manner, depth)
    written: dict[str, Plain] = {}
    for name, value, plan in _fields(model, keeps_null=manner.keeps_null):
        if plan is None and type(value) in AS_THEY_ARE:
            written[name] = value
            continue
        try:
            written[name] = _convert(value, plan, manner, depth)
        except UnsendableValueError as fault:
            fault.within(_called(name, properties_of(type(model))))
            raise
    return written


def _fields(model: BaseModel, *, keeps_null: bool = False) -> list[tuple[str, Any, Plan | None]]:
    """The fields of a model that are sent: those that were given, and constants, given or not."""
    known = properties_of(type(model))
    given, values = given_of(model), model.__dict__
    # None where null is not allowed is the Python way to say "absent"; null would be refused there.
    fields = [
        (field.wire, value, field.plan)
        for field in known.fields
        if (field.name in given or field.is_constant)
        and (value := values.get(field.name, UNSET)) is not UNSET
        and (value is not None or keeps_null or field.name not in known.absent)
    ]
    extra = model.__pydantic_extra__
    if extra:
        fields += [
            (name, value, known.further) for name, value in extra.items() if value is not UNSET
        ]
    return fields


def _object(
    mapping: Mapping[Any, Any], plan: Plan | None, manner: _Manner, depth: int
) -> dict[str, Plain]:
    known = _UNKNOWN if plan is None else plan.properties(mapping) or _UNKNOWN
    written: dict[str, Plain] = _missing(mapping, known) if known.constants else {}
    places, further = known.places, known.further
    for key, value in mapping.items():
        is_nothing = value is None and key in known.absent and not manner.keeps_null
        if value is not UNSET and not is_nothing:
            name = key if type(key) is str else _key(key, manner, depth)
            name, below = places.get(name) or (name, further)
            is_simple = below is None and type(value) in AS_THEY_ARE
            # Below what no plan describes nothing is looked at twice.
            if is_simple or (below is None and plan is not None and is_plain(value, depth)):
                written[name] = value
            else:
                try:
                    written[name] = _written(value, below, manner, depth)
                except UnsendableValueError as fault:
                    fault.within(_called(name, known))
                    raise
    return written


def _called(wire: str, known: Properties) -> str:
    """Return what Python calls a property: the first of its names, and the wire's where nothing is known."""
    return next((name for name, place in known.places.items() if place.wire == wire), wire)


def _missing(mapping: Mapping[Any, Any], known: Properties) -> dict[str, Any]:
    """The constants of an object that it does not have itself."""
    given = known_of(known, mapping)
    return {wire: value for wire, value in known.constants.items() if wire not in given}


def _key(key: object, manner: _Manner, depth: int) -> str:
    """The name of a property: text, or what has one obvious text."""
    if type(key) is str:
        return key
    written = _convert(key, None, manner, depth)
    if isinstance(written, str):
        return written
    if isinstance(written, int) and not isinstance(written, bool):
        return str(written)
    message = f"a key of the type {_type_name(key)} cannot be sent as the name of a property"
    raise UnsendableValueError(message)


def _list(items: Iterable[Any], plan: Plan | None, manner: _Manner, depth: int) -> list[Plain]:
    below = None if plan is None else plan.items
    return [_written(item, below, manner, depth) for item in items if item is not UNSET]


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


def _number(value: Decimal) -> int | float:
    """Return a decimal as what JSON has for it: a whole one keeps all its digits."""
    nearest = _finite(float(value))
    return int(value) if value == value.to_integral_value() else nearest


def _rfc3339_in_utc(value: datetime) -> str:
    text = text_of(value)
    return text if text is not None else written_date_time(with_zone(value).astimezone(UTC))


def _http_date(value: datetime) -> str:
    """The date-time as HTTP has it, in whole seconds (RFC 9110, 5.6.7)."""
    from email.utils import format_datetime  # noqa: PLC0415 - few parameters have such dates

    return format_datetime(with_zone(value).astimezone(UTC), usegmt=True)


def _epoch_seconds(value: datetime) -> int:
    return (with_zone(value) - _EPOCH) // _SECOND


def _epoch_milliseconds(value: datetime) -> int:
    return (with_zone(value) - _EPOCH) // _MILLISECOND


def _since_epoch(value: object, plan: Plan, manner: _Manner) -> Plain:
    """Return a point in time as a number of units, where it is written so; nothing else has a number.

    Raises:
        UnsendableValueError: where that is not so.
    """
    unit = plan.found.epoch
    if isinstance(value, date) and (unit or manner.write_date in _EPOCH_WRITERS):
        moment = cast("datetime", _moment(value, datetime, is_text_sent=False))
        return (with_zone(moment) - _EPOCH) // unit if unit else manner.write_date(moment)
    message = f"a number is wanted, not a value of the type {_type_name(value)}"
    raise UnsendableValueError(message)


def _moment(value: object, wanted: type[date], *, is_text_sent: bool) -> object:
    """Return a point in time as its type wants it: of a day its first instant in UTC, of an instant its day.

    Text is sent as it is where dates are text; else it is read, unless it is a number already.
    """
    if isinstance(value, datetime):
        return _day(value) if wanted is date else value
    if isinstance(value, str) and wanted is datetime and not is_text_sent and not value.isdecimal():
        value = _read_moment(value)
    if isinstance(value, date) and not isinstance(value, datetime) and wanted is datetime:
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    return value


def _day(value: datetime) -> date:
    """Return the day that begins with a date-time, in its own zone.

    Raises:
        UnsendableValueError: where it is later on that day, and the rest of it would be lost.
    """
    if value.time() != time():
        message = (
            f"{value.isoformat()} has a time of day, where a date is wanted: give value.date()"
        )
        raise UnsendableValueError(message)
    return value.date()


def _read_moment(text: str) -> date:
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            return read(text)
        except ValueError:
            continue
    message = f"{text!r} is neither a date-time nor a date, such as 2026-01-31T12:00:00Z"
    raise UnsendableValueError(message)


def _type_name(value: object) -> str:
    kind = type(value)
    return (
        kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    )


_DATE_WRITERS: Final[Mapping[DateFormat, _WriteDate]] = {
    "rfc3339": written_date_time,
    "http-date": _http_date,
    "epoch-seconds": _epoch_seconds,
    "epoch-milliseconds": _epoch_milliseconds,
}
_EPOCH_WRITERS: Final = frozenset({_epoch_seconds, _epoch_milliseconds})
