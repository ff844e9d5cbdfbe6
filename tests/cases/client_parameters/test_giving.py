"""What nearly every call takes is given once, and every kind of call has it."""

import inspect
import logging
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

SECRET = "s3cret-canary"
GIVEN: dict[str, Any] = {"bearer": "t", "x_tenant": "acme", "api_version": "v1"}
CALLS = ["page", "stream", "answer", "undocumented", "plain"]


def booked(request: RecordedRequest) -> Reply:
    if "event-stream" in request.headers.get("accept", ""):
        return Reply(body=b"data: there\n\n", headers={"content-type": "text/event-stream"})
    if request.path == "/entries" and request.method == "GET":
        return json_reply({"items": [{"name": "n"}], "next": None})
    return json_reply({"name": "n"}) if request.method in {"GET", "POST"} else Reply(status=204)


def run(client: Any, call: str, flavour: Flavour, **arguments: Any) -> None:
    """Make a call with these arguments, whatever it gives."""
    match call:
        case "page":
            flavour.collect(client.entries.list(**arguments))
        case "stream":
            flavour.collect(flavour.call(client.entries.watch, **arguments))
        case "answer":
            flavour.call(client.with_response(client.entries.create), name="n", **arguments)
        case "undocumented":
            flavour.call(client.get, "/other")
        case _:
            flavour.call(client.entries.delete, "1", **arguments)


@pytest.mark.parametrize("call", CALLS)
def test_every_kind_of_call_has_what_the_client_is_given(call: str, ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, **GIVEN, x_region="eu", x_depth=3)
    run(talk.client, call, flavour)
    headers = talk.request.headers
    assert (headers["x-tenant"], headers["x-region"], headers["x-depth"]) == ("acme", "eu", "3")
    assert headers["x-app-key"] is None
    assert talk.request.query == [("api-version", "v1")]


@pytest.mark.parametrize("call", [call for call in CALLS if call != "undocumented"])
def test_what_a_call_gives_comes_first(call: str, ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, **GIVEN)
    run(talk.client, call, flavour, x_tenant="other", api_version="v2")
    assert talk.request.headers.get_all("x-tenant") == ["other"]
    assert talk.request.query == [("api-version", "v2")]


def test_calls_that_do_not_take_it_are_sent_nothing_of_it(ask: Ask) -> None:
    talk = ask(booked, **GIVEN)
    talk.call("health.health")
    assert (talk.request.headers["x-tenant"], talk.request.query) == (None, [])


def test_a_call_that_nobody_gives_what_it_needs_is_not_sent(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, bearer="t", api_version="v1")
    for call in ("page", "stream", "answer", "plain"):
        with pytest.raises(talk.package.InvalidRequestError) as caught:
            run(talk.client, call, flavour)
        assert "needs x_tenant: give it to the call, or to the client as x_tenant" in str(caught.value)
    with pytest.raises(talk.package.InvalidRequestError, match="client as api_version"):
        run(talk.client.with_options(api_version=None), "plain", flavour, x_tenant="acme")
    run(talk.client, "undocumented", flavour)
    assert [request.path for request in talk.server.requests] == ["/other"]
    run(talk.client, "plain", flavour, x_tenant="acme", api_version="v1")
    assert talk.server.requests[-1].headers["x-tenant"] == "acme"


def test_options_change_it_and_take_it_back(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, **GIVEN, x_region="eu")
    other = talk.client.with_options(x_tenant="other", x_region=None)
    run(other.with_options(max_retries=0), "plain", flavour)
    run(talk.client, "plain", flavour)
    first, second = talk.server.requests
    assert (first.headers["x-tenant"], first.headers["x-region"]) == ("other", None)
    assert (second.headers["x-tenant"], second.headers["x-region"]) == ("acme", "eu")
    with pytest.raises(talk.package.InvalidRequestError):
        run(talk.client.with_options(x_tenant=None), "plain", flavour)


@pytest.mark.parametrize("call", CALLS)
def test_a_header_of_the_user_stands_for_it(call: str, ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, bearer="t", headers={"X-TENANT": "mine"}, api_version="v1")
    run(talk.client, call, flavour)
    run(talk.client.with_options(headers={"x-tenant": "later"}), call, flavour)
    assert [request.headers.get_all("x-tenant") for request in talk.server.requests] == [["mine"], ["later"]]


def test_what_is_said_last_counts(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, **GIVEN, headers={"X-Tenant": "header"})
    run(talk.client, "plain", flavour)
    changed = talk.client.with_options(x_tenant="argument")
    run(changed, "plain", flavour)
    changed = changed.with_options(headers={"X-Tenant": "again"})
    run(changed, "plain", flavour)
    run(changed.with_options(x_tenant="last"), "plain", flavour)
    run(talk.client, "plain", flavour, x_tenant="own")
    flavour.call(changed.with_options(x_tenant="last").get, "/other", headers={"x-tenant": "here"})
    sent = [request.headers.get_all("x-tenant") for request in talk.server.requests]
    assert sent == [["header"], ["argument"], ["again"], ["last"], ["own"], ["here"]]


def test_a_header_that_is_not_to_be_sent_is_not_demanded(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, bearer="t", api_version="v1")
    run(talk.client.with_options(headers={"X-Tenant": None}), "plain", flavour)
    assert talk.request.headers["x-tenant"] is None


def test_a_query_of_the_user_stands_for_it(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, bearer="t", x_tenant="acme")
    run(talk.client.with_options(query={"api-version": "v3"}), "plain", flavour)
    assert talk.request.query == [("api-version", "v3")]
    flavour.call(talk.client.with_options(api_version="v4").get, "/other", query={"api-version": "v5"})
    assert talk.server.requests[-1].query == [("api-version", "v5")]


def test_the_environment_satisfies_calls_and_yields(
    ask: Ask, flavour: Flavour, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEDGERS_TENANT", "environment")
    talk = ask(booked, bearer="t", api_version="v1")
    run(talk.client, "plain", flavour)
    run(talk.client.with_options(x_tenant="argument"), "plain", flavour)
    assert [request.headers["x-tenant"] for request in talk.server.requests] == ["environment", "argument"]


def test_our_own_user_agent_is_one(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, **GIVEN)
    run(talk.client, "plain", flavour)
    run(talk.client.with_options(user_agent_="mine"), "plain", flavour)
    first, second = (request.headers["user-agent"] for request in talk.server.requests)
    assert (first is not None, second) == (True, "mine")


def test_pages_that_the_server_links_have_it(ask: Ask, flavour: Flavour) -> None:
    def answer(request: RecordedRequest) -> Reply:
        more = "/entries?page=2" if "page=2" not in request.target else None
        return json_reply({"items": [{"name": request.target}], "next": more})

    talk = ask(answer, **GIVEN)
    assert len(flavour.collect(talk.client.entries.list())) == 2
    assert [request.headers["x-tenant"] for request in talk.server.requests] == ["acme", "acme"]
    assert talk.server.requests[1].query == [("page", "2"), ("api-version", "v1")]


def test_each_try_has_it(ask: Ask, flavour: Flavour) -> None:
    replies = iter([Reply(status=503), Reply(status=204)])
    talk = ask(lambda _: next(replies), **GIVEN)
    run(talk.client, "plain", flavour)
    assert [request.headers["x-tenant"] for request in talk.server.requests] == ["acme", "acme"]


def test_another_server_gets_nothing_of_it(ask: Ask, flavour: Flavour) -> None:
    with HttpServer(booked) as other:
        talk = ask(
            lambda _: Reply(status=302, headers={"location": f"{other.url}/entries/1"}),
            **GIVEN,
            x_app_key=SECRET,
        )
        flavour.call(talk.client.entries.get, "1")
        flavour.call(talk.client.entries.get, "1", x_app_key=SECRET)
    assert len(other.requests) == 2
    for request in other.requests:
        assert (request.headers["x-tenant"], request.headers["x-app-key"], request.query) == (None, None, [])


@pytest.mark.parametrize("is_own", [False, True], ids=["client", "call"])
def test_what_is_a_credential_by_its_name_is_never_shown(
    is_own: bool, ask: Ask, flavour: Flavour, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(request: RecordedRequest) -> Reply:
        return json_reply({"message": f"bad {request.headers['x-app-key']}"}, status=400)

    given = {"x_app_key": SECRET}
    talk = ask(refuse, **GIVEN, **({} if is_own else given))
    with caplog.at_level(logging.DEBUG), pytest.raises(talk.package.BadRequestError) as caught:
        run(talk.client, "plain", flavour, **(given if is_own else {}))
    error = caught.value
    texts = [str(error), repr(error), repr(error.request), error.message, caplog.text]
    texts.append(repr(talk.client._transport.settings))
    assert talk.request.headers["x-app-key"] == SECRET
    assert [text for text in texts if SECRET in text] == []
    with pytest.raises(talk.package.InvalidRequestError) as refused:
        run(talk.client, "plain", flavour, x_app_key=f"{SECRET}\n")
    assert SECRET not in f"{refused.value} {refused.value.__cause__}"
    assert "x_app_key" in str(refused.value)


def test_what_cannot_be_sent_names_its_argument(ask: Ask, flavour: Flavour) -> None:
    talk = ask(booked, **{**GIVEN, "x_tenant": "a\nb"})
    with pytest.raises(talk.package.InvalidRequestError, match="x_tenant"):
        run(talk.client, "plain", flavour)
    assert talk.server.requests == []


def test_signatures_and_texts(ask: Ask) -> None:
    client = ask(booked, **GIVEN).client
    call, told = inspect.signature(client.entries.delete), inspect.getdoc(client.entries.delete) or ""
    assert call.parameters["x_tenant"].default is call.parameters["x_request_id"].default is None
    assert "x_tenant: Whose books they are. The client's `x_tenant` by default." in told
    assert "x_request_id: `X-Request-Id` in the headers." in told
    assert "x_tenant: Whose books they are." in (inspect.getdoc(type(client).__init__) or "")
    assert "x_request_id" not in inspect.signature(type(client)).parameters


@pytest.mark.parametrize("call", [call for call in CALLS if call != "undocumented"])
def test_a_key_that_is_no_scheme_may_be_all_there_is(call: str, ask: Ask, flavour: Flavour) -> None:
    """APIs that demand OAuth take a key in a parameter too: whether it is enough, the server says."""
    keyless = {name: value for name, value in GIVEN.items() if name != "bearer"}
    talk = ask(booked, **keyless, x_app_key=SECRET)
    run(talk.client, call, flavour)
    assert (talk.request.headers["x-app-key"], talk.request.headers["authorization"]) == (SECRET, None)
    with pytest.raises(talk.package.MissingCredentialError, match="bearer"):
        run(talk.client.with_options(x_app_key=None), call, flavour)
    talk = ask(booked, **keyless, x_region="eu")  # which is no key
    with pytest.raises(talk.package.MissingCredentialError, match="bearer"):
        run(talk.client, call, flavour)
