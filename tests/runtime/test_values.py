import json
from collections import OrderedDict, UserDict, deque, namedtuple
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from fractions import Fraction
from ipaddress import IPv4Address
from pathlib import PurePosixPath
from types import MappingProxyType
from uuid import UUID

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, RootModel, SecretStr
from trigger_dev._runtime.unset import UNSET
from trigger_dev._runtime.values import UnsendableValueError, plain

NOON = datetime(2024, 5, 17, 12, 0, tzinfo=UTC)
NOON_IN_PARIS = datetime(2024, 5, 17, 14, 0, tzinfo=timezone(timedelta(hours=2)))

Point = namedtuple("Point", "x y")  # noqa: PYI024 - what users pass need not be typed


class Colour(Enum):
    RED = "red"


class Status(StrEnum):
    QUEUED = "QUEUED"


class Shouting(str, Enum):  # noqa: UP042 - prints itself as `Shouting.LOUD`
    LOUD = "loud"


class Level(IntEnum):
    HIGH = 3


class Label(str):
    __slots__ = ()

    def __str__(self) -> str:
        return "not what it is"


class Count(int):
    pass


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, True),
        (0, 0),
        (1.5, 1.5),
        ("blue", "blue"),
        (Label("blue"), "blue"),
        (Count(3), 3),
        (Colour.RED, "red"),
        (Status.QUEUED, "QUEUED"),
        (Shouting.LOUD, "loud"),
        (Level.HIGH, 3),
        (date(2024, 5, 17), "2024-05-17"),
        (time(12, 30), "12:30:00"),
        (time(12, 30, tzinfo=UTC), "12:30:00Z"),
        (UUID("8a3f5b0e-58c5-4f0a-9d55-1f6b3d0f4f11"), "8a3f5b0e-58c5-4f0a-9d55-1f6b3d0f4f11"),
        (IPv4Address("127.0.0.1"), "127.0.0.1"),
        (b"\xfb\xff", "+/8="),
        (bytearray(b"a"), "YQ=="),
        (memoryview(b"abcd")[::2], "YWM="),
        (["a", ["b"]], ["a", ["b"]]),
        (("a", 1), ["a", 1]),
        (Point(1, 2), [1, 2]),
        (deque([1]), [1]),
        (range(3), [0, 1, 2]),
        ({"b": 1, "a": None}, {"b": 1, "a": None}),
        (OrderedDict(b=1), {"b": 1}),
        (UserDict(b=1), {"b": 1}),
        (MappingProxyType({"b": Colour.RED}), {"b": "red"}),
        ({Colour.RED: 1, 2: 2, date(2024, 5, 17): 3}, {"red": 1, "2": 2, "2024-05-17": 3}),
    ],
)
def test_a_value_becomes_plain_data(value, expected):
    written = plain(value)
    assert written == expected
    assert type(written) is type(expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"b", "c", "a"}, ["a", "b", "c"]),
        (frozenset({10, 9}), [9, 10]),
        ({Colour.RED: 0}.keys(), ["red"]),
        ({1, "a"}, ["a", 1]),
    ],
)
def test_a_set_has_one_order(value, expected):
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (NOON, "2024-05-17T12:00:00Z"),
        (NOON.replace(microsecond=120), "2024-05-17T12:00:00.000120Z"),
        (NOON_IN_PARIS, "2024-05-17T14:00:00+02:00"),
        (datetime(1890, 1, 1, tzinfo=timezone(timedelta(minutes=9, seconds=21))), "1889-12-31T23:50:39Z"),
    ],
)
def test_a_date_time_is_rfc_3339(value, expected):
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("dates", "utc", "expected"),
    [
        ("rfc3339", True, "2024-05-17T12:00:00.250Z"),
        ("http-date", False, "Fri, 17 May 2024 12:00:00 GMT"),
        ("epoch-seconds", False, 1715947200),
        ("epoch-milliseconds", True, 1715947200250),
    ],
)
def test_a_date_time_is_written_as_asked_for(dates, utc, expected):
    value = NOON_IN_PARIS.replace(microsecond=250_000)
    assert plain({"at": [value]}, dates=dates, utc=utc) == {"at": [expected]}


@pytest.mark.parametrize("dates", ["rfc3339", "http-date", "epoch-seconds", "epoch-milliseconds"])
@pytest.mark.parametrize("utc", [False, True])
def test_a_date_time_without_a_zone_is_refused(dates, utc):
    with pytest.raises(UnsendableValueError, match=r"2024-05-17T12:00:00 has no time zone"):
        plain([NOON.replace(tzinfo=None)], dates=dates, utc=utc)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (timedelta(), "PT0S"),
        (timedelta(days=400), "P400D"),
        (timedelta(hours=2, seconds=10), "PT7210S"),
        (timedelta(days=1, seconds=0.5), "P1DT0.5S"),
        (timedelta(seconds=-1.25), "-PT1.25S"),
        (timedelta(microseconds=10), "PT0.00001S"),
    ],
)
def test_a_duration_is_days_and_seconds(value, expected):
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Decimal("1.10"), "1.10"),
        (Decimal(100), "100"),
        (Decimal("0.1234567890123456789"), "0.1234567890123456789"),
        (Decimal("1E+4"), "10000"),
        (Decimal("0.00000001"), "0.00000001"),
    ],
)
def test_a_decimal_is_its_digits(value, expected):
    assert plain(value) == expected


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), float("-inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")],
)
def test_what_is_no_number_is_refused(value):
    with pytest.raises(UnsendableValueError, match="cannot be sent"):
        plain({"a": value})


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (PurePosixPath("a"), "pathlib.PurePosixPath"),
        (object(), "object"),
        (1j, "complex"),
        (Fraction(1, 2), "fractions.Fraction"),
        (iter([1]), "list_iterator"),
        (SecretStr("s"), "pydantic.types.SecretStr"),
        (UNSET, "trigger_dev._runtime.unset.Unset"),
    ],
)
def test_other_types_are_refused_by_name(value, name):
    with pytest.raises(UnsendableValueError, match=f"a value of the type {name} cannot be sent"):
        plain([value] if value is not UNSET else value)


@pytest.mark.parametrize("key", [None, True, 1.5, (1, 2)])
def test_other_keys_are_refused(key):
    with pytest.raises(UnsendableValueError, match="cannot be sent as the name of a property"):
        plain({key: 1})


def test_unset_is_left_out():
    assert plain({"a": UNSET, "b": [UNSET, 1, {"c": UNSET}]}) == {"b": [1, {}]}


def endless_list():
    value = []
    value.append(value)
    return value


def endless_object():
    value = {}
    value["again"] = [value, value]
    return value


def endless_model():
    value = Filter()
    value.children = [value]
    return value


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize("make", [endless_list, endless_object, endless_model, lambda: nested(100_000)])
def test_a_value_without_end_is_refused(make):
    with pytest.raises(UnsendableValueError, match="or contains itself"):
        plain(make())


def test_real_depth_is_fine():
    assert plain(nested(100)) == nested(100)


class Filter(BaseModel):
    model_config = ConfigDict(extra="allow", populate_by_name=True)
    __nullable__ = frozenset({"parent"})

    created_at: datetime | None = Field(
        default=None, serialization_alias="createdAt", validation_alias="created"
    )
    status: list[Status] | None = Field(default=None, alias="filter[status]")
    size: int = 20
    parent: "str | None" = None
    children: "list[Filter]" = []


class Ids(RootModel[list[UUID]]):
    pass


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Filter(), {}),
        (Filter(created=NOON), {"createdAt": "2024-05-17T12:00:00Z"}),
        (Filter(status=["QUEUED"], size=20), {"filter[status]": ["QUEUED"], "size": 20}),
        (Filter(children=[Filter(size=1), Filter()]), {"children": [{"size": 1}, {}]}),
        (Filter(status=None), {}),
        (Filter(parent=None), {"parent": None}),
        (Filter(more=NOON, other=None), {"more": "2024-05-17T12:00:00Z", "other": None}),
        (Filter.model_construct(size=UNSET, more=UNSET), {}),
        (Ids([UUID(int=1)]), ["00000000-0000-0000-0000-000000000001"]),
        ({"filter": Filter(size=1)}, {"filter": {"size": 1}}),
    ],
)
def test_a_model_is_what_was_set_by_wire_names(value, expected):
    assert plain(value) == expected


def test_the_order_of_a_model_is_that_of_its_fields():
    assert list(plain(Filter(parent="p", size=1, created=NOON))) == ["createdAt", "size", "parent"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
@settings(deadline=None)
def test_plain_data_stays_what_it_is(value):
    assert plain(value) == value


LEAVES = (
    st.dates()
    | st.timedeltas()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.binary()
    | st.uuids()
    | st.sets(st.text())
)


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@settings(deadline=None)
def test_the_result_is_json(value):
    written = plain(value)
    assert json.loads(json.dumps(written, allow_nan=False)) == written


@given(st.datetimes(timezones=st.timezones()), st.booleans())
@settings(deadline=None)
def test_a_date_time_names_the_same_instant(value, utc):
    assume(2 < value.year < 9998)
    written = plain(value, utc=utc)
    assert datetime.fromisoformat(written) == value.astimezone(UTC)
    assert written.endswith("Z") or not utc


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_a_decimal_keeps_its_value(value):
    written = plain(value)
    assert Decimal(written if isinstance(written, str) else repr(written)) == value
