"""What errors have: a message, a code and details, alike for every answer, and the body as documented."""

import copy
import json
import pickle
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.http_server import Reply, json_reply

# Bodies of errors as APIs have them, their codes, and what they tell besides.
SHAPES: list[tuple[Any, str | None, Any]] = [
    ({"message": "Full."}, None, None),
    ({"message": "Full.", "code": "full"}, "full", None),
    ({"code": 40901, "message": "Full.", "details": []}, "40901", None),
    ({"code": 409, "message": "Full."}, None, None),
    ({"error_code": "full", "error_message": "Full."}, "full", None),
    ({"errorCode": "E7", "errorMessage": "Full.", "room": 3}, "E7", {"room": 3}),
    ({"error": {"message": "Full.", "type": "full_error", "code": None}}, "full_error", None),
    ({"error": {"message": "Full.", "code": "full", "param": "n"}}, "full", {"param": "n"}),
    ({"type": "error", "error": {"type": "full_error", "message": "Full."}}, "full_error", None),
    ({"Error": {"Code": "Full", "Message": "Full."}}, "Full", None),
    ({"error": {"code": 409, "status": "FULL", "details": [{"a": 1}]}}, "FULL", [{"a": 1}]),
    ({"error": "full", "error_description": "It is full."}, "full", None),
    ({"error": "It is full."}, None, None),
    ({"statusCode": 409, "error": "Bad Request", "message": ["a"]}, None, None),
    ({"type": "https://a.test/full", "title": "Full", "status": 409}, "https://a.test/full", None),
    ({"type": "about:blank", "title": "Full", "status": 409, "detail": "No."}, None, None),
    (
        {"detail": [{"loc": ["a"], "msg": "no", "type": "bad"}]},
        "bad",
        [{"loc": ["a"], "msg": "no", "type": "bad"}],
    ),
    ({"errors": [{"code": "full", "title": "Full"}]}, "full", [{"code": "full", "title": "Full"}]),
    ({"errors": [{"message": "No", "extensions": {"code": "FULL"}}]}, "FULL", ...),
    ({"message": "No", "errors": {"name": ["bad"]}}, None, {"name": ["bad"]}),
    ({"name": ["bad"]}, None, {"name": ["bad"]}),
    ({"__type": "FullException", "message": "Full."}, "FullException", None),
    ([{"message": "Full.", "code": "full"}], "full", [{"message": "Full.", "code": "full"}]),
    ({"success": False, "code": True, "message": "Full."}, None, None),
    ("Full.", None, None),
    ({}, None, None),
]

# What some services call the reason, and how deep they have it.
REASONS: list[Any] = [
    {"code": "Full", "message": {"lang": "en-us", "value": "It is full."}},
    {"odata.error": {"code": "Full", "message": {"lang": "en-us", "value": "It is full."}}},
    {"errorCode": "E7", "errorSummary": "It is full.", "errorLink": "E7", "errorCauses": []},
    {
        "resourceType": "Outcome",
        "issue": [{"severity": "error", "code": "full", "diagnostics": "It is full."}],
    },
    {"issue": [{"severity": "error", "code": "full", "details": {"text": "It is full."}}]},
]


@pytest.mark.parametrize("call", ["range", "error_default", "nothing"])
@pytest.mark.parametrize(
    ("body", "code", "details"), SHAPES, ids=lambda value: json.dumps(value, default=str)[:40]
)
def test_errors_are_read_alike_whatever_is_documented(
    call: str, body: Any, code: str | None, details: Any, ask: Ask
) -> None:
    talk = ask(json_reply(body, status=409), max_retries=0)
    with pytest.raises(talk.package.ConflictError) as caught:
        talk.call(f"it.{call}")
    error = caught.value
    assert error.code == code
    assert error.details == (body["errors"] if details is ... else details)
    assert f": 409: {error.message}" in str(error)


@pytest.mark.parametrize("body", REASONS, ids=lambda value: json.dumps(value)[:40])
def test_the_reason_is_found_where_services_have_it(body: Any, ask: Ask) -> None:
    talk = ask(json_reply(body, status=409), max_retries=0)
    with pytest.raises(talk.package.ConflictError) as caught:
        talk.call("it.nothing")
    assert caught.value.message == "It is full."


def test_errors_without_an_answer_are_read_alike(ask: Ask) -> None:
    talk = ask(lambda _: None, max_retries=0)
    with pytest.raises(talk.package.ApiError) as caught:
        talk.call("it.nothing")
    error = caught.value
    assert (error.message, error.code, error.details) == (str(error), None, None)


@pytest.mark.parametrize("again", [lambda it: pickle.loads(pickle.dumps(it)), copy.copy, copy.deepcopy])
def test_copies_are_read_alike(again: Any, ask: Ask) -> None:
    body = {"error": {"message": "Full.", "code": "full", "room": 3}, "problem": "p"}
    talk = ask(json_reply(body, status=409), max_retries=0)
    with pytest.raises(talk.package.ConflictError) as caught:
        talk.call("it.range")
    error = again(caught.value)
    assert (error.message, error.code, error.details) == ("Full.", "full", {"problem": "p", "room": 3})
    assert error.body_as(talk.package.models.Problem).problem == "p"


def test_the_body_is_read_as_the_type_that_the_status_has(ask: Ask) -> None:
    talk = ask(json_reply({"missing": "m"}, status=404), max_retries=0)
    with pytest.raises(talk.package.NotFoundError) as caught:
        talk.call("it.range")
    models, error = talk.package.models, caught.value
    assert error.body_as(models.Missing) is error.body
    assert error.body_as(models.Problem) is None  # which the document has for another status


def test_a_body_that_is_not_documented_is_read_as_what_it_fits(ask: Ask) -> None:
    talk = ask(json_reply({"id": "1"}, status=409), max_retries=0)
    with pytest.raises(talk.package.ConflictError) as caught:
        talk.call("it.nothing")
    models, error = talk.package.models, caught.value
    assert error.body_as(models.Thing) == models.Thing(id="1")
    assert error.body_as(models.Other) is None
    assert error.body_as(dict[str, str]) == {"id": "1"}


def test_a_secret_that_the_server_repeats_is_not_in_the_message(ask: Ask) -> None:
    talk = ask(json_reply({"message": "no key s3cret-key"}, status=409), max_retries=0)
    client = talk.client.with_options(headers={"authorization": "s3cret-key"})
    with pytest.raises(talk.package.ConflictError) as caught:
        talk.flavour.call(client.it.nothing)
    assert caught.value.message == "no key ***"


@pytest.mark.parametrize("body", [b"", b"Bad", b"\xff\xfe\xff", b'{"cut'])
def test_what_is_no_data_has_no_code(body: bytes, ask: Ask) -> None:
    talk = ask(Reply(status=409, body=body, headers={"content-type": "application/json"}), max_retries=0)
    with pytest.raises(talk.package.ConflictError) as caught:
        talk.call("it.nothing")
    assert isinstance(caught.value.message, str)
    assert (caught.value.code, caught.value.details) == (None, None)
