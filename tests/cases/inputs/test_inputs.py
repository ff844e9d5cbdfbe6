"""What calls take goes out by wire names, at every depth, in every place, as dictionaries and as models."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest

from tests.support.conversations import Ask, Conversation, Talk, document
from tests.support.http_server import Reply, json_reply

DONE = Reply(status=204)
NOON = dt.datetime(2024, 5, 17, 12, tzinfo=dt.UTC)

# What a call is given in Python names, in wire names, and in both; with values of Python and as text.
GIVEN: dict[str, dict[str, Any]] = {
    "Python names": {
        "the_name": "a",
        "made_at": NOON,
        "price_now": Decimal("1E+2"),
        "sub_things": [{"the_name": "b", "sub_things": [{"the_name": "c"}]}],
        "thing_map": {"the_name": {"the_name": "d"}},
        "some_value": {"the_name": NOON},
        "new_key": {"the_name": 1},
    },
    "wire names": {
        "theName": "a",
        "madeAt": "2024-05-17T12:00:00Z",
        "priceNow": "100",
        "subThings": [{"theName": "b", "kindOf": "thing", "subThings": [{"theName": "c"}]}],
        "thingMap": {"the_name": {"theName": "d"}},
        "someValue": {"the_name": "2024-05-17T12:00:00Z"},
        "new_key": {"the_name": 1},
    },
    "both": {
        "kind_of": "thing",
        "theName": "a",
        "made_at": NOON,
        "price_now": "100",
        "subThings": {"the_name": "b", "sub_things": {"theName": "c"}},
        "thing_map": {"the_name": {"theName": "d"}},
        "some_value": {"the_name": NOON},
        "new_key": {"the_name": 1},
    },
}
SENT: dict[str, Any] = {
    "kindOf": "thing",
    "theName": "a",
    "madeAt": "2024-05-17T12:00:00Z",
    "priceNow": "100",
    "subThings": [{"kindOf": "thing", "theName": "b", "subThings": [{"kindOf": "thing", "theName": "c"}]}],
    "thingMap": {"the_name": {"kindOf": "thing", "theName": "d"}},
    "someValue": {"the_name": "2024-05-17T12:00:00Z"},
    "new_key": {"the_name": 1},
}


@pytest.fixture(params=[*GIVEN, "a model"])
def thing(request: pytest.FixtureRequest, ask: Ask) -> tuple[Conversation, Any]:
    """A client, and a thing in one of the ways to give it."""
    client = ask(DONE)
    if request.param == "a model":
        return client, client.package.models.Thing(**GIVEN["Python names"])
    return client, GIVEN[request.param]


def test_json_has_wire_names(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.put", body=[given])
    assert client.request.json == [SENT]


def test_one_thing_is_a_list_of_it(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.put", body=given)
    assert client.request.json == [SENT]


def test_json_lines_have_wire_names(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.append", body=[given, given])
    assert [json.loads(line) for line in client.request.body.splitlines()] == [SENT, SENT]


def test_arguments_have_wire_names_inside(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.create", {"x_place": 1}, the_name="z", sub_things=[given], some_value=None)
    assert client.request.json == {"kindOf": "thing", "theName": "z", "subThings": [SENT], "someValue": None}


def test_forms_have_wire_names_inside(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.send_form", the_name="z", sub_things=[given])
    pairs = parse_qs(client.request.body.decode())
    assert json.loads(pairs["subThings"][0]) == SENT
    assert (pairs["theName"], pairs["kindOf"]) == (["z"], ["thing"])


def test_parts_have_wire_names_inside(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.send_parts", main_thing=given, all_things=given, thing_files=b"one")
    body = client.request.body
    texts = [part.partition(b"\r\n\r\n")[2].rstrip(b"\r\n") for part in body.split(b"--") if b"Thing" in part]
    assert [json.loads(text) for text in texts if text.startswith(b"{")] == [SENT, SENT]
    assert b'name="thingFiles"; filename="file"' in body


def test_json_in_a_query_has_wire_names(thing: tuple[Conversation, Any]) -> None:
    client, given = thing
    client.call("things.create", {"x_place": 1}, the_name="z", where=given)
    assert json.loads(dict(client.request.query)["where"]) == SENT


@pytest.mark.parametrize("point", [{"x_place": 1, "y_place": 2}, {"xPlace": 1, "y_place": 2}])
def test_every_place_of_a_parameter_has_wire_names(point: dict[str, int], ask: Ask) -> None:
    client = ask(DONE)
    client.call("things.create", point, the_name="z", sort_by=point, x_point=point, point_cookie=point)
    request = client.request
    assert request.raw_path.endswith("/xPlace,1,yPlace,2")
    assert request.query == [("xPlace", "1"), ("yPlace", "2")]
    assert request.headers["x-point"] == "xPlace=1,yPlace=2"
    assert request.headers["cookie"] == "xPlace=1; yPlace=2"


@pytest.mark.parametrize(
    "given",
    [
        {"created_at": {"not_before": NOON}, "some_tags": "a"},
        {"createdAt": {"not_before": NOON}, "someTags": ["a"], "other_key": None},
    ],
)
def test_deep_objects_have_wire_names_at_every_depth(given: dict[str, Any], ask: Ask) -> None:
    client = ask(DONE)
    client.call("things.create", {"xPlace": 1}, the_name="z", filter=given)
    assert unquote(client.request.raw_query) == (
        "filter[createdAt][notBefore]=2024-05-17T12:00:00Z&filter[someTags]=a"
    )


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        # The discriminator says which variant it is: one name has two meanings.
        ({"shape_type": "circle", "shared_name": 1}, {"shapeType": "circle", "shared_name": 1}),
        ({"shape_type": "square", "shared_name": 1}, {"shapeType": "square", "sharedName": 1}),
        ({"shapeType": "square", "side_of": 2}, {"shapeType": "square", "sideOf": 2}),
        (
            {"shape_type": "square", "next_shape": {"shape_type": "circle", "radius_of": 3}},
            {"shapeType": "square", "nextShape": {"shapeType": "circle", "radiusOf": 3}},
        ),
        # Of an unknown variant, and without one, what has one meaning is said.
        ({"shape_type": "star", "side_of": 2}, {"shapeType": "star", "sideOf": 2}),
        ({"shape_type": "star", "more_of": 2}, {"shapeType": "star", "more_of": 2}),
    ],
)
def test_a_union_has_the_names_of_the_variant(given: Any, sent: Any, ask: Ask) -> None:
    client = ask(DONE)
    client.call("things.send_shape", body=given)
    assert client.request.json == sent
    client.call("things.put", body=[{"the_name": "a", "any_shape": given}])
    assert client.server.requests[-1].json == [{"kindOf": "thing", "theName": "a", "anyShape": sent}]


@pytest.mark.parametrize(
    ("name", "given", "sent"),
    [
        ("eitherWay", {"x_place": 1, "y_place": 2}, {"xPlace": 1, "yPlace": 2}),
        ("eitherWay", {"from_here": 1, "to_there": 2}, {"fromHere": 1, "toThere": 2}),
        ("eitherWay", {"y_place": 2}, {"yPlace": 2}),
        ("eitherWay", "text", "text"),
        ("onlyOne", "text", "text"),
        # A union that holds itself is told apart by wire names, where it is read.
        ("theRule", {"not_this": {"every_of": ["a"]}}, {"notThis": {"everyOf": ["a"]}}),
        (
            "the_rule",
            {"every_of": [{"not_this": "a", "side_note": "b"}, {"notThis": "c"}]},
            {"everyOf": [{"notThis": "a", "sideNote": "b"}, {"notThis": "c"}]},
        ),
        ("onlyOne", ("text",), ["text"]),
        ("subThings", (), []),
        ("someValue", None, None),
        ("thingKind", "large", "large"),
    ],
)
def test_what_is_in_a_union_is_written_as_what_it_is(name: str, given: Any, sent: Any, ask: Ask) -> None:
    client = ask(DONE)
    client.call("things.put", body=[{"the_name": "a", name: given}])
    wire = {"the_rule": "theRule"}.get(name, name)
    assert client.request.json == [{"kindOf": "thing", "theName": "a", wire: sent}]


def test_enums_are_taken_as_members_and_as_text(ask: Ask) -> None:
    client = ask(DONE)
    for kind in (client.package.models.Kind.LARGE, "large"):
        client.call("things.put", body=[{"the_name": "a", "thing_kind": kind}])
        assert client.server.requests[-1].json == [{"kindOf": "thing", "theName": "a", "thingKind": "large"}]


def test_a_constant_can_be_another_value_in_a_dictionary(ask: Ask) -> None:
    client = ask(DONE)
    client.call("things.put", body=[{"the_name": "a", "kind_of": "other"}])
    assert client.request.json == [{"theName": "a", "kindOf": "other"}]


def test_what_cannot_be_sent_is_refused_at_every_depth(ask: Ask) -> None:
    client = ask(DONE)
    for wrong in (object(), float("nan"), NOON.replace(tzinfo=None), "\ud800"):
        with pytest.raises(client.package.InvalidRequestError, match="body of"):
            client.call("things.put", body=[{"the_name": "a", "some_value": [{"b": wrong}]}])
    assert client.server.requests == []


def test_pages_are_turned_by_wire_names(talk: Talk) -> None:
    text = document(
        """
/rows:
  post:
    operationId: search
    x-oasmith-name: search
    x-oasmith-group: rows
    x-oasmith-pagination: {items: rows, next: nextPageToken, next_parameter: 'body:pageInfo.pageToken'}
    requestBody:
      content: {application/json: {schema: {$ref: "#/components/schemas/Search"}}}
      required: true
    responses:
      "200":
        description: Rows
        content: {application/json: {schema: {$ref: "#/components/schemas/Rows"}}}
""",
        """
Search: {type: object, properties: {pageInfo: {$ref: "#/components/schemas/Info"}}}
Info: {type: object, properties: {pageToken: {type: string}, pageSize: {type: integer}}}
Rows:
  type: object
  required: [rows]
  properties:
    rows: {type: array, items: {type: string}}
    nextPageToken: {type: string}
""",
    )
    replies = iter([{"rows": ["a"], "nextPageToken": "t"}, {"rows": ["b"]}])
    client = talk(text, lambda _: json_reply(next(replies)))
    given = {"page_size": 1, "page_token": ""}
    assert client.collect("rows.search", page_info=given) == ["a", "b"]
    assert [request.json for request in client.server.requests] == [
        {"pageInfo": {"pageSize": 1, "pageToken": ""}},
        {"pageInfo": {"pageSize": 1, "pageToken": "t"}},
    ]
