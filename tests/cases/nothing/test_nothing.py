"""None is nothing where a document does not allow null, and null where it does."""

from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.http_server import Reply

DONE = Reply(status=204)
EVERYTHING = [
    "a_text",
    "a_null",
    "any_thing",
    "a_ref",
    "one_of_many",
    "a_map",
    "a_thing",
    "some_things",
    "either_way",
]
NULLS = {"aNull": None, "anyThing": None, "aRef": None, "oneOfMany": None}


def wire(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.title, others))


def nothing(names: Any = None) -> dict[str, Any]:
    """A thing that has None everywhere."""
    return {"the_name": "a"} | dict.fromkeys(names or EVERYTHING)


@pytest.mark.parametrize("spell", [str, wire], ids=["Python names", "wire names"])
def test_dictionaries_have_null_only_where_it_may_be(ask: Ask, spell: Any) -> None:
    things = ask(DONE)
    inner = {spell(name): value for name, value in nothing().items()}
    things.call("things.put", body=[inner | {spell("a_thing"): inner, spell("some_things"): [inner]}])
    sent = {"theName": "a", **NULLS}
    assert things.request.json == [{**sent, "aThing": sent, "someThings": [sent]}]


def test_arguments_are_null_only_where_they_may_be(ask: Ask) -> None:
    things = ask(DONE)
    things.call("things.create", **nothing())
    assert things.request.json == {"theName": "a", **NULLS}


def test_models_are_null_only_where_they_may_be(ask: Ask) -> None:
    things = ask(DONE)
    things.call("things.put", body=[things.package.models.Thing(**nothing())])
    assert things.request.json == [{"theName": "a", **NULLS}]


def test_json_lines_are_null_only_where_they_may_be(ask: Ask) -> None:
    things = ask(DONE)
    things.call("things.append", body=[nothing(["a_text", "a_thing"])])
    assert things.request.body == b'{"theName":"a"}\n'


def test_forms_have_nothing_of_what_is_none(ask: Ask) -> None:
    things = ask(DONE)
    things.call("things.send", **nothing(["a_text", "a_map"]))
    assert things.request.body == b"theName=a"


def test_queries_have_nothing_of_what_is_none(ask: Ask) -> None:
    things = ask(DONE)
    things.call(
        "things.list", filter=nothing(["a_text", "a_null"]) | {"a_thing": {"a_text": None, "the_name": "b"}}
    )
    assert things.request.query == [("filter[theName]", "a"), ("filter[aThing][theName]", "b")]


def test_values_of_maps_and_items_of_lists_stay(ask: Ask) -> None:
    things = ask(DONE)
    things.call("things.create", the_name="a", a_map={"x_y": None}, any_thing={"a_text": None, "b": [None]})
    assert things.request.json == {
        "theName": "a",
        "aMap": {"x_y": None},
        "anyThing": {"a_text": None, "b": [None]},
    }


def test_what_is_required_is_not_left_out_in_silence(ask: Ask) -> None:
    things = ask(DONE)
    things.call("things.put", body=[{"the_name": None}])
    assert things.request.json == [{"theName": None}]


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"kind": "circle", "radius": 1, "the_colour": None}, {"kind": "circle", "radius": 1}),
        ({"kind": "circle", "radius": 1, "side": None}, {"kind": "circle", "radius": 1}),
        ({"kind": "square", "side": 1, "radius": None}, {"kind": "square", "side": 1}),
        (
            {"kind": "square", "side": 1, "the_border": None, "the_colour": None},
            {"kind": "square", "side": 1, "theBorder": None},
        ),
        ({"radius": 1, "side": None}, {"kind": "circle", "radius": 1}),
    ],
)
def test_unions_have_nothing_of_their_other_variants(ask: Ask, given: Any, sent: Any) -> None:
    things = ask(DONE)
    things.call("things.create", the_name="a", either_way=given)
    assert things.request.json == {"theName": "a", "eitherWay": sent}
    if "kind" in given:
        things.call("shapes.create", **given)
        assert things.server.requests[-1].json == sent
