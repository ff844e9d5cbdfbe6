"""What pydantic-core writes of a body is what the walk over it writes, or nothing."""

import datetime as dt
import json
from decimal import Decimal
from enum import Enum
from importlib import import_module
from types import ModuleType
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st
from pydantic_core import to_json

PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=True)
    | st.text("aé\ud800", max_size=2)
)
ODD: list[Any] = [
    b"\xff?>",
    (1, 2),
    {"a"},
    Decimal("1E+3"),
    dt.datetime(2024, 5, 17),  # noqa: DTZ001 - it is refused
    dt.datetime(2024, 5, 17, 1, 2, 3, 500000, tzinfo=dt.timezone(dt.timedelta(hours=2))),
    dt.date(2024, 5, 17),
    dt.timedelta(days=400),
    Enum("Colour", {"RED": "red"}).RED,
    object(),
]
NAMES = (
    *("kind_of", "the_name", "thing_kind", "made_at", "price_now", "sub_things", "thing_map", "any_shape"),
    *(
        "some_value",
        "the_rule",
        "either_way",
        "only_one",
        "shape_type",
        "shared_name",
        "side_of",
        "next_shape",
    ),
    *("radius_of", "x_place", "y_place", "from_here", "every_of", "not_this", "side_note", "unknown_one"),
)
SHAPES = ("circle", "square", "star")


def on_the_wire(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def values(names: st.SearchStrategy[str], *, odd: bool) -> st.SearchStrategy[Any]:
    """Plain data, and other things where they are wanted, in objects that have properties of the document."""
    leaves = PLAIN | st.sampled_from(SHAPES) | (st.sampled_from(ODD) if odd else st.nothing())
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
        max_leaves=12,
    )


PYTHON = st.sampled_from(NAMES)
WIRE = PYTHON.map(on_the_wire)
BODIES = st.lists(st.dictionaries(PYTHON, values(PYTHON, odd=False), max_size=5), max_size=2)
GIVEN = (
    BODIES
    | st.lists(st.dictionaries(WIRE, values(WIRE, odd=False), max_size=5), max_size=2)
    | st.lists(st.dictionaries(PYTHON | WIRE, values(PYTHON | WIRE, odd=True), max_size=5), max_size=2)
)


def written(write: Any, *arguments: Any) -> Any:
    """What is written, or the words of what refuses it."""
    try:
        return write(*arguments)
    except ValueError as fault:
        return str(fault)


def modelled(api: ModuleType, value: Any) -> Any:
    """The same with models in place of objects that may be things or shapes, whatever their values are."""
    if value.__class__ is list:
        return [modelled(api, item) for item in value]
    if value.__class__ is not dict:
        return value
    given = {key: modelled(api, item) for key, item in value.items()}
    kinds = {"the_name": api.models.Thing, "side_of": api.models.Square, "radius_of": api.models.Circle}
    kind = next((kind for name, kind in kinds.items() if name in given), None)
    return given if kind is None else kind.model_construct(**given)


@hypothesis.settings(max_examples=400, deadline=None)
@hypothesis.given(body=GIVEN)
def test_it_writes_what_the_walk_writes(api: ModuleType, body: list[Any]) -> None:
    for name in ("PUT", "SEND_SHAPE"):
        takes = taken(api, name)
        alone: dict[str, Any] = {"inside": body} | (body[0] if body else {})
        value = body if name == "PUT" else alone
        for given in (value, modelled(api, value)):
            found = written(runtime(api, "serializers").json_of, given, takes)
            assert found == written(walked, api, given, takes)


ORDER_NAMES = ("order_name", "note_of", "is_open", "some_value", "sent_by", "unknown_one", "noteOf")
ORDERS_IN_ORDERS = ("parent_order", "one_thing", "order_map", "further_one")
KINDS = ("Order", "Order", "Order", "Order", "Special", "Point", "dictionary")


def orders(*, odd: bool) -> st.SearchStrategy[Any]:
    """What orders are made of: their kinds, and what was set of them."""
    leaves = PLAIN | (st.sampled_from(ODD) | st.just("unset") if odd else st.nothing())
    kinds = st.sampled_from(KINDS if odd else KINDS[:1])
    named = st.dictionaries(st.sampled_from(ORDER_NAMES if odd else ORDER_NAMES[:5]), leaves, max_size=4)
    return st.recursive(
        st.tuples(kinds, named),
        lambda inner: st.tuples(
            kinds,
            st.builds(
                lambda *parts: parts[0] | parts[1] | parts[2],
                named,
                st.dictionaries(st.sampled_from(ORDERS_IN_ORDERS if odd else ("parent_order",)), inner),
                st.dictionaries(st.just("line_items"), st.lists(inner, max_size=3)),
            ),
        ),
        max_leaves=6,
    )


def ordered(api: ModuleType, value: Any) -> Any:
    """The orders that are made of such parts, whatever their values are."""
    unset = runtime(api, "unset").UNSET
    if value == "unset":
        return unset
    if value.__class__ is list:
        return [ordered(api, item) for item in value]
    if not (value.__class__ is tuple and len(value) == 2 and value[0] in KINDS):
        return value
    kind, parts = value
    given = {key: ordered(api, item) for key, item in parts.items()}
    if kind == "dictionary":
        return given
    api.models.Order.model_rebuild()  # pydantic has a serializer of its own, of what is complete
    special = type("Special", (api.models.Order,), {"__annotations__": {"unknown_one": Any}})
    return (special if kind == "Special" else getattr(api.models, kind)).model_construct(**given)


@pytest.mark.parametrize("odd", [False, True])
@hypothesis.settings(max_examples=300, deadline=None)
@hypothesis.given(data=st.data())
def test_models_are_written_as_the_walk_writes_them(api: ModuleType, odd: bool, data: st.DataObject) -> None:
    parts = data.draw(st.lists(orders(odd=odd), max_size=3))
    takes = taken(api, "SEND_ORDERS")
    given = {"order_list": ordered(api, parts), "first_order": ordered(api, parts[:1] or [None])[0]}
    found = written(runtime(api, "serializers").json_of, given, takes)
    assert found == written(walked, api, given, takes)


def walked(api: ModuleType, value: Any, takes: Any) -> bytes:
    plan = runtime(api, "plans").plan_of(takes)
    return to_json(runtime(api, "values").plain(value, plan))


def runtime(api: ModuleType, name: str) -> Any:
    return import_module(f"{api.__name__}._runtime.{name}")


def taken(api: ModuleType, name: str) -> Any:
    return getattr(import_module(f"{api.__name__}._operations.things"), name).body[0].takes


THING: dict[str, Any] = {
    "kind_of": "thing",
    "the_name": "a",
    "made_at": dt.datetime(2024, 5, 17, tzinfo=dt.UTC),
    "sub_things": [{"kind_of": "thing", "the_name": "b", "sub_things": []}],
    "thing_map": {"the_name": {"the_name": "c"}},
    "some_value": {"the_name": [1, 2.5, None, dt.date(2024, 5, 17)]},
    "unknown": {"the_name": True},
}
WIRE_THING: dict[str, Any] = {
    "kindOf": "thing",
    "theName": "a",
    "madeAt": "2024-05-17T00:00:00Z",
    "subThings": [{"kindOf": "thing", "theName": "b", "subThings": []}],
    "thingMap": {"the_name": {"kindOf": "thing", "theName": "c"}},
    "someValue": {"the_name": [1, 2.5, None, "2024-05-17"]},
    "unknown": {"the_name": True},
}


def refused_walk(_: object) -> Any:
    pytest.fail("the whole body was walked over")


@pytest.mark.parametrize("thing", [THING, WIRE_THING], ids=["Python names", "wire names"])
def test_dictionaries_are_written_without_a_walk(
    thing: Any, api: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    serializers = runtime(api, "serializers")
    monkeypatch.setattr(serializers, "plan_of", refused_walk)
    assert json.loads(serializers.json_of([thing], taken(api, "PUT"))) == [WIRE_THING]


@pytest.mark.parametrize("further", [{}, {"further_one": {"orderName": "f"}}])
def test_models_are_written_without_dictionaries_of_them(
    further: dict[str, Any], api: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    serializers = runtime(api, "serializers")
    takes = taken(api, "SEND_ORDERS")
    monkeypatch.setattr(serializers, "_MODELS", ("models",))
    monkeypatch.setattr(serializers, "_DICTIONARIES", ())
    monkeypatch.setattr(serializers, "plan_of", refused_walk)
    orders = api.models.Order
    # What is only read is left out.
    inner = orders(order_name="b", note_of=None, is_open=None, sent_by=[api.models.Point(x_place=1)])
    order = orders(order_name="a", line_items=[inner], one_thing=api.models.Thing(the_name="c"), **further)
    assert json.loads(serializers.json_of({"order_list": [order]}, takes)) == {
        "orderList": [
            {
                "orderName": "a",
                "lineItems": [{"orderName": "b", "noteOf": None}],
                "oneThing": {"kindOf": "thing", "theName": "c"},
                **further,
            }
        ]
    }


WIRE_ORDERS = {"orderList": [{"orderName": "a", "sentBy": [{"xPlace": 1}]}]}


@pytest.mark.parametrize(
    "body", [{"order_list": [{"order_name": "a", "sent_by": [{"x_place": 1}]}]}, WIRE_ORDERS]
)
def test_dictionaries_with_what_is_only_read_are_written_without_a_walk(
    body: dict[str, Any], api: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    serializers = runtime(api, "serializers")
    takes = taken(api, "SEND_ORDERS")
    monkeypatch.setattr(serializers, "plan_of", refused_walk)
    assert json.loads(serializers.json_of(body, takes)) == WIRE_ORDERS


@pytest.mark.parametrize("name", ["note_of", "noteOf"])
def test_further_properties_do_not_double_others(name: str, api: ModuleType) -> None:
    takes = taken(api, "SEND_ORDERS")
    order = api.models.Order(order_name="a", note_of="b")
    order.__pydantic_extra__[name] = api.models.Order(order_name="c")
    found = runtime(api, "serializers").json_of({"order_list": [order]}, takes)
    assert found == walked(api, {"order_list": [order]}, takes)


@pytest.mark.parametrize(
    "odd",
    [
        {"the_name": "a", "theName": "b"},
        {"sub_things": {"the_name": "b"}},
        {1: 2},
        {"someValue": {"a": b"a"}},
    ],
)
def test_all_else_is_walked_over(odd: Any, api: ModuleType) -> None:
    takes = taken(api, "PUT")
    assert runtime(api, "serializers").json_of([odd], takes) == walked(api, [odd], takes)
