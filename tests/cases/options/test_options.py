"""What `with_options` gives single calls besides."""

from types import ModuleType
from typing import Any

import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply, json_reply

SECRET = "s3cret-canary"


def noted(request: RecordedRequest) -> Reply:
    if "event-stream" in request.headers.get("accept", ""):
        return Reply(body=b"data: there\n\n", headers={"content-type": "text/event-stream"})
    if request.path == "/notes" and request.method == "GET":
        return json_reply({"items": [{"name": "n"}], "next": None})
    return json_reply({"name": "n"}) if request.path == "/notes" else Reply(status=204)


def run(client: Any, call: str, flavour: Flavour) -> None:
    """Make a call with these options, whatever it gives."""
    match call:
        case "page":
            flavour.collect(client.notes.list())
        case "stream":
            flavour.collect(flavour.call(client.notes.watch))
        case "answer":
            flavour.call(client.with_response(client.notes.create), name="n")
        case "undocumented":
            flavour.call(client.get, "/other", headers={"X-Other": "o"})
        case _:
            flavour.call(client.forms.send, name="n")


CALLS = ["page", "stream", "answer", "undocumented", "form"]


@pytest.mark.parametrize("call", CALLS)
def test_headers_and_queries_go_with_every_kind_of_call(call: str, ask: Ask, flavour: Flavour) -> None:
    talk = ask(noted, bearer="t", headers={"X-Mine": "first"})
    changed = talk.client.with_options(headers={"x-mine": "second", "X-New": "n"}, query={"a": [1, True]})
    run(changed.with_options(query={"b": "ü&"}), call, flavour)
    run(talk.client, call, flavour)
    first, second = talk.server.requests
    assert (first.headers.get_all("x-mine"), first.headers["x-new"]) == (["second"], "n")
    assert first.query == [("a", "1"), ("a", "true"), ("b", "ü&")]
    assert (second.headers["x-mine"], second.headers["x-new"], second.query) == ("first", None, [])


@pytest.mark.parametrize(
    "name", ["User-Agent", "ACCEPT", "accept-encoding", "Idempotency-Key", "X-Mine", "connection"]
)
def test_none_takes_out_a_header_whoever_sends_it(name: str, ask: Ask, flavour: Flavour) -> None:
    if flavour.is_pyreqwest and name.lower() in {"accept", "user-agent"}:
        pytest.skip("pyreqwest sends its own, and has no switch for that")
    talk = ask(noted, bearer="t", headers={"x-mine": "m"})
    run(talk.client.with_options(headers={name: None}), "form", flavour)
    assert talk.request.headers[name] is None
    run(
        talk.client.with_options(headers={name: None}).with_options(headers={name.upper(): "x"}),
        "form",
        flavour,
    )
    assert talk.server.requests[-1].headers.get_all(name) == ["x"]


def test_none_takes_out_a_credential_and_none_is_demanded(ask: Ask) -> None:
    talk = ask(noted)
    with pytest.raises(talk.package.MissingCredentialError):
        talk.call("forms.clear")
    talk.flavour.call(talk.client.with_options(headers={"authorization": None}).forms.clear, x_trace="t")
    assert talk.request.headers["authorization"] is None
    assert talk.request.headers["x-trace"] == "t"


def test_a_query_takes_the_place_of_the_calls_own(ask: Ask, flavour: Flavour) -> None:
    talk = ask(noted, query=SECRET)
    flavour.collect(talk.client.with_options(query={"size": 7, "page": None}).notes.list(page=1, size=2))
    flavour.collect(talk.client.with_options(query={"vault": "other"}).notes.list())
    assert [request.query for request in talk.server.requests] == [
        [("vault", SECRET), ("size", "7")],
        [("vault", "other")],
    ]


def test_pages_that_the_server_links_keep_the_query(ask: Ask, flavour: Flavour) -> None:
    def answer(request: RecordedRequest) -> Reply:
        is_last = ("c", "2") in request.query
        return json_reply({"items": [{"name": request.target}], "next": None if is_last else "/notes?c=2"})

    talk = ask(answer, query=SECRET)
    assert len(flavour.collect(talk.client.with_options(query={"a": "1"}).notes.list())) == 2
    assert talk.server.requests[1].query == [("c", "2"), ("vault", SECRET), ("a", "1")]


def test_no_error_shows_a_credential_in_headers_and_queries(ask: Ask) -> None:
    talk = ask(lambda _: Reply(status=400, body=f"no {SECRET}!".encode()), bearer="t")
    for options in ({"query": {"api_key": SECRET}}, {"headers": {"X-Token": SECRET}}):
        client = talk.client.with_options(**options)
        with pytest.raises(talk.package.ApiStatusError) as caught:
            talk.flavour.call(client.forms.clear)
        assert SECRET not in str(caught.value)


def test_further_properties_go_into_bodies(ask: Ask) -> None:
    talk = ask(noted, bearer="t")
    client = talk.client.with_options(body={"name": "mine", "new": {"a": [1]}}).with_options(
        body={"more": None}
    )
    talk.flavour.call(client.notes.create, name="n", made_at="2026-01-01T00:00:00Z")
    talk.flavour.call(client.post, "/notes", body=talk.package.models.Note(name="n"))
    talk.flavour.call(client.with_options(body={"new": "a b"}).forms.send, name="n")
    talk.flavour.call(client.forms.touch)
    given, model, form, none = talk.server.requests
    mine = {"name": "mine", "new": {"a": [1]}, "more": None}
    assert given.json == {"madeAt": "2026-01-01T00:00:00Z", **mine}
    assert (model.json, none.json) == (mine, mine)
    assert form.body.startswith(b"name=mine&new=a+b")


@pytest.mark.parametrize(("call", "args"), [("forms.clear", ()), ("forms.send_text", ("text",))])
def test_further_properties_of_no_object_are_refused(call: str, args: tuple[Any, ...], ask: Ask) -> None:
    talk = ask(noted, bearer="t")
    client = Conversation(
        package=talk.package,
        client=talk.client.with_options(body={"a": 1}),
        server=talk.server,
        flavour=talk.flavour,
        waits=[],
    )
    with pytest.raises(talk.package.InvalidRequestError, match="further properties"):
        client.call(call, *args)
    assert talk.server.requests == []


def test_an_idempotency_key_is_the_same_in_all_tries(ask: Ask) -> None:
    talk = ask(Reply(status=500), bearer="t", max_retries=1)
    for client in (talk.client.with_options(idempotency_key="mine"), talk.client):
        with pytest.raises(talk.package.InternalServerError):
            talk.flavour.call(client.notes.create, name="n")
    keys = [request.headers["idempotency-key"] for request in talk.server.requests]
    assert keys[:2] == ["mine", "mine"]
    assert keys[2] == keys[3] != "mine"


def test_an_argument_called_options_is_the_documents_own(ask: Ask, flavour: Flavour) -> None:
    talk = ask(noted, bearer="t")
    flavour.collect(talk.client.with_options(query={"a": 1}).notes.list(options="theirs"))
    assert talk.request.query == [("options", "theirs"), ("a", "1")]


def test_who_asks_is_told(ask: Ask, api: ModuleType) -> None:
    talk = ask(noted, bearer="t")
    talk.call("forms.touch")
    product, python, _, library = talk.request.headers["user-agent"].split(" ")
    assert (product, python.partition("/")[0]) == ("options_api/2.1-beta", "CPython")
    carrier = (talk.flavour.adapter or "httpx2").removeprefix("Async").lower()
    assert library.startswith(f"{carrier}/")


@pytest.mark.parametrize("tries", [None, "3", 1.5, -1])
def test_tries_that_are_no_whole_number_are_refused(ask: Ask, tries: Any) -> None:
    talk = ask(Reply(status=204), bearer="t")
    with pytest.raises(talk.package.InvalidRequestError, match="max_retries is a whole number"):
        talk.client.with_options(max_retries=tries)
