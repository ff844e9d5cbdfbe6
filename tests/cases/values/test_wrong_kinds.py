"""Points in time where a day or a number is wanted: what would be lost is refused, or sent as the number."""

import datetime as dt
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest

from tests.support.conversations import Conversation, Talk, document
from tests.support.http_server import Reply, json_reply

PATHS = """
/days/{day}:
  get:
    operationId: find
    tags: [it]
    parameters:
      - {name: day, in: path, required: true, schema: {type: string, format: date}}
      - {name: fromDay, in: query, schema: {type: string, format: date}}
      - {name: days, in: query, schema: {type: array, items: {type: string, format: date}}}
      - {name: between, in: query, style: deepObject, schema: {$ref: '#/components/schemas/Days'}}
      - {name: X-Day, in: header, schema: {type: string, format: date}}
      - {name: since, in: query, schema: {type: integer, format: unix-time}}
      - {name: until, in: query, schema: {type: integer, format: epoch_millis}}
      - {name: oneOf, in: query, schema: {type: array, items: {type: integer, format: unixtime}}}
    responses: {"204": {description: d}}
/it:
  get:
    operationId: get
    tags: [it]
    responses:
      "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/It'}}}}
  put:
    operationId: put
    tags: [it]
    requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/It'}}}}
    responses: {"204": {description: d}}
/form:
  post:
    operationId: form
    tags: [it]
    requestBody:
      required: true
      content: {application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/It'}}}
    responses: {"204": {description: d}}
/parts:
  post:
    operationId: parts
    tags: [it]
    requestBody: {required: true, content: {multipart/form-data: {schema: {$ref: '#/components/schemas/It'}}}}
    responses: {"204": {description: d}}
"""
SCHEMAS = """
Days: {type: object, properties: {firstDay: {type: string, format: date}, number: {type: number}}}
It:
  type: object
  properties:
    theDay: {type: string, format: date}
    count: {type: integer}
    size: {type: number}
    seenAt: {type: integer, format: unix-time}
    doneAt: {type: integer, format: unix-time-millis}
    times: {type: array, items: {$ref: '#/components/schemas/Time'}}
    days: {$ref: '#/components/schemas/Days'}
    atOr: {oneOf: [{type: integer}, {type: string, format: date-time}]}
Time: {type: integer, format: unixtime}
"""
DOCUMENT = document(PATHS, SCHEMAS)
HERE = dt.timezone(dt.timedelta(hours=14))
MIDNIGHTS = [dt.datetime(2026, 8, 7, tzinfo=zone) for zone in (None, dt.UTC, HERE)]
NOON = dt.datetime(2026, 8, 7, 12, 0, 0, 250_000, tzinfo=dt.UTC)
DAY = "2026-08-07"
CALLS = ["put", "form", "parts"]


@pytest.fixture
def it(talk: Talk) -> Conversation:
    return talk(DOCUMENT, Reply(status=204))


@pytest.mark.parametrize("given", [*MIDNIGHTS, dt.date(2026, 8, 7), DAY], ids=str)
def test_a_midnight_is_a_day(given: Any, it: Conversation) -> None:
    it.call("it.find", given, from_day=given, days=[given], between={"first_day": given}, x_day=given)
    request = it.server.requests[-1]
    assert unquote(request.target) == f"/days/{DAY}?fromDay={DAY}&days={DAY}&between[firstDay]={DAY}"
    assert request.headers["x-day"] == DAY
    it.call("it.put", the_day=given, days={"first_day": given})
    assert it.server.requests[-1].json == {"theDay": DAY, "days": {"firstDay": DAY}}
    it.call("it.form", the_day=given)
    assert it.server.requests[-1].body == f"theDay={DAY}".encode()


@pytest.mark.parametrize("given", [NOON, NOON.replace(tzinfo=None), MIDNIGHTS[1].astimezone(HERE)], ids=str)
@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("day", "day: "),
        ("from_day", "from_day: "),
        ("days", "days: "),
        ("between", "between: .* first_day: "),
        ("x_day", "x_day: "),
    ],
)
def test_a_time_of_day_is_not_lost_in_a_parameter(
    name: str, place: str, given: dt.datetime, it: Conversation
) -> None:
    value = {"days": [given], "between": {"first_day": given}}.get(name, given)
    with pytest.raises(it.package.InvalidRequestError, match=f"^{place}.*has a time of day"):
        it.call("it.find", **({"day": DAY} | {name: value}))
    assert it.server.requests == []


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"the_day": NOON}, "(the_day|'theDay'): "),
        ({"days": {"firstDay": NOON}}, r"(days\.|'days': )first_day: "),
    ],
)
def test_a_time_of_day_is_not_lost_in_a_body(
    call: str, given: dict[str, Any], place: str, it: Conversation
) -> None:
    with pytest.raises(it.package.InvalidRequestError, match=f"{place}.*has a time of day"):
        it.call(f"it.{call}", **given)
    assert it.server.requests == []


NO_NUMBERS = [NOON, NOON.date(), NOON.timetz(), dt.timedelta(days=1), b"1", UUID(int=1)]


@pytest.mark.parametrize("given", NO_NUMBERS, ids=str)
@pytest.mark.parametrize("name", ["count", "size"])
@pytest.mark.parametrize("call", CALLS)
def test_what_is_no_number_is_refused_where_one_is_wanted(
    call: str, name: str, given: Any, it: Conversation
) -> None:
    if call == "parts" and given == b"1":
        pytest.skip("bytes are a file there")
    with pytest.raises(it.package.InvalidRequestError, match=f"{name}'?: a number is wanted"):
        it.call(f"it.{call}", **{name: given})
    with pytest.raises(it.package.InvalidRequestError, match=r"^between: .*number: a number is wanted"):
        it.call("it.find", DAY, between={"number": given})
    assert it.server.requests == []


@pytest.mark.parametrize("given", ["7", 7, 7.5, True, "{{ later }}"], ids=str)
def test_text_and_numbers_are_sent_as_they_are_given(given: Any, it: Conversation) -> None:
    it.call("it.put", count=given, size=given, at_or=given)
    assert it.server.requests[-1].json == {"count": given, "size": given, "atOr": given}
    it.call("it.put", at_or=NOON)
    assert it.server.requests[-1].json == {"atOr": "2026-08-07T12:00:00.250Z"}


SECONDS, MILLISECONDS = 1786104000, 1786104000250


@pytest.mark.parametrize("given", [NOON, NOON.astimezone(HERE)], ids=str)
def test_a_point_in_time_is_sent_as_the_number_that_its_format_says(given: Any, it: Conversation) -> None:
    it.call("it.find", DAY, since=given, until=given, one_of=[given, 5])
    target = f"/days/{DAY}?since={SECONDS}&until={MILLISECONDS}&oneOf={SECONDS}&oneOf=5"
    assert it.server.requests[-1].target == target
    sent = {"seenAt": SECONDS, "doneAt": MILLISECONDS, "times": [SECONDS, 7]}
    it.call("it.put", seen_at=given, done_at=given, times=[given, 7])
    assert it.server.requests[-1].json == sent
    it.call("put", "/it", body=sent)
    it.call("it.form", seen_at=given, done_at=given, times=given)
    assert it.server.requests[-1].body == f"doneAt={MILLISECONDS}&seenAt={SECONDS}&times={SECONDS}".encode()
    it.call("it.put", seen_at=dt.date(2026, 8, 7), done_at=4)
    assert it.server.requests[-1].json == {"seenAt": SECONDS - 12 * 3600, "doneAt": 4}


def test_a_point_in_time_without_a_zone_has_no_number(it: Conversation) -> None:
    with pytest.raises(it.package.InvalidRequestError, match=r"seen_at: .*no time zone"):
        it.call("it.put", seen_at=NOON.replace(tzinfo=None))


def test_numbers_that_are_points_in_time_are_read_as_numbers(talk: Talk) -> None:
    came = {"seenAt": SECONDS, "doneAt": MILLISECONDS, "times": [1, 2]}
    answer = json_reply(came)
    it = talk(
        DOCUMENT,
        lambda request: answer if request.method == "GET" else Reply(status=204),
        strict_responses=True,
    )
    found = it.call("it.get")
    assert (found.seen_at, found.done_at, found.times) == (SECONDS, MILLISECONDS, [1, 2])
    it.call("it.put", seen_at=found.seen_at, done_at=found.done_at, times=found.times)
    assert it.server.requests[-1].json == came
