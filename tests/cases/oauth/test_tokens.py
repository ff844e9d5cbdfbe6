"""Tokens of OAuth 2.0: asked for when they are needed, kept, replaced before they end, and never shown."""

import base64
import copy
import logging
import pickle
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs

import anyio
import pytest

from tests.support.conversations import Ask, Conversation
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply, json_reply

EVENTS = Reply(body=b"data: a\n\n", headers={"content-type": "text/event-stream"})


class Server:
    """A server of tokens and of the API: it accepts the token that it gave last, unless that was revoked."""

    def __init__(self, *, lifetime: Any = 3600, pause: float = 0.0, **further: Any) -> None:
        self.lifetime = lifetime
        self.pause = pause
        self.further = further
        self.forms: list[dict[str, str]] = []
        self.headers: list[Any] = []
        self.accepted = ""
        self._lock = threading.Lock()

    def __call__(self, request: RecordedRequest) -> Reply:
        if request.path.startswith("/oauth/"):
            return self._token(request)
        if request.path in {"/health", "/bare"}:
            return Reply(status=204)
        if request.headers["authorization"] != f"Bearer {self.accepted}":
            return json_reply({"error": "invalid_token"}, status=401)
        return EVENTS if request.path == "/events" else json_reply({})

    def _token(self, request: RecordedRequest) -> Reply:
        time.sleep(self.pause)
        with self._lock:
            self.forms.append({name: values[0] for name, values in parse_qs(request.body.decode()).items()})
            self.headers.append(request.headers)
            self.accepted = f"access-{len(self.forms)}"
            answer = {"access_token": self.accepted, "token_type": "Bearer", "expires_in": self.lifetime}
        return json_reply({**answer, **self.further})

    def revoke(self) -> None:
        self.accepted = ""


def own(api: ModuleType, **options: Any) -> Any:
    return api.OAuth2ClientCredentials("me", "s3cret/1", **options)


def calls(talk: Conversation) -> dict[str, Callable[[], Any]]:
    flavour, client = talk.flavour, talk.client
    return {
        "list": lambda: flavour.call(client.notes.list),
        "create": lambda: flavour.call(client.notes.create, name="n"),
        "watch": lambda: flavour.collect(flavour.call(client.notes.watch)),
        "undocumented": lambda: flavour.call(client.get, "/x"),
        "with_response": lambda: flavour.call(client.with_response(client.notes.list)),
    }


@pytest.mark.parametrize("call", ["list", "create", "watch", "undocumented", "with_response"])
def test_a_token_is_asked_for_once_and_kept(call: str, api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, oauth=own(api, scopes=["read", "write"], further={"audience": "a b"}))
    for _ in range(3):
        calls(talk)[call]()
    talk.flavour.call(talk.client.with_options(max_retries=0).notes.list)
    assert server.forms == [{"grant_type": "client_credentials", "scope": "read write", "audience": "a b"}]
    pair = base64.b64encode(b"me:s3cret%2F1").decode()
    assert server.headers[0]["authorization"] == f"Basic {pair}"
    assert server.headers[0]["content-type"] == "application/x-www-form-urlencoded"
    assert talk.server.requests[0].path == "/oauth/token"


def test_the_secret_may_be_sent_in_the_body(api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, oauth=own(api, sends_secret_in_body=True))
    talk.call("notes.list")
    expected = {"grant_type": "client_credentials", "client_id": "me", "client_secret": "s3cret/1"}
    assert server.forms == [expected]
    assert "authorization" not in server.headers[0]


def test_nothing_that_is_meant_for_the_api_goes_to_the_server_of_tokens(api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, oauth=own(api), headers={"X-Tenant": "7"})
    talk.flavour.call(talk.client.with_options(query={"debug": True}).notes.list)
    assert "x-tenant" not in server.headers[0]
    assert talk.server.requests[0].query == []


@pytest.mark.parametrize("kind", ["mac", "DPoP", "N_A"])
def test_a_token_that_is_no_bearers_is_not_sent(kind: str, api: ModuleType, ask: Ask) -> None:
    talk = ask(Server(token_type=kind), oauth=own(api))
    with pytest.raises(api.TokenError, match=f"a token of the type '{kind}' is no use"):
        talk.call("notes.list")
    assert [request.path for request in talk.server.requests] == ["/oauth/token"]


def test_what_needs_no_credential_asks_for_no_token(api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, oauth=own(api), bearer="fixed")
    talk.call("notes.health")
    talk.call("notes.bare")
    talk.flavour.call(talk.client.with_options(headers={"authorization": None}).notes.health)
    assert server.forms == []


@pytest.mark.parametrize("call", ["list", "create", "watch", "undocumented"])
def test_a_refused_token_is_replaced_once(call: str, api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, oauth=own(api), max_retries=0)
    calls(talk)[call]()
    server.revoke()
    calls(talk)[call]()
    assert len(server.forms) == 2


def test_it_is_replaced_but_once(api: ModuleType, ask: Ask) -> None:
    def answer(request: RecordedRequest) -> Reply:
        return json_reply({"access_token": "a"}) if request.path == "/oauth/token" else Reply(status=401)

    talk = ask(answer, oauth=own(api))
    with pytest.raises(talk.package.AuthenticationError):
        talk.call("notes.list")
    assert [request.path for request in talk.server.requests] == ["/oauth/token", "/notes"] * 2


@pytest.mark.parametrize(
    ("lifetime", "leeway", "after", "asked"),
    [
        (3600, 30, 3569, 1),
        (3600, 30, 3571, 2),
        ("3600", 30, 3571, 2),
        (3600, 300, 3301, 2),
        (20, 30, 9, 1),  # or no token would ever be kept
        (20, 30, 11, 2),
        (None, 30, 10**6, 1),
        ("soon", 30, 10**6, 1),
    ],
)
def test_a_token_is_replaced_a_while_before_it_ends(
    lifetime: Any, leeway: float, after: float, asked: int, api: ModuleType, ask: Ask, monkeypatch: Any
) -> None:
    now = [1000.0]
    server = Server(lifetime=lifetime)
    talk = ask(server, oauth=own(api, leeway=leeway))
    oauth = __import__(f"{api.__name__}._runtime.oauth", fromlist=["time"])
    monkeypatch.setattr(oauth, "time", type("Clock", (), {"monotonic": staticmethod(lambda: now[0])}))
    talk.call("notes.list")
    now[0] += after
    talk.call("notes.list")
    assert len(server.forms) == asked


@pytest.mark.parametrize("is_revoked", [False, True])
def test_many_at_once_ask_for_one_token(is_revoked: bool, api: ModuleType, ask: Ask) -> None:
    server = Server(pause=0.05)
    talk = ask(server, oauth=own(api))
    if is_revoked:
        talk.call("notes.list")
        server.revoke()
    many(talk, 12)
    assert len(server.forms) == 1 + is_revoked


def many(talk: Conversation, number: int) -> None:
    async def all_at_once() -> None:
        async with anyio.create_task_group() as group:
            for _ in range(number):
                group.start_soon(talk.client.notes.list)

    if talk.flavour.is_sync:
        with ThreadPoolExecutor(number) as pool:
            list(pool.map(lambda _: talk.client.notes.list(), range(number)))
    else:
        talk.flavour.call(all_at_once)


def test_who_is_cancelled_while_asking_leaves_it_to_the_next(api: ModuleType, ask: Ask) -> None:
    server = Server(pause=0.2)
    talk = ask(server, oauth=own(api))

    async def cancelled() -> None:
        with anyio.move_on_after(0.05):
            await talk.client.notes.list()

    if not talk.flavour.is_sync:
        talk.flavour.call(cancelled)
    talk.call("notes.list")
    assert server.accepted


def test_a_refresh_token_leads_to_tokens_and_may_be_replaced(api: ModuleType, ask: Ask) -> None:
    server, told = Server(refresh_token="r2"), list[str]()
    grant = api.OAuth2RefreshToken("r1", "me", replaced=told.append)
    talk = ask(server, oauth=grant)
    talk.call("notes.list")
    server.revoke()
    talk.call("notes.list")
    first, second = server.forms
    assert first == {"grant_type": "refresh_token", "refresh_token": "r1", "client_id": "me"}
    assert second["refresh_token"] == "r2"
    assert told == ["r2"]
    assert talk.server.requests[0].path == "/oauth/refresh"


class Store:
    """Stores refresh tokens, and takes its time."""

    def __init__(self, pause: float) -> None:
        self.tokens: list[str] = []
        self._pause = pause

    async def __call__(self, token: str) -> None:
        await anyio.sleep(self._pause)
        self.tokens.append(token)


@pytest.mark.parametrize("way", [lambda it: it, lambda it: it.__call__, lambda it: partial(it.__call__)])
def test_a_refresh_token_may_be_stored_by_what_is_awaited(
    way: Any, api: ModuleType, ask: Ask, flavour: Flavour
) -> None:
    store, server = Store(0.01), Server(refresh_token="r2")
    grant = api.OAuth2RefreshToken("r1", "me", replaced=way(store))
    if flavour.is_sync:
        with pytest.raises(api.InvalidRequestError, match="`replaced` of OAuth2RefreshToken must not be"):
            ask(server, oauth=grant)
        return
    ask(server, oauth=grant).call("notes.list")
    assert store.tokens == ["r2"]


def test_what_shows_only_then_that_it_is_awaited_is_an_error(
    api: ModuleType, ask: Ask, flavour: Flavour
) -> None:
    store, server = Store(0), Server(refresh_token="r2")
    talk = ask(server, oauth=api.OAuth2RefreshToken("r1", "me", replaced=lambda token: store(token)))  # noqa: PLW0108
    if flavour.is_sync:
        with pytest.raises(api.InvalidRequestError, match="must not be asynchronous"):
            talk.call("notes.list")
    else:
        talk.call("notes.list")
        assert store.tokens == ["r2"]


def test_a_refresh_token_is_stored_though_the_call_is_cancelled(
    api: ModuleType, ask: Ask, flavour: Flavour
) -> None:
    if flavour.is_sync:
        return
    store, server = Store(0.5), Server(refresh_token="r2")
    talk = ask(server, oauth=api.OAuth2RefreshToken("r1", "me", replaced=store))

    async def cancelled() -> None:
        with anyio.move_on_after(0.3):
            await talk.client.notes.list()

    talk.call("notes.health")  # what connects takes time
    flavour.call(cancelled)
    assert store.tokens == ["r2"]


def test_a_token_that_is_there_is_used_first(api: ModuleType, ask: Ask) -> None:
    server = Server()
    server.accepted = "mine"
    talk = ask(server, oauth=api.OAuth2RefreshToken("r1", "me", "s", access_token="mine"))
    talk.call("notes.list")
    assert server.forms == []
    server.revoke()
    talk.call("notes.list")
    assert len(server.forms) == 1


def test_a_url_of_tokens_may_be_given(api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, bearer=own(api, token_url="/oauth/mine"))
    talk.call("notes.bare")
    assert [request.path for request in talk.server.requests] == ["/oauth/mine", "/bare"]
    unsaid = ask(server, bearer=own(api))
    with pytest.raises(api.InvalidRequestError, match=r"bearer needs a token_url"):
        unsaid.call("notes.bare")


@pytest.mark.parametrize(
    ("reply", "code", "said"),
    [
        (json_reply({"error": "invalid_client"}, status=401), "invalid_client", "401: invalid_client"),
        (
            json_reply({"error": "invalid_scope", "error_description": "s3cret/1"}, status=400),
            "invalid_scope",
            "***",
        ),
        (json_reply({"token": "s3cret-2"}), None, "no access_token"),
        (Reply(body=b"<html>"), None, "no access_token"),
        (json_reply({"access_token": 7}), None, "no access_token"),
    ],
)
def test_no_token_is_an_error_that_says_why(
    reply: Reply, code: str | None, said: str, api: ModuleType, ask: Ask
) -> None:
    talk = ask(reply, oauth=own(api), max_retries=0)
    with pytest.raises(api.TokenError) as caught:
        talk.call("notes.list")
    error = caught.value
    assert (error.code, error.details) == (code, None)
    assert said in error.message
    assert "s3cret" not in str(error) + repr(error) + repr(vars(error))
    assert not isinstance(error, api.ApiStatusError)  # or it would be taken for the call's own answer
    assert pickle.loads(pickle.dumps(error)).code == copy.copy(error).code == code


def test_a_server_of_tokens_that_stumbles_is_asked_again(api: ModuleType, ask: Ask) -> None:
    server, stumbles = Server(), [Reply(status=503, headers={"retry-after-ms": "1"})]
    talk = ask(lambda request: stumbles.pop() if stumbles else server(request), oauth=own(api))
    talk.call("notes.list")
    assert [request.path for request in talk.server.requests] == ["/oauth/token", "/oauth/token", "/notes"]


def test_no_secret_is_shown(api: ModuleType, ask: Ask, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    grants = [own(api), api.OAuth2RefreshToken("s3cret-r", "me", "s3cret/1", access_token="s3cret-a")]
    for grant in grants:
        talk = ask(Server(refresh_token="s3cret-r2"), oauth=grant)
        talk.call("notes.list")
        shown = repr(grant) + str(vars(talk.client)) + repr(talk.client._transport.settings)
        assert "s3cret" not in shown + caplog.text
        assert "access-1" not in shown + caplog.text


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_secret_is_refused(given: str, api: ModuleType) -> None:
    with pytest.raises(api.InvalidRequestError, match="client_secret"):
        api.OAuth2ClientCredentials("me", given)


@pytest.mark.parametrize("again", [lambda it: pickle.loads(pickle.dumps(it)), copy.copy, copy.deepcopy])
def test_grants_can_be_copied(again: Any, api: ModuleType) -> None:
    grant = own(api, scopes=["read"])
    grant.tokens.keep("a", lifetime=None, leeway=0)
    assert again(grant) == grant
