"""What settings make of arguments and methods: objects flattened, dates, and methods in other resources."""

from datetime import UTC, date, datetime, timedelta, timezone
from importlib import import_module
from inspect import signature
from typing import Any

import pytest

from generator.diagnostics import InputError
from tests.conftest import Build
from tests.support.conversations import Talk
from tests.support.http_server import Reply

GUARDED = """
openapi: 3.0.3
info: {title: T, version: "1"}
paths:
  /things:
    delete:
      operationId: delete_things
      tags: [things]
      parameters: [{name: If-Unmodified-Since, in: header, schema: {type: string}}]
      responses: {"204": {description: Done}}
"""
SCOPED = """
openapi: 3.0.3
info: {title: T, version: "1"}
paths:
  /{scope}/things:
    get:
      operationId: get_thing
      x-oasmith-name: get
      tags: [things]
      parameters:
      - {name: scope, in: path, required: true, x-ms-skip-url-encoding: true, schema: {type: string}}
      responses: {"204": {description: Done}}
"""
DONE = Reply(status=204)
DOCUMENT = """
openapi: 3.1.0
info: {title: T, version: "1"}
paths:
  /things:
    get:
      operationId: list_things
      x-oasmith-name: find
      tags: [things]
      parameters:
      - {name: since, in: query, schema: {type: string, format: date-time}, x-oasmith-dates: epoch-seconds}
      - {name: day, in: query, schema: {type: string, format: date}}
      - {name: at, in: query, schema: {type: string, format: date-time}}
      - name: filter
        in: query
        style: deepObject
        x-oasmith-dates: epoch-milliseconds
        schema:
          type: object
          properties:
            status: {type: array, items: {type: string}}
            createdAt:
              type: object
              properties:
                from: {type: string, format: date-time}
                period: {type: string}
                inner: {type: object, properties: {dueOn: {type: string, format: date-time}}}
      responses: {"204": {description: Done}}
  /actions:
    post:
      operationId: act
      tags: [actions]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              oneOf:
              - type: object
                title: Stop
                required: [action, ids]
                properties: {action: {const: stop}, ids: {type: array, items: {type: string}}}
              - type: object
                title: Start
                required: [action, filter]
                properties:
                  action: {const: start}
                  filter: {type: object, properties: {fromDay: {type: string, format: date}}}
                  at: {type: string, format: date-time}
              - type: object
                title: Start these
                required: [action, ids]
                properties: {action: {const: start}, ids: {type: array, items: {type: string}}}
      responses: {"204": {description: Done}}
"""
FLAT = {"flatten": True, "flatten_depth": 2}
NOON = datetime(2026, 8, 7, 12, tzinfo=UTC)
MILLISECONDS = "1786104000000"


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"created_at_from": NOON}, [("filter[createdAt][from]", MILLISECONDS)]),
        (
            {"created_at_period": "1d", "status": "a"},
            [("filter[createdAt][period]", "1d"), ("filter[status]", "a")],
        ),
        ({"created_at": {"from_": NOON, "period": None}}, [("filter[createdAt][from]", MILLISECONDS)]),
        ({"created_at_inner": {"due_on": NOON}}, [("filter[createdAt][inner][dueOn]", MILLISECONDS)]),
        ({"created_at": None, "created_at_period": None}, []),
    ],
)
def test_objects_are_flattened_as_deep_as_settings_say(talk: Talk, given: Any, sent: Any) -> None:
    things = talk(DOCUMENT, DONE, FLAT)
    things.call("things.find", **given)
    assert sorted(things.request.query) == sent


def test_an_object_is_given_in_one_way(talk: Talk) -> None:
    things = talk(DOCUMENT, DONE, FLAT)
    with pytest.raises(things.package.InvalidRequestError, match="created_at is given twice"):
        things.call("things.find", created_at={"period": "1d"}, created_at_from=NOON)
    assert things.server.requests == []


@pytest.mark.parametrize(
    ("depth", "name"), [(1, "created_at"), (2, "created_at_inner"), (3, "created_at_inner_due_on")]
)
def test_the_depth_is_where_arguments_end(build: Build, depth: int, name: str) -> None:
    build(DOCUMENT, flatten=True, flatten_depth=depth)
    names = signature(import_module("api._sync.things").Things.find).parameters
    assert name in names
    assert not any(other.startswith(f"{name}_") for other in names)


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({"since": NOON}, ("since", "1786104000")),
        ({"since": "2026-08-07T14:00:00+02:00"}, ("since", "1786104000")),
        ({"since": "1786104000"}, ("since", "1786104000")),
        ({"since": date(2026, 8, 7)}, ("since", "1786060800")),
        ({"since": "2026-08-07"}, ("since", "1786060800")),
        ({"at": "2026-08-07T14:00:00+02:00"}, ("at", "2026-08-07T14:00:00+02:00")),
        ({"at": date(2026, 8, 7)}, ("at", "2026-08-07T00:00:00Z")),
        ({"day": NOON.replace(hour=0)}, ("day", "2026-08-07")),
        ({"day": NOON.replace(hour=0, tzinfo=timezone(timedelta(hours=14)))}, ("day", "2026-08-07")),
        ({"day": "2026-08-07"}, ("day", "2026-08-07")),
        (
            {"filter": {"created_at": {"from": "2026-08-07T12:00:00Z"}}},
            ("filter[createdAt][from]", MILLISECONDS),
        ),
        (
            {"filter": {"created_at": {"from_": date(2026, 8, 7)}}},
            ("filter[createdAt][from]", "1786060800000"),
        ),
    ],
)
def test_points_in_time_are_written_as_their_types_want_them(talk: Talk, given: Any, sent: Any) -> None:
    things = talk(DOCUMENT, DONE)
    things.call("things.find", **given)
    assert things.request.query == [sent]


@pytest.mark.parametrize(
    ("given", "sent"), [(NOON, "Fri, 07 Aug 2026 12:00:00 GMT"), ("yesterday", "yesterday")]
)
def test_a_date_that_http_defines_is_written_as_http_has_it(talk: Talk, given: Any, sent: str) -> None:
    things = talk(GUARDED, DONE)
    things.call("things.delete", if_unmodified_since=given)
    assert things.request.headers["if-unmodified-since"] == sent
    annotation = signature(import_module("api._sync.things").Things.delete).parameters["if_unmodified_since"]
    assert annotation.annotation == "dt.datetime | str | None"


def test_a_path_in_a_path_keeps_its_slashes(talk: Talk) -> None:
    things = talk(SCOPED, DONE)
    things.call("things.get", "/subscriptions/S?x")
    assert things.request.raw_path == "/subscriptions/S%3Fx/things"


@pytest.mark.parametrize("given", ["soon", "2026-08-07T12:00:00", ""])
def test_what_is_no_point_in_time_is_refused_where_it_has_to_be_read(talk: Talk, given: str) -> None:
    things = talk(DOCUMENT, DONE)
    with pytest.raises(things.package.InvalidRequestError, match="since"):
        things.call("things.find", since=given)
    assert things.server.requests == []


METHODS = {
    "methods": {
        "act": {
            "act": {},
            "stop": {"action": "stop"},
            "things.start": {"action": "start"},
            "things.bulk.start": {"action": "start"},
        }
    }
}


def test_an_operation_has_methods_in_several_resources(talk: Talk) -> None:
    api = talk(DOCUMENT, DONE, METHODS)
    api.call("actions.stop", ids="a")
    api.call("things.start", filter={"from_day": NOON.replace(hour=0)}, at=NOON.date())
    api.call("things.bulk.start", ids=["a"], filter=None)
    api.call("actions.act", action="stop", ids=["b"])
    assert [request.json for request in api.server.requests] == [
        {"action": "stop", "ids": ["a"]},
        {"action": "start", "filter": {"fromDay": "2026-08-07"}, "at": "2026-08-07T00:00:00Z"},
        {"action": "start", "ids": ["a"]},
        {"action": "stop", "ids": ["b"]},
    ]
    assert set(api.targets) == {"POST /actions"}


def test_a_method_takes_what_fits_what_it_sends(talk: Talk) -> None:
    api = talk(DOCUMENT, DONE, METHODS)
    for call, wrong in (("actions.stop", "filter"), ("things.start", "body")):
        with pytest.raises(TypeError, match=wrong):
            api.call(call, **{wrong: {}})
    with pytest.raises(TypeError, match="ids"):
        api.call("actions.stop")


def test_a_method_that_sends_what_no_body_may_hold_is_refused(build: Build) -> None:
    with pytest.raises(InputError, match=r"actions\.run is to send"):
        build(DOCUMENT, methods={"act": {"run": {"action": "run"}}})
