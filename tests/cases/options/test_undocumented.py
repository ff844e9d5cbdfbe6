"""Calls that the document does not have: in everything else they are like all calls."""

import sys
import typing
from io import BytesIO
from typing import Any

import pytest
from pydantic import BaseModel

from tests.support.conversations import Ask
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

SECRET = "s3cret-canary"


FORM = "application/x-www-form-urlencoded"


class Thing(BaseModel):
    name: str


def echo(request: RecordedRequest) -> Reply:
    return json_reply({"name": request.method})


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_each_method_has_its_own_call(method: str, ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    path = "/new/ü {x}?a=1"
    assert talk.call(method.lower(), path, query={"b": [1, "x y"], "c": None}) == {"name": method}
    assert talk.call("request", method.lower(), path.removeprefix("/"), query={"b": [1, "x y"]}) == {
        "name": method
    }
    assert [request.target for request in talk.server.requests] == [
        "/new/%C3%BC%20%7Bx%7D?a=1&b=1&b=x%20y"
    ] * 2
    assert talk.server.requests[0].headers["authorization"] == "Bearer t"


@pytest.mark.parametrize(
    ("cast_to", "expected"),
    [
        (Thing, Thing(name="GET")),
        (dict[str, str], {"name": "GET"}),
        (bytes, b'{"name": "GET"}'),
        (str, '{"name": "GET"}'),
        (Any, {"name": "GET"}),
        (Thing | None, Thing(name="GET")),
        (list[int], {"name": "GET"}),
    ],
    ids=str,
)
def test_answers_are_what_they_are_cast_to(cast_to: Any, expected: Any, ask: Ask) -> None:
    assert ask(echo, bearer="t").call("get", "/x", cast_to=cast_to) == expected


def test_answers_without_json(ask: Ask) -> None:
    replies = iter([Reply(status=204), Reply(body=b"hi", headers={"content-type": "text/plain"})])
    talk = ask(lambda _: next(replies), bearer="t")
    assert [talk.call("get", "/x"), talk.call("get", "/x")] == [None, "hi"]


def test_strict_clients_refuse_what_does_not_fit(ask: Ask) -> None:
    talk = ask(echo, bearer="t", strict_responses=True)
    with pytest.raises(talk.package.DecodingError):
        talk.call("get", "/x", cast_to=list[int])


@pytest.mark.parametrize(
    ("body", "headers", "content", "media_type"),
    [
        ({"a": [1]}, {}, b'{"a":[1]}', "application/json"),
        ([1], {}, b"[1]", "application/json"),
        ("text", {}, b'"text"', "application/json"),
        (None, {}, b"null", "application/json"),
        (Thing(name="n"), {}, b'{"name":"n"}', "application/json"),
        (b"raw", {}, b"raw", "application/octet-stream"),
        ("text", {"Content-Type": "text/csv"}, b"text", "text/csv"),
        (
            {"a": "b c"},
            {"content-type": "application/x-www-form-urlencoded"},
            b"a=b+c",
            "application/x-www-form-urlencoded",
        ),
        ({"a": 1}, {"content-type": "application/vnd.x+json"}, b'{"a":1}', "application/vnd.x+json"),
    ],
    ids=str,
)
def test_bodies(body: Any, headers: dict[str, str], content: bytes, media_type: str, ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    talk.call("post", "/x", body=body, headers=headers)
    assert (talk.request.body, talk.request.headers["content-type"]) == (content, media_type)


def test_files_are_sent_as_they_are(ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    talk.call("put", "/x", body=BytesIO(b"file"))
    assert (talk.request.body, talk.request.headers["content-type"]) == (b"file", "application/octet-stream")


def test_a_form_of_parts_is_sent_with_its_boundary(ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    talk.call("post", "/x", body={"file": b"raw"}, headers={"content-type": "multipart/form-data"})
    assert talk.request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert b"raw" in talk.request.body


def test_errors_retries_and_redirects_are_those_of_all_calls(ask: Ask) -> None:
    replies = iter(
        [
            Reply(status=503),
            Reply(status=307, headers={"location": "/y"}),
            Reply(status=404, body=SECRET.encode()),
        ]
    )
    talk = ask(lambda _: next(replies), bearer=SECRET)
    with pytest.raises(talk.package.NotFoundError) as caught:
        talk.call("get", "/x")
    assert talk.targets == ["GET /x", "GET /x", "GET /y"]
    assert SECRET not in str(caught.value)


def test_the_documents_usual_credentials_are_sent_else_all(ask: Ask) -> None:
    talk = ask(echo, query="q")
    talk.call("get", "/x")
    assert talk.request.target == "/x?vault=q"
    assert ask(echo).call("get", "/x") == {"name": "GET"}


def test_the_query_of_the_base_url_stays(ask: Ask) -> None:
    with HttpServer(echo) as server:
        talk = ask(echo, bearer="t", base_url=f"{server.url}/v1/?tenant=a")
        talk.call("get", "x", query={"b": 1})
        talk.call("get", "?c=1")
        talk.call("get", f"{server.url}/v2/y?d=1", query={"b": 1})
    assert [request.target for request in server.requests] == [
        "/v1/x?tenant=a&b=1",
        "/v1?c=1&tenant=a",
        "/v2/y?d=1&b=1",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "https://example.com/x",
        "HTTP://example.com",
        " https://example.com/",
        "http://127.0.0.1:1/x",
        "http://[",
        "ftp://a/b",
    ],
)
def test_another_origin_is_refused(path: str, ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    with pytest.raises(talk.package.InvalidRequestError, match="another origin"):
        talk.call("get", path)


@pytest.mark.parametrize(
    "path", ["//example.com/x", "@example.com/", "\\\\example.com/x", ":1/x", ".example.com/x"]
)
def test_no_path_leads_to_another_origin(path: str, ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    assert talk.call("get", path) == {"name": "GET"}


def test_what_is_no_method_is_refused(ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    with pytest.raises(talk.package.InvalidRequestError, match="HTTP method"):
        talk.call("request", "GET /x\r\n", "/x")


def test_answers_come_with_their_responses(ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    answer = talk.flavour.call(
        talk.client.with_response(talk.client.post), "/x", headers={"a": "b"}, cast_to=Thing
    )
    assert (answer.value, answer.response.status) == (Thing(name="POST"), 200)


def test_a_resource_of_that_name_yields(ask: Ask) -> None:
    talk = ask(Reply(status=204), bearer="t")
    talk.call("get_.get")
    assert talk.targets == ["GET /get"]


class Plain:
    """A class that pydantic does not know."""


class OldDict(typing.TypedDict):
    """A dictionary's type that pydantic takes of `typing_extensions` alone, before Python 3.12."""

    name: str


UNREADABLE = [Plain, list[Plain], 5]
UNREADABLE += [OldDict] if sys.version_info < (3, 12) else []


@pytest.mark.parametrize("cast_to", UNREADABLE, ids=str)
def test_what_nothing_can_be_read_as_is_refused_before_anything_is_sent(cast_to: Any, ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    with pytest.raises(talk.package.InvalidRequestError, match="cast_to takes a pydantic model"):
        talk.call("post", "/x", body={}, cast_to=cast_to)
    assert talk.server.requests == []


def test_half_a_character_in_a_path_is_refused(ask: Ask) -> None:
    talk = ask(echo, bearer="t")
    with pytest.raises(talk.package.InvalidRequestError, match="half a character"):
        talk.call("get", "/\ud800")
