"""What is wrong in a few ways is read in one go, with what comes of looking at each part by itself."""

import copy
import json
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import Discriminator, GetCoreSchemaHandler, PrivateAttr, Tag, field_validator, model_validator
from pydantic_core import CoreSchema
from pydantic_core.core_schema import (
    json_or_python_schema,
    no_info_after_validator_function,
    no_info_plain_validator_function,
)
from trigger_dev._runtime import loosening, tolerance
from trigger_dev._runtime.decoding import MisfitError, decode_json
from trigger_dev._runtime.loosening import StubbornError, read_loosely
from trigger_dev._runtime.model import CamelModel, UnknownVariant
from trigger_dev._runtime.tolerance import Salvaged, salvage
from trigger_dev._runtime.unions import UNKNOWN, NamedBy, tagged_by
from trigger_dev._runtime.validators import faults_of, reader

SHAPES = {"circle": "Circle", "square": "Square"}


class State(StrEnum):
    ON = "on"
    OFF = "off"


class Circle(CamelModel):
    shape_kind: Literal["circle"]
    size: int
    inner: "Shape | None" = None


class Square(CamelModel):
    shape_kind: Literal["square"]
    size: int
    colours: list[str]


Shape = Annotated[
    Annotated[Circle, Tag("Circle")]
    | Annotated[Square, Tag("Square")]
    | Annotated[UnknownVariant, Tag(UNKNOWN)],
    tagged_by("shapeKind", "shape_kind", SHAPES),
]


class Person(CamelModel):
    full_name: str
    age: int | None = None


class Firm(CamelModel):
    reg_number: int
    staff: list[Person]


Owner = Annotated[
    Annotated[Person, Tag("Person")] | Annotated[Firm, Tag("Firm")],
    Discriminator(NamedBy({"Person": ({"fullName"}, {"age"}), "Firm": ({"regNumber", "staff"}, set())})),
]


class Stamp(CamelModel):
    """Has validators of its own, as somebody's own part of a model may."""

    mark: str
    count: int
    _seen: list[str] = PrivateAttr(default_factory=list[str])

    @field_validator("mark")
    @classmethod
    def _upper(cls, mark: str) -> str:
        return mark.upper()

    @model_validator(mode="after")
    def _see(self) -> "Stamp":
        self._seen.append(self.mark)
        return self


class Row(CamelModel):
    id: int
    stamp: Stamp
    day: date
    seen: datetime | None = None
    state: State
    score: float
    either: int | str
    alone: Person | list[str]
    owner: Owner
    shape: Shape
    labels: dict[str, int]
    lines: list[Person]
    level: int = 5


class Rows(CamelModel):
    rows: list[Row]
    by_id: dict[str, Row]
    next: str | None = None


def circle(size: Any = 1, **more: Any) -> Any:
    return {"shapeKind": "circle", "size": size, **more}


def row(number: int) -> Any:
    square = {"shapeKind": "square", "size": 2, "colours": ["red"]}
    person = {"fullName": "A B", "age": number}
    return {
        "id": number,
        "day": "2024-01-02",
        "seen": "2024-01-02T03:04:05Z",
        "state": "on",
        "score": 1.5,
        "either": "text" if number % 2 else 1,
        "alone": person if number % 2 else ["a"],
        "owner": person if number % 2 else {"regNumber": 1, "staff": [person]},
        "shape": circle(inner=square) if number % 2 else square,
        "labels": {"a": 1, "b": 2},
        **({"level": 4} if number else {}),
        "lines": [person, {"fullName": "C"}],
        "stamp": {"mark": "m", "count": 1},
        "further": [number],
    }


def rows() -> Any:
    return {
        "rows": [row(number) for number in range(4)],
        "byId": {f"r{number}": row(number) for number in range(2)},
    }


def places(data: Any, *place: int | str) -> Iterator[tuple[int | str, ...]]:
    """Yield the place of each part of data."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, item in parts:
        yield (*place, key)
        yield from places(item, *place, key)


PLACES = [*places(rows())]
ODD: tuple[Any, ...] = (
    None,
    True,
    7,
    -1.5,
    3.0,
    "odd",
    "2024-01-02",
    "off",
    [],
    ["a", 1],
    {},
    {"fullName": 1},
)
ODD += (circle("wide"), circle(2.0), {"shapeKind": "star", "size": "x"}, {"regNumber": "x", "staff": [{}]})
GONE = object()


def spoilt(changes: list[tuple[tuple[int | str, ...], Any]]) -> bytes:
    """Return rows of which some parts are others, or gone."""
    data = rows()
    for place, value in changes:
        holder: Any = data
        try:
            for step in place[:-1]:
                holder = holder[step]
            if value is GONE:
                del holder[place[-1]]
            else:
                holder[place[-1]] = copy.deepcopy(value)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change has removed what it is in
    return json.dumps(data).encode()


def told(content: bytes) -> Salvaged | None:
    """Return what is made of rows that do not fit; None where they do."""
    try:
        reader(Rows)(content)
    except ValueError as fault:
        return salvage(Rows, content, faults_of(fault, with_input=True))
    return None


def one_by_one(content: bytes, monkeypatch: pytest.MonkeyPatch) -> Salvaged | None:
    """Return the same, each part looked at by itself."""

    def refuse(*_: object) -> Any:
        raise StubbornError

    with monkeypatch.context() as patch:
        patch.setattr(tolerance, "read_loosely", refuse)
        return told(content)


def summary(salvaged: Salvaged | None) -> Any:
    """Return what there is to see of what was made, but the order of fields."""
    if salvaged is None:
        return None
    found = sorted(repr((item["loc"], item["type"])) for item in salvaged.faults)
    return dumped(salvaged.value), salvaged.fits, found


def dumped(value: Any) -> Any:
    """Return a value as plain data that tells classes, and which fields were given."""
    if isinstance(value, dict):
        return {key: dumped(item) for key, item in value.items()}
    if isinstance(value, list):
        return [dumped(item) for item in value]
    if isinstance(value, CamelModel | UnknownVariant):
        return (
            type(value).__name__,
            sorted(value.model_fields_set),
            dumped({**vars(value), **(value.model_extra or {})}),
        )
    return repr(value)


CHANGES = st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from((*ODD, GONE))), max_size=4)


COLUMNS = st.sampled_from([*places(row(0)), *places(row(1))])
VALUES = st.lists(st.tuples(st.integers(0, 3), st.sampled_from((*ODD, GONE))), min_size=1, max_size=4)


@st.composite
def columns(draw: st.DrawFn) -> list[Any]:
    """Return changes of a few columns, each in some rows."""
    chosen = draw(st.lists(st.tuples(COLUMNS, VALUES), min_size=1, max_size=3))
    return [(("rows", number, *place), value) for place, values in chosen for number, value in values]


# One item is no object, and of another a number is no text: what takes the one must not take the other.
@example(changes=[(("byId", "r0", "lines", 0), None), (("byId", "r0", "lines", 1, "fullName"), 3.0)])
# Nor where the number is one of a field that takes whole ones, and not this.
@example(changes=[(("rows", 0, "lines"), None), (("rows", 1, "lines", 0, "age"), 3.0)])
@example(changes=[(("rows", 0), None), (("rows", 1, "state"), 3.0), (("rows", 2, "shape", "shapeKind"), 3.0)])
@given(changes=CHANGES | columns())
@settings(max_examples=300, deadline=None)
def test_same_as_one_by_one(changes: list[Any]) -> None:
    content = spoilt(changes)
    with pytest.MonkeyPatch.context() as monkeypatch:
        assert summary(told(content)) == summary(one_by_one(content, monkeypatch))


ONCE = {
    "number": (("id",), "x"),
    "null": (("day",), None),
    "missing": (("score",), GONE),
    "optional": (("seen",), 12),
    "enum": (("state",), "odd"),
    "list for an object": (("owner",), []),
    "text for a list": (("lines",), "none"),
    "in a list": (("lines", 1, "fullName"), 3),
    "in a map": (("labels", "a"), "x"),
    "in a variant": (("shape", "size"), "wide"),
    "scalar of two types": (("either",), []),
    "integer as 3.0": (("labels", "b"), 3.0),
    "unknown variant": (("shape", "shapeKind"), "star"),
}
# What pydantic refuses and the document allows.
FITTING = (("labels", "b"), ("shape", "shapeKind"))


@pytest.mark.parametrize(("place", "value"), ONCE.values(), ids=ONCE)
def test_all_rows_wrong_in_one_way(place: tuple[int | str, ...], value: Any) -> None:
    """They are read in one go, all of them."""
    content = spoilt([(("rows", number, *place), value) for number in range(4)])
    with pytest.raises(ValueError, match="validation error") as refused:
        reader(Rows)(content)
    faults = faults_of(refused.value, with_input=True)  # type: ignore[arg-type]
    read, left = read_loosely(Rows, content, faults)
    assert isinstance(read, Rows)
    assert all(isinstance(item, Row) for item in [*read.rows, *read.by_id.values()])
    assert bool(left) == (place not in FITTING)


def test_rows_that_are_right_have_their_types() -> None:
    content = spoilt([(("rows", 0, "day"), "soon"), (("rows", 1, "lines", 0, "fullName"), None)])
    with pytest.raises(MisfitError) as refused:
        decode_json(Rows, content)
    kept = refused.value.kept()
    assert [item.day for item in kept.rows] == ["soon", *[date(2024, 1, 2)] * 3]
    assert [item.lines[0].full_name for item in kept.rows] == ["A B", None, "A B", "A B"]


class Wrapped(CamelModel):
    """Says itself how it is read, in a way that is no decorator of pydantic's."""

    mark: str
    count: int

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
        return no_info_after_validator_function(
            cls._marked, super().__get_pydantic_core_schema__(source, handler)
        )

    def _marked(self) -> "Wrapped":
        self.mark += "!"
        return self


class Checked(CamelModel):
    """Has a validator of the whole, and none of its fields."""

    mark: str
    count: int

    @model_validator(mode="after")
    def _mark(self) -> "Checked":
        self.mark += "!"
        return self


class Opaque(CamelModel):
    """Is read by somebody's own function alone."""

    count: int

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
        own = super().__get_pydantic_core_schema__(source, handler)
        return json_or_python_schema(own, no_info_plain_validator_function(cls.model_construct))


@pytest.mark.parametrize("kind", [Wrapped, Checked, Opaque])
def test_models_that_say_themselves_how_they_are_read_are_looked_at_one_by_one(
    kind: type[CamelModel],
) -> None:
    """What their code makes of rows that are right is not lost, and nothing fails that did not."""
    rows = [{"mark": "a", "count": 1}, {"mark": "b", "count": "x"}]
    with pytest.raises(MisfitError) as refused:
        decode_json(list[kind], json.dumps(rows))  # type: ignore[valid-type]
    right, wrong = refused.value.kept()
    assert (type(right), type(wrong), wrong.count) == (kind, kind, "x")
    assert right.mark == ("a" if kind is Opaque else "a!")


def test_keys_of_maps_make_no_types() -> None:
    """What a server calls things is no way in which they are wrong: one type allows it, whatever the keys."""
    loosening._built.cache_clear()
    for number in range(5):
        content = json.dumps({"rows": [], "byId": {f"r{number}": {**row(1), "id": "x"}}})
        with pytest.raises(MisfitError) as refused:
            decode_json(Rows, content)
        assert refused.value.kept().by_id[f"r{number}"].id == "x"
    assert loosening._built.cache_info().misses == 1


def test_what_is_kept_is_bounded() -> None:
    for cached in (loosening._built, loosening._reader):
        assert cached.cache_info().maxsize is not None
