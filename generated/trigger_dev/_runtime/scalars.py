# Copied from templates/_runtime/scalars.py. DO NOT EDIT: it is made anew.
"""Values that Python has a type for, and that go back as they came where that type cannot hold all of it.

A `datetime` has no nanoseconds, a `timedelta` no months, a `Decimal` no exponent of its own. What would be
lost is kept in the value's `text`, which is what is sent; so are date-times without a zone, which only the
server that gave them can know the meaning of.
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Final, TypeAlias
from uuid import UUID

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema, to_json

from .numbers import KeepingDigits
from .records import record

_SHOWN_STEPS: Final = 8
_MINUTE: Final = dt.timedelta(minutes=1)
# What pydantic also takes for a point in time, seconds as text, is none (RFC 3339, 5.6).
_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_HOUR: Final = "(?:[01][0-9]|2[0-3]):[0-9]{2}"
_OFFSET: Final = "(?:Z|[+-][0-9]{2}:[0-9]{2})"
# What Python's own types hold all of.
_DATE: Final = f"^{_DAY}$"
_TIME: Final = rf"^{_HOUR}:[0-9]{{2}}(?:\.[0-9]{{1,6}})?{_OFFSET}?$"
_INSTANT: Final = rf"^{_DAY}T{_HOUR}:[0-9]{{2}}(?:\.[0-9]{{1,6}})?{_OFFSET}$"
_UUID: Final = "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
# ISO 8601: years and months have no fixed length; in front of the `T`, an M is a month.
_CALENDAR: Final = r"(?i)[+-]?P[^T]*[YM]"


class UnsendableValueError(ValueError):
    """A value that has no form on the wire, or none in the place where it was given.

    Attributes:
        place: the steps that lead to it in what was given.
    """

    place: tuple[str, ...] = ()

    def within(self, step: object) -> None:
        """Take in that the value is in another, behind a step."""
        self.place = (str(step), *self.place)

    def __str__(self) -> str:
        shown = self.place[:_SHOWN_STEPS]
        steps = ".".join(shown) + ("..." if len(self.place) > len(shown) else "")
        return f"{steps}: {super().__str__()}" if steps else super().__str__()


class ExactDateTime(dt.datetime):
    """A date-time as a server wrote it: without a zone, or with more digits than a `datetime` has."""

    text: str | None = None

    def __reduce_ex__(self, protocol: Any) -> Any:
        return (
            (_date_time, (self.text,)) if self.text is not None else super().__reduce_ex__(protocol)
        )


class ExactTime(dt.time):
    """A time as a server wrote it, with more digits than a `time` has."""

    text: str | None = None

    def __reduce_ex__(self, protocol: Any) -> Any:
        return (_time, (self.text,)) if self.text is not None else super().__reduce_ex__(protocol)


class ExactDuration(dt.timedelta):
    """A duration as a server wrote it, such as `PT36H`."""

    text: str | None = None

    def __reduce__(self) -> Any:
        return (_duration, (self.text,)) if self.text is not None else super().__reduce__()


class ExactDecimal(Decimal):
    """A decimal as a server wrote it, such as `1e3`."""

    text: str | None = None

    def __reduce__(self) -> Any:
        return (_decimal, (self.text,)) if self.text is not None else super().__reduce__()


Exact: TypeAlias = ExactDateTime | ExactTime | ExactDuration | ExactDecimal


def written_date_time(value: dt.datetime) -> str:
    """Return a date-time as RFC 3339 has it, `Z` standing for UTC; as it came where it came otherwise.

    Raises:
        UnsendableValueError: where it has no zone, and so names no instant.
    """
    text = text_of(value)
    if text is not None:
        return text
    offset = with_zone(value).utcoffset()
    # RFC 3339, 5.6: an offset has hours and minutes only. Local mean times of long ago have seconds, too.
    if not offset or offset % _MINUTE:
        return _iso(value.astimezone(dt.UTC)).removesuffix("+00:00") + "Z"
    return _iso(value)


def _iso(value: dt.datetime) -> str:
    """Return a date-time with milliseconds, the usual form, where these are enough for its fraction."""
    has_milliseconds = value.microsecond and not value.microsecond % 1000
    return value.isoformat(timespec="milliseconds" if has_milliseconds else "auto")


def with_zone(value: dt.datetime) -> dt.datetime:
    """Return a date-time that has a zone.

    Raises:
        UnsendableValueError: where it has none, and so names no instant.
    """
    if value.utcoffset() is None:
        message = (
            f"the date-time {value.isoformat()} has no time zone, so it names no instant: "
            "give it one, as in value.replace(tzinfo=datetime.UTC)"
        )
        raise UnsendableValueError(message)
    return value


def written_time(value: dt.time) -> str:
    """Return a time as ISO 8601 has it, `Z` standing for UTC."""
    text = text_of(value)
    if text is not None:
        return text
    text = value.isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def written_decimal(value: Decimal) -> str:
    """Return a decimal as text, without an exponent: not all servers read one.

    Raises:
        UnsendableValueError: where it is not finite.
    """
    if not value.is_finite():
        message = f"Decimal('{value}') cannot be sent: no decimal text stands for it"
        raise UnsendableValueError(message)
    return text_of(value) or format(value, "f")


def written_duration(value: dt.timedelta | str) -> str:
    """Return an ISO 8601 duration in days and seconds.

    RFC 3339, appendix A, has no hours with seconds but without minutes, and months and years have no fixed
    length: days and seconds are always allowed and always exact.
    """
    if isinstance(value, str):
        return value
    text = text_of(value)
    if text is not None:
        return text
    sign = "-" if value < dt.timedelta() else ""
    length = abs(value)
    days = f"{length.days}D" if length.days else ""
    rest = f"{length.seconds}.{length.microseconds:06}".rstrip("0").rstrip(".")
    if rest == "0" and days:
        return f"{sign}P{days}"
    return f"{sign}P{days}T{rest}S"


def text_of(value: object) -> str | None:
    """Return the text that a value came as, where it is sent as it came."""
    return value.text if isinstance(value, Exact) else None


# --- from text ---


def _date_time(text: str) -> dt.datetime:
    if not re.match(_DAY, text):
        raise ValueError("it does not begin with a date")
    value: dt.datetime = _plainly_read(dt.datetime, text)
    date, time = value.date(), value.timetz()
    exact = ExactDateTime.combine(date, time)
    exact.text = text
    return exact


def _time(text: str) -> dt.time:
    if not re.match(_HOUR, text):
        raise ValueError("it does not begin with hours and minutes")
    value: dt.time = _plainly_read(dt.time, text)
    exact = ExactTime(value.hour, value.minute, value.second, value.microsecond, value.tzinfo)
    exact.text = text
    return exact


def _duration(text: str) -> dt.timedelta | str:
    if re.match(_CALENDAR, text):
        return text
    value: dt.timedelta = _plainly_read(dt.timedelta, text)
    if written_duration(value) == text:
        return value
    exact = ExactDuration(value.days, value.seconds, value.microseconds)
    exact.text = text
    return exact


def _decimal(text: str) -> Decimal:
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ValueError("it is no decimal") from None
    if not value.is_finite():
        raise ValueError("it is no finite decimal")
    if written_decimal(value) == text:
        return value
    exact = ExactDecimal(value)
    exact.text = text
    return exact


def _plainly_read(type_: Any, text: str) -> Any:
    """Return text as a type, as JSON is read elsewhere: no date is taken for a date-time."""
    return _reader(type_).validate_json(to_json(text), strict=True)


@cache
def _reader(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)


# --- for models ---


@record
class Epoch:
    """Says of an integer that it is a point in time: what has passed since 1970 began in UTC, in a unit."""

    unit: dt.timedelta


@record
class _Form:
    """Has pydantic read a type from JSON so that its form is kept, and write it to JSON as it is sent."""

    json: CoreSchema
    python: CoreSchema
    kind: type
    write: Callable[[Any], str]
    format: str

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.json_or_python_schema(
            json_schema=self.json,
            python_schema=self.python,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self._written, when_used="json"
            ),
        )

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": self.format}

    def _written(self, value: object) -> object:
        # What a server sent instead was kept as it is, and so it is written; where nothing was, it is None.
        return self.write(value) if isinstance(value, self.kind) else value


def _written_date(value: dt.date) -> str:
    # A date-time is a date to Python; in a union of both it is written as what it is.
    return written_date_time(value) if isinstance(value, dt.datetime) else value.isoformat()


def _else_exactly(usual: CoreSchema, read: Callable[[str], Any], name: str) -> CoreSchema:
    """Return the schema of what is nearly always read in one go, and by a function where that refuses."""
    return core_schema.union_schema(
        [usual, _exactly(read)],
        mode="left_to_right",
        custom_error_type="form",
        custom_error_message=f"Input should be a {name}",
    )


def _exactly(read: Callable[[str], Any], pattern: str | None = None) -> CoreSchema:
    return core_schema.no_info_after_validator_function(
        read, core_schema.str_schema(pattern=pattern)
    )


Date: TypeAlias = Annotated[
    dt.date,
    _Form(
        json=core_schema.custom_error_schema(
            _exactly(dt.date.fromisoformat, _DATE),
            custom_error_type="form",
            custom_error_message="Input should be a date",
        ),
        python=core_schema.date_schema(),
        kind=dt.date,
        write=_written_date,
        format="date",
    ),
]
"""A date."""

DateTime: TypeAlias = Annotated[
    dt.datetime,
    _Form(
        json=_else_exactly(
            _exactly(dt.datetime.fromisoformat, _INSTANT),
            _date_time,
            "date-time",
        ),
        python=core_schema.datetime_schema(),
        kind=dt.datetime,
        write=written_date_time,
        format="date-time",
    ),
]
"""A date-time; one without a zone, or with nanoseconds, keeps its text."""

Time: TypeAlias = Annotated[
    dt.time,
    _Form(
        json=_else_exactly(_exactly(dt.time.fromisoformat, _TIME), _time, "time"),
        python=core_schema.time_schema(),
        kind=dt.time,
        write=written_time,
        format="time",
    ),
]
"""A time; one with nanoseconds keeps its text."""

Duration: TypeAlias = Annotated[
    dt.timedelta | str,
    _Form(
        json=_exactly(_duration),
        python=core_schema.union_schema(
            [core_schema.timedelta_schema(strict=True), core_schema.str_schema()]
        ),
        kind=dt.timedelta,
        write=written_duration,
        format="duration",
    ),
]
"""A duration; text where it has months or years, which have no fixed length."""

CanonicalUUID: TypeAlias = Annotated[
    UUID,
    _Form(
        json=_exactly(UUID, _UUID),
        python=core_schema.uuid_schema(),
        kind=UUID,
        write=str,
        format="uuid",
    ),
]
"""A UUID as it is usually written (RFC 9562, 4), which text without hyphens or in capitals is not."""

DecimalText: TypeAlias = Annotated[
    Decimal,
    _Form(
        json=_exactly(_decimal),
        python=core_schema.union_schema(
            [core_schema.is_instance_schema(ExactDecimal), core_schema.decimal_schema()]
        ),
        kind=Decimal,
        write=written_decimal,
        format="decimal",
    ),
]
"""A decimal that travels as text."""

EpochSeconds: TypeAlias = Annotated[int, Epoch(dt.timedelta(seconds=1))]
"""Seconds since 1970 began in UTC."""

EpochMilliseconds: TypeAlias = Annotated[int, Epoch(dt.timedelta(milliseconds=1))]
"""Milliseconds since 1970 began in UTC."""

Number: TypeAlias = Annotated[float, KeepingDigits()]
"""A number with all its digits, where no model sees to them."""
