"""Values keep the form that the server gave them, wherever they are sent to."""

import copy
import datetime as dt
import json
import pickle
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.http_server import RecordedRequest, Reply, json_reply

FORMS: list[tuple[str, Any]] = [
    *(
        ("amount", text)
        for text in ("1.10", "0.00000001", "1e3", "+5", "007", "-0", "123456789012345678901234.5")
    ),
    *(
        ("every", text)
        for text in ("P1M", "P1Y", "P1Y2M3DT4H5M6S", "PT36H", "P1W", "-P1D", "P0D", "PT0.5S", "PT1M")
    ),
    *(
        ("at", text)
        for text in (
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00.123456789Z",
            "2024-01-01T00:00:00.1234567",
            "2024-01-01T00:00:00Z",
            "2024-01-01T00:00:00+02:00",
            "2024-01-01T00:00:00.123456-05:30",
        )
    ),
    *(("time", text) for text in ("10:00:00Z", "10:00:00.123456789+01:00", "10:00:00", "10:00")),
    *(
        ("id_or_text", text)
        for text in (
            "550e8400-e29b-41d4-a716-446655440000",
            "550e8400e29b41d4a716446655440000",
            "550E8400-E29B-41D4-A716-446655440000",
            "urn:uuid:550e8400-e29b-41d4-a716-446655440000",
        )
    ),
    *(("day", text) for text in ("2024-01-01", "0001-01-01")),
    *(("day_or_text", text) for text in ("2024-01-01", "0", "1704153600", "2024-13-01")),
    *(("at_or_text", text) for text in ("2024-01-01T00:00:00Z", "12", "20240102030405", "2024-01-01")),
    *(("day_or_at", text) for text in ("2024-01-01", "2024-01-01T00:00:00Z", "2024-01-01t00:00:00.5z")),
    ("amounts", ["1.10", "1e3"]),
    ("map", {"a": "P1M", "b": "PT36H"}),
    ("either", "2024-01-01T00:00:00.123456789Z"),
    ("either", 7),
    ("inner", {"amount": "1.10", "inner": {"every": "P1M"}}),
    ("size", 1.5),
    *(("size", number) for number in (2**53 + 1, -(2**53) - 1, 2**64, -(10**30), 1e300, 5e-324)),
    ("inner", {"size": 2**63 - 1}),
    *(("size_or_text", value) for value in (2**53 + 1, 0.5, "9007199254740993")),
    ("sizes", [2**53 + 1, 0.5, [2**53 + 1]]),
    ("type", {"a": 2**53 + 1, "b": 0.1}),
]


def answered(ask: Ask, value: Any) -> tuple[Conversation, Any]:
    """A client that read a thing; everything else is answered with nothing."""

    def answer(request: RecordedRequest) -> Reply:
        is_read = request.method == "GET" and request.path == "/things"
        return json_reply(value) if is_read else Reply(status=204)

    client = ask(answer, strict_responses=True)
    return client, client.call("things.get")


@pytest.mark.parametrize(("name", "value"), FORMS, ids=str)
def test_what_was_read_is_sent_as_it_came(
    name: str, value: Any, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    client, thing = answered(ask, {name: value})
    for it in (
        thing,
        copy.deepcopy(thing),
        pickle.loads(pickle.dumps(thing)),
        type(thing)(**{name: getattr(thing, name)}),
    ):
        client.call("things.put", **{name: getattr(it, name)})
        assert client.server.requests[-1].json == {name: value}
        assert json.loads(it.model_dump_json(by_alias=True, exclude_unset=True)) == {name: value}
    assert caplog.records == []


@pytest.mark.parametrize(
    ("name", "value"),
    [("count", "1.0"), ("count", "1e3"), ("count", "1E+3"), ("level", "1e3"), ("count", "-0.0")],
)
def test_a_whole_number_is_an_integer_however_it_is_written(
    name: str, value: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    body = f'{{"{name}": {value}, "size": 1.0, "inner": {{"{name}": {value}}}}}'.encode()
    client = ask(
        lambda _: Reply(body=body, headers={"content-type": "application/json"}), strict_responses=True
    )
    thing = client.call("things.get")
    for it in (thing, thing.inner):
        assert isinstance(getattr(it, name), int)
        assert getattr(it, name) == float(value)
    assert isinstance(thing.size, float)
    assert caplog.records == []


def test_whole_numbers_are_integers_beside_what_does_not_fit(
    ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    client = ask(lambda _: json_reply({"count": 2.0, "amount": ["no"], "inner": {"count": 3.0}}))
    thing = client.call("things.get")
    assert (thing.count, thing.amount, thing.inner.count) == (2, ["no"], 3)
    assert [type(it.count) for it in (thing, thing.inner)] == [int, int]
    assert len(caplog.records) == 1


@pytest.mark.parametrize("media_type", ["application/json", "text/plain"])
@pytest.mark.parametrize("text", ["9007199254740993", "-9007199254740993", "0.5", "1e300"])
def test_a_number_that_is_the_whole_answer_keeps_its_digits(text: str, media_type: str, ask: Ask) -> None:
    client = ask(lambda _: Reply(body=text.encode(), headers={"content-type": media_type}))
    value = client.call("sizes.get", accept=media_type)
    assert str(value) == text.replace("1e300", "1e+300")
    if media_type == "application/json":
        client = ask(lambda _: json_reply([int(float(text)), 2**53 + 1]), strict_responses=True)
        assert client.call("sizes.get", accept=media_type)[1] == 2**53 + 1


@pytest.mark.parametrize("name", ["at", "time", "day", "day_or_at"])
@pytest.mark.parametrize("value", ["12", "20240102", "-5", "1704153600.5"])
def test_seconds_as_text_are_no_point_in_time(
    name: str, value: str, ask: Ask, caplog: pytest.LogCaptureFixture
) -> None:
    client = ask(lambda _: json_reply({name: value}))
    thing = client.call("things.get")
    assert json.loads(thing.model_dump_json(by_alias=True, exclude_unset=True)) == {name: value}
    assert len(caplog.records) == 1


@pytest.mark.parametrize(("name", "kind"), [("at", "date-time"), ("time", "time"), ("day", "date")])
def test_what_is_no_such_time_is_told_in_words_without_it(name: str, kind: str, ask: Ask) -> None:
    client = ask(lambda _: json_reply({name: "2024-02-30"}), strict_responses=True)
    with pytest.raises(client.package.DecodingError, match=f"should be a {kind}") as caught:
        client.call("things.get")
    assert "02-30" not in str(caught.value)


@pytest.mark.parametrize("name", ["at", "time", "every", "amount"])
@pytest.mark.parametrize("value", ["soon", None, 7, ["1.10"]], ids=str)
@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_what_is_no_such_value_is_written_as_it_came(name: str, value: Any, ask: Ask) -> None:
    client = ask(lambda _: json_reply({name: value, "inner": {name: value}}))
    thing = client.call("things.get")
    assert json.loads(thing.model_dump_json(by_alias=True, exclude_unset=True)) == {
        name: value,
        "inner": {name: value},
    }


def test_values_keep_their_form_in_every_place(ask: Ask) -> None:
    client, thing = answered(
        ask, {"amount": "1.10", "every": "PT36H", "at": "2024-01-01T00:00:00.123456789Z", "amounts": ["1e3"]}
    )
    client.call(
        "things.find",
        thing.amount,
        at=thing.at,
        amounts=[*thing.amounts, Decimal("2.50")],
        filter={"every": thing.every},
        x_every=thing.every,
    )
    request = client.server.requests[-1]
    assert request.raw_path.endswith("/1.10")
    assert unquote(request.raw_query) == (
        "at=2024-01-01T00:00:00.123456789Z&amounts=1e3&amounts=2.50&filter[every]=PT36H"
    )
    assert request.headers["x-every"] == "PT36H"
    client.call("things.send_form", amount=thing.amount, every=thing.every)
    assert client.server.requests[-1].body == b"amount=1.10&every=PT36H"


def test_values_that_no_server_gave_are_written_plainly(ask: Ask) -> None:
    client, _ = answered(ask, {})
    client.call("things.put", amount=Decimal("1E+3"), every=dt.timedelta(days=1, seconds=5), count=1)
    assert client.server.requests[-1].json == {"amount": "1000", "every": "P1DT5S", "count": 1}
    naive = dt.datetime(2024, 1, 1)  # noqa: DTZ001 - that is what is refused
    with pytest.raises(client.package.InvalidRequestError, match="no time zone"):
        client.call("things.put", at=naive)


def test_a_naive_date_time_can_still_be_given_a_zone(ask: Ask) -> None:
    client, thing = answered(ask, {"at": "2024-01-01T00:00:00"})
    assert thing.at == dt.datetime(2024, 1, 1)  # noqa: DTZ001 - as it came
    client.call("things.put", at=thing.at.replace(tzinfo=dt.UTC))
    assert client.server.requests[-1].json == {"at": "2024-01-01T00:00:00Z"}
    client.call("things.put", at=thing.at.replace(tzinfo=dt.UTC) + dt.timedelta(days=1))
    assert client.server.requests[-1].json == {"at": "2024-01-02T00:00:00Z"}


NOTES = ({"id": 1, "text": None, "seen": None}, {"id": 1}, {"id": 1, "text": "a", "kind": "b"})


@pytest.mark.parametrize("note", NOTES, ids=str)
def test_what_only_comes_is_sent_on_as_it_came(note: dict[str, Any], ask: Ask) -> None:
    client = ask(lambda request: json_reply(note) if request.method == "GET" else Reply(status=204))
    found = client.call("notes.get")
    client.call("put", "/things", body=found)
    assert client.server.requests[-1].json == note
    client.call("things.put", any=found)
    assert client.server.requests[-1].json == {"any": note}
    client.call("things.put", any=[{"in": found}])
    assert client.server.requests[-1].json == {"any": [{"in": note}]}
