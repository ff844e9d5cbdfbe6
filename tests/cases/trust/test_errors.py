"""Errors of calls: what they say, what they have, and that they can be sent elsewhere."""

import copy
import json
import pickle
from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import Reply, json_reply

# Bodies of errors as APIs have them, and what is wrong.
SHAPES: list[tuple[Any, str]] = [
    ("It is full.", "It is full."),
    ({"message": "It is full."}, "It is full."),
    ({"Message": "It is full."}, "It is full."),
    ({"msg": "It is full."}, "It is full."),
    ({"error": "It is full."}, "It is full."),
    ({"error": {"message": "It is full.", "type": "full", "code": 7}}, "It is full."),
    ({"Error": {"Code": "Full", "Message": "It is full."}}, "It is full."),
    ({"error": "full", "error_description": "It has no room."}, "full: It has no room."),
    ({"error_message": "It is full."}, "It is full."),
    ({"errorMessage": "It is full.", "errorCode": "E7"}, "It is full."),
    ({"detail": "It is full."}, "It is full."),
    ({"detail": [{"loc": ["body", "name"], "msg": "is missing", "type": "x"}]}, "name: is missing"),
    ({"title": "Full", "detail": "It has no room.", "status": 400}, "Full: It has no room."),
    ({"title": "Full", "type": "about:blank", "status": 400}, "Full"),
    ({"errors": ["It is full.", "It is old."]}, "It is full.; It is old."),
    ({"errors": [{"message": "It is full."}]}, "It is full."),
    ({"errors": [{"field": "name", "message": "is missing"}]}, "name: is missing"),
    ({"errors": [{"title": "Full", "detail": "No room."}]}, "Full: No room."),
    ({"errors": {"name": ["is missing", "is bad"]}}, "name: is missing; is bad"),
    ({"message": "Invalid", "errors": {"name": ["is missing"]}}, "Invalid: name: is missing"),
    ({"name": ["is missing"]}, "name: is missing"),
    ({"non_field_errors": ["It is full."]}, "It is full."),
    ({"fault": {"faultstring": "It is full.", "detail": {"errorcode": "x"}}}, "It is full.: x"),
    ({"__type": "Full", "message": "It is full."}, "It is full."),
    ({"description": "It is full."}, "It is full."),
    ({"reason": "It is full."}, "It is full."),
    ({"meta": {"msg": "It is full."}, "data": None}, "It is full."),
    ({"status": "error", "statusMessage": "It is full."}, "It is full."),
    ([{"message": "It is full."}], "It is full."),
    ({"code": "full"}, "full"),
    ({"a": 1, "b": 2, "c": 3, "name": ["is missing"]}, "name: is missing"),
    ({"wrong": 7, "why": None}, '{"wrong":7,"why":null}'),
    ({"a": "x" * 900}, '{"a":"' + "x" * 494 + "..."),
    ({}, "the server gave no reason"),
]


@pytest.mark.parametrize(("body", "said"), SHAPES, ids=lambda value: json.dumps(value)[:40])
def test_what_is_wrong_is_said(body: Any, said: str, ask: Ask) -> None:
    talk = ask(json_reply(body, status=400), bearer="token")
    with pytest.raises(talk.package.BadRequestError) as caught:
        talk.call("things.list")
    assert str(caught.value) == f"GET {talk.server.url}/things: 400: {said}"
    assert caught.value.body == body


@pytest.mark.parametrize("again", [lambda it: pickle.loads(pickle.dumps(it)), copy.copy, copy.deepcopy])
def test_errors_keep_what_they_have_when_they_are_copied(again: Any, ask: Ask) -> None:
    reply = json_reply({"message": "full"}, status=429)
    headers = {**reply.headers, "x-request-id": "req_1", "retry-after": "7"}
    talk = ask(Reply(status=429, body=reply.body, headers=headers), bearer="token", max_retries=0)
    with pytest.raises(talk.package.RateLimitError) as caught:
        talk.call("things.list")
    error = again(caught.value)
    assert type(error) is talk.package.RateLimitError
    assert str(error) == str(caught.value)
    assert (error.status, error.body, error.request_id, error.retry_after) == (
        429,
        {"message": "full"},
        "req_1",
        7.0,
    )
    assert error.response.headers["x-request-id"] == error.response.request_id == "req_1"


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (429, {"retry-after": "7"}, 7.0),
        (503, {"retry-after-ms": "1500"}, 1.5),
        (429, {"x-ratelimit-reset": "9"}, 9.0),
        (403, {"x-ratelimit-reset": "9"}, 9.0),
        (500, {"x-ratelimit-reset": "9"}, None),
        (429, {}, None),
        (429, {"retry-after": "nan"}, None),
    ],
)
def test_when_to_ask_again_is_an_attribute(
    status: int, headers: dict[str, str], expected: float | None, ask: Ask
) -> None:
    talk = ask(Reply(status=status, headers=headers), bearer="token", max_retries=0)
    with pytest.raises(talk.package.ApiStatusError) as caught:
        talk.call("things.list")
    assert caught.value.retry_after == expected


def failing(api: ModuleType) -> list[Any]:
    """An error of each kind that is not of a status."""
    errors, messages = api.errors, __import__(f"{api.__name__}._runtime.messages", fromlist=["Request"])
    request = messages.Request(method="GET", url="http://a.test", headers=messages.Headers())
    response = messages.Response(status=200, headers=messages.Headers(), content=b"x", request=request)
    return [
        errors.ApiConnectionError("broken", request=request, unsent=True),
        errors.ApiTimeoutError("late", request=request),
        errors.ResponseTooLargeError(request),
        errors.RedirectError("away", request=request),
        errors.ClosedError("closed"),
        errors.DecodingError("no", response=response),
        errors.InvalidRequestError("no"),
        errors.MissingCredentialError("no"),
        errors.PaginationError("no"),
        errors.StreamError("no"),
        errors.PayloadError("no"),
    ]


def test_errors_without_an_answer_can_be_copied_too(api: ModuleType) -> None:
    for error in failing(api):
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
            assert type(again) is type(error)
            assert str(again) == str(error)
            assert vars(again).keys() == vars(error).keys()


def test_what_the_http_library_raises_is_an_error_of_ours(api: ModuleType, flavour: Flavour) -> None:
    for fault in (
        RuntimeError("Event loop is closed"),
        UnicodeEncodeError("ascii", "é", 0, 1, "no"),
        OSError(5),
    ):
        client = flavour.open(
            api.ApiClient, api.AsyncApiClient, base_url="http://a.test", bearer="t", max_retries=3
        )
        client._transport.http._given = broken = Broken(fault)
        with pytest.raises(api.ApiConnectionError):
            flavour.call(client.things.list)
        assert broken.calls == 1


def test_what_code_of_the_user_raises_is_the_cause(api: ModuleType, flavour: Flavour) -> None:
    fault = ArithmeticError("the token of yesterday")  # as a hook of a given HTTP client may
    client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url="http://a.test", bearer="t")
    client._transport.http._given = Broken(fault)
    with pytest.raises(api.ApiConnectionError, match="the token of yesterday") as caught:
        flavour.call(client.things.list)
    assert caught.value.__cause__ is fault


class Broken:
    """Stands where an HTTP client is that was given, and fails at whatever is asked of it."""

    closed = is_closed = False

    def __init__(self, fault: Exception) -> None:
        self.fault = fault
        self.calls = 0

    def __getattr__(self, name: str) -> Any:
        self.calls += 1
        raise self.fault


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("localhost:3000", "write http://localhost:3000, or https://"),
        ("a.test/v1", "write http://a.test/v1, or https://"),
        ("ftp://a.test", "begins with http:// or https://"),
        ("http://", "begins with http:// or https://"),
        ("http://a.test#x", "fragment"),
        ("http://a b", "no URL of a server"),
        ("http://[::1", "no URL"),
        ("http://a.test:99999", "no URL"),
    ],
)
def test_a_base_url_that_is_none_gets_a_sentence(text: str, message: str, api: ModuleType) -> None:
    with pytest.raises(api.InvalidRequestError, match="base_url") as caught:
        api.ApiClient(base_url=text, bearer="t")
    assert message in str(caught.value)


@pytest.mark.parametrize("end", ["", "/", "//"])
def test_the_query_of_a_base_url_goes_with_each_request(end: str, ask: Ask) -> None:
    talk = ask(json_reply({}), query="key")
    client = type(talk.client)(base_url=f" {talk.server.url}/v1{end}?tenant=7 ", query="key")
    talk.flavour.call(client.things.list)
    talk.flavour.close(client)
    assert talk.server.requests[-1].target == "/v1/things?tenant=7&vault=key"


def test_the_users_header_wins(ask: Ask) -> None:
    talk = ask(json_reply({}), headers={"AUTHORIZATION": "Mine", "content-type": "application/x+json"})
    talk.call("things.create", name="n")
    (request,) = talk.server.requests
    assert request.headers.get_all("authorization") == ["Mine"]
    assert request.headers.get_all("content-type") == ["application/x+json"]


def test_the_users_content_type_keeps_the_boundary(ask: Ask) -> None:
    talk = ask(Reply(status=204), bearer="t", headers={"Content-Type": "multipart/related"})
    talk.call("things.upload", file=b"content")
    (request,) = talk.server.requests
    media_type, _, boundary = request.headers["content-type"].partition("; boundary=")
    assert media_type == "multipart/related"
    assert request.body.startswith(f"--{boundary}".encode())
