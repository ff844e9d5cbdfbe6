"""What must be sent is sent, once, whether a call gives it or nobody has to."""

import json
from inspect import signature
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.support.conversations import Ask
from tests.support.http_server import Reply

DONE = Reply(status=204)
# What RFC 6265 has cookies made of, as a base64 token has it.
TOKEN = "a+b/c==&%"


def test_constants_are_sent_without_being_given(ask: Ask) -> None:
    client = ask(DONE, key="k")
    part = client.package.models.Part(part_id="1", inner=client.package.models.Part(part_id="2"))
    client.call("messages.send", text="Hello", part=part)
    request = client.request
    assert request.raw_path == "/v2/messages"
    assert request.query == [("format", "full"), ("depth", "1"), ("api_key", "k")]
    assert request.headers["x-flag"] == "true"
    inner = {"type": "text", "partId": "2"}
    assert request.json == {
        "kind": "message",
        "text": "Hello",
        "part": {"type": "text", "partId": "1", "inner": inner},
    }


def test_pydantic_writes_constants_as_they_are_sent(ask: Ask) -> None:
    part = ask(DONE, key="k").package.models.Part
    given = part(part_id="1", inner=part(part_id="2"))
    inner = {"type": "text", "partId": "2"}
    written = json.loads(given.model_dump_json(by_alias=True, exclude_unset=True))
    assert written == {"type": "text", "partId": "1", "inner": inner}
    assert given.model_dump(exclude_unset=True, exclude={"type"}) == {
        "part_id": "1",
        "inner": {"type": "text", "part_id": "2"},
    }
    assert given.model_dump(exclude_unset=True, include={"part_id"}) == {"part_id": "1"}
    read = part.model_validate({"partId": "1", "kindOfPart": "optional"})
    assert json.loads(read.model_dump_json(by_alias=True, exclude_unset=True)) == {
        "type": "text",
        "partId": "1",
        "kindOfPart": "optional",
    }


def test_constants_are_sent_in_lists_and_forms(ask: Ask) -> None:
    client = ask(DONE, session="s")
    client.call("messages.put_parts", body=[client.package.models.Part(part_id="1")])
    assert client.request.json == [{"type": "text", "partId": "1"}]
    client.call("messages.upload", x_trace=1, file=b"...")
    body = client.server.requests[-1].body
    assert b'name="purpose"\r\n\r\nbatch\r\n' in body


def test_a_constant_can_be_another_value_still(ask: Ask) -> None:
    client = ask(DONE, key="k")
    part = client.package.models.Part.model_construct(
        type="image", part_id="1", _fields_set={"type", "part_id"}
    )
    client.call("messages.send", text="Hello", part=part, kind="note", version="v3")
    assert client.request.raw_path == "/v3/messages"
    assert (client.request.json["kind"], client.request.json["part"]["type"]) == ("note", "image")


def test_what_is_said_otherwise_is_no_argument(api: ModuleType) -> None:
    names = set(signature(api.ApiClient(base_url="https://a.test").messages.send).parameters)
    assert not names & {"api_key", "accept", "content_type"}
    config = ClientConfig(document=str(Path(__file__).with_name("openapi.yaml")), package="api")
    told = [entry.message for entry in understand(config).api.ledger if entry.code == "implied-parameter"]
    assert len(told) == 5
    for name in ("api_key", "Accept", "content-type", "Authorization", "authorization"):
        assert sum(f"'{name}'" in message for message in told) == 1


def test_the_operation_s_header_replaces_that_of_its_path_in_any_case(api: ModuleType) -> None:
    messages = api.ApiClient(base_url="https://a.test").messages
    assert signature(messages.put_parts).parameters["x_trace"].default is None
    assert signature(messages.upload).parameters["x_trace"].default is signature(len).empty


def test_a_header_in_another_case_is_the_same_header(ask: Ask) -> None:
    client = ask(DONE, session="s", headers={"X-TRACE": "mine", "ACCEPT": "text/plain"})
    client.call("messages.put_parts", body=[], x_trace="other")
    assert client.request.headers.get_all("x-trace") == ["other"]
    assert client.request.headers.get_all("accept") == ["text/plain"]


def test_an_authorization_header_without_a_scheme_is_a_credential(ask: Ask) -> None:
    client = ask(DONE, authorization="Token t")
    client.call("search.search")
    client.call("search.forget")
    assert [request.headers["authorization"] for request in client.server.requests] == ["Token t"] * 2


def test_a_credential_that_is_required_is_missed_before_anything_is_sent(ask: Ask) -> None:
    client = ask(DONE)
    with pytest.raises(client.package.MissingCredentialError, match="authorization"):
        client.call("search.search")
    client.call("search.forget")
    assert client.request.headers["authorization"] is None


def test_a_cookie_has_its_credential_as_it_is(ask: Ask) -> None:
    client = ask(DONE, session=TOKEN)
    client.call("messages.put_parts", body=[])
    assert client.request.headers["cookie"] == f"sid={TOKEN}"


@pytest.mark.parametrize("credential", ["a b", "a;b", "a,b", 'a"b', "a\\b", "é", "a\nb"])
def test_what_no_cookie_can_have_is_refused_unseen(credential: str, ask: Ask) -> None:
    with pytest.raises(ValueError, match="session") as caught:
        ask(DONE, session=credential)
    assert credential not in str(caught.value)
    assert type(caught.value).__name__ == "InvalidRequestError"


@pytest.mark.parametrize(
    ("call", "arguments", "body"),
    [
        ("search", {}, None),
        ("forget", {}, None),
        ("long", {}, {}),
        ("search", {"query": "x"}, {"query": "x"}),
        ("forget", {"query": "x"}, {"query": "x"}),
        ("forget", {"query": None}, None),
        ("long", {"query": None}, {}),
    ],
)
def test_what_usually_has_no_body_has_none_unless_it_is_given(
    call: str, arguments: dict[str, Any], body: Any, ask: Ask
) -> None:
    client = ask(DONE, authorization="t")
    client.call(f"search.{call}", **arguments)
    sent = client.request.body
    assert (json.loads(sent) if sent else None) == body
    assert (client.request.headers["content-type"] is None) == (body is None)
