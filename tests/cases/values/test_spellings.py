"""Numbers that an enum has as text, and formats in other spellings: servers send and take what is meant."""

import datetime as dt

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply, json_reply

KITES = document(
    """
/kites:
  get:
    operationId: getKite
    parameters:
      - {name: since, in: query, schema: {type: string, format: dateTime}}
      - {name: size, in: query, schema: {$ref: "#/components/schemas/Size"}}
    responses:
      "200": {description: One, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
  post:
    operationId: addKite
    requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Kite"}}}}
    responses: {"204": {description: Done}}
""",
    """
Size: {type: integer, enum: ["0", "1"]}
Kite:
  properties:
    size: {$ref: "#/components/schemas/Size"}
    is_new: {type: boolean, enum: ["true", "false"]}
    flown: {type: string, format: datetime}
    torn: {type: string, format: Date-Time, nullable: true}
""",
    version="3.0.3",
)
SETTINGS = {"resources": "paths"}
NOON = "2026-01-31T12:00:00Z"


def test_what_a_server_sends_is_what_is_meant(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    told = {"size": 1, "is_new": True, "flown": NOON, "torn": None}
    kites = talk(KITES, lambda _: json_reply(told), SETTINGS, strict_responses=True)
    kite = kites.call("kites.get")
    assert kite.size == kites.package.models.Size(1)
    assert type(kite.size).__name__ == "Size"
    assert (kite.is_new, kite.torn) == (True, None)
    assert kite.flown == dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)
    assert caplog.records == []


@pytest.mark.parametrize("flown", ["yesterday", "31.01.2026 12:00", "", 7])
def test_what_is_no_such_thing_stays_as_it_came(
    talk: Talk, flown: str | int, caplog: pytest.LogCaptureFixture
) -> None:
    kites = talk(KITES, lambda _: json_reply({"size": "1", "flown": flown}), SETTINGS)
    kite = kites.call("kites.get")
    assert (kite.size, kite.flown) == ("1", flown)
    assert caplog.records


def test_what_is_sent_is_in_the_usual_form(talk: Talk) -> None:
    kites = talk(KITES, lambda _: Reply(status=204), SETTINGS)
    moment = dt.datetime(2026, 1, 31, 13, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    kites.call("kites.add", size=kites.package.models.Size(1), flown=moment)
    assert kites.server.requests[-1].json == {"size": 1, "flown": "2026-01-31T13:00:00+01:00"}


def test_so_it_is_in_a_query(talk: Talk) -> None:
    kites = talk(KITES, lambda _: json_reply({}), SETTINGS)
    kites.call("kites.get", size=0, since=dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC))
    assert dict(kites.server.requests[-1].query) == {"size": "0", "since": NOON}
