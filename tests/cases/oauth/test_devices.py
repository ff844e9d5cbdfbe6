"""Users who consent on another device, and servers that OpenID Connect finds."""

from collections.abc import Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs

import pytest

from tests.support.conversations import Ask, made_package
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply, json_reply

DEVICE = {
    "device_code": "s3cret-d",
    "user_code": "WDJB-MJHT",
    "verification_uri": "https://a.test/device",
    "verification_uri_complete": "https://a.test/device?user_code=WDJB-MJHT",
    "expires_in": 60,
    "interval": 4,
}
TOKEN = {"access_token": "access", "token_type": "Bearer", "refresh_token": "s3cret-r"}
FOUND = "/.well-known/openid-configuration"


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with made_package(Path(__file__).with_name("openid.yaml"), tmp_path_factory, "openid_api") as package:
        yield package


class Server:
    """A server of codes and tokens, whose refusals are given one after another before there is a token."""

    def __init__(self, *answers: str | Reply | None, device: Any = DEVICE) -> None:
        self.answers = list(answers)
        self.device = device
        self.forms: list[tuple[str, dict[str, str]]] = []
        self.found: dict[str, Any] = {}
        self.accepted = "access"

    def __call__(self, request: RecordedRequest) -> Reply | None:
        if request.path == FOUND:
            return json_reply(self.found)
        if not request.path.startswith("/oauth/"):
            is_known = request.headers["authorization"] == f"Bearer {self.accepted}"
            return json_reply({}, status=200 if is_known else 401)
        form = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
        self.forms.append((request.path, form))
        if request.path == "/oauth/device":
            return json_reply(self.device)
        answer = self.answers.pop(0) if self.answers else ""
        if not isinstance(answer, str):
            return answer
        return json_reply({"error": answer}, status=400) if answer else json_reply(TOKEN)


def refused_where_it_is_given(api: ModuleType, ask: Ask, grant: Any) -> None:
    with pytest.raises(api.InvalidRequestError, match="must not be asynchronous"):
        ask(Server(), device=grant)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_user_consents_elsewhere(is_async: bool, api: ModuleType, ask: Ask, flavour: Flavour) -> None:
    shown: list[Any] = []

    async def later(device: Any) -> None:
        shown.append(device)

    server = Server("authorization_pending", "slow_down", "authorization_pending")
    kept: list[str] = []
    show = later if is_async else shown.append
    grant = api.OAuth2DeviceCode("me", show, scopes=["read"], replaced=kept.append)
    if is_async and flavour.is_sync:
        refused_where_it_is_given(api, ask, grant)
        return
    talk = ask(server, device=grant)
    talk.call("notes.list")
    talk.call("notes.list")
    (device,) = shown
    assert (device.user_code, device.verification_url) == ("WDJB-MJHT", "https://a.test/device")
    assert device.complete_url == DEVICE["verification_uri_complete"]
    assert "s3cret" not in repr(device)
    assert talk.waits == [4, 4, 9, 9]
    asked, *polled = server.forms
    assert asked == ("/oauth/device", {"client_id": "me", "scope": "read"})
    grant = "urn:ietf:params:oauth:grant-type:device_code"
    form = {"grant_type": grant, "device_code": "s3cret-d", "client_id": "me"}
    assert polled == [("/oauth/token", form)] * 4
    assert kept == ["s3cret-r"]


def test_the_user_is_not_asked_again_where_a_token_can_be_refreshed(api: ModuleType, ask: Ask) -> None:
    server, shown = Server(), list[Any]()
    talk = ask(server, device=api.OAuth2DeviceCode("me", shown.append), max_retries=0)
    talk.call("notes.list")
    server.accepted = "another"
    with pytest.raises(api.AuthenticationError):
        talk.call("notes.list")
    assert server.forms[-1][1]["grant_type"] == "refresh_token"
    assert len(shown) == 1
    server.answers = ["invalid_grant"]
    with pytest.raises(api.TokenError):  # the refresh token is not good any more
        talk.call("notes.list")
    server.accepted = "access"
    talk.call("notes.list")
    assert len(shown) == 2


@pytest.mark.parametrize("code", ["access_denied", "expired_token", "invalid_client"])
def test_no_consent_is_an_error_with_its_code(code: str, api: ModuleType, ask: Ask) -> None:
    talk = ask(Server("authorization_pending", code), device=api.OAuth2DeviceCode("me", print))
    with pytest.raises(api.TokenError) as caught:
        talk.call("notes.list")
    assert caught.value.code == code
    assert "s3cret" not in str(caught.value) + repr(caught.value)


def take_time(api: ModuleType, monkeypatch: pytest.MonkeyPatch, *, seconds: int) -> None:
    """Let each question take so long, and no more than that."""
    waiting = import_module(f"{api.__name__}._runtime.waiting")
    monkeypatch.setattr(waiting, "clock", count(step=seconds).__next__)


def test_nobody_is_waited_for_longer_than_a_code_lives(api: ModuleType, ask: Ask, monkeypatch: Any) -> None:
    take_time(api, monkeypatch, seconds=0)
    talk = ask(Server(*["authorization_pending"] * 99), device=api.OAuth2DeviceCode("me", print))
    with pytest.raises(api.TokenError) as caught:
        talk.call("notes.list")
    assert caught.value.code == "expired_token"
    assert sum(talk.waits) == DEVICE["expires_in"]


def test_the_time_that_questions_take_counts(api: ModuleType, ask: Ask, monkeypatch: Any) -> None:
    server = Server(*["authorization_pending"] * 99)
    talk = ask(server, device=api.OAuth2DeviceCode("me", print))
    take_time(api, monkeypatch, seconds=10)
    with pytest.raises(api.TokenError):
        talk.call("notes.list")
    assert talk.waits == [4, 4, 4, 4, 4]


UNAVAILABLE = Reply(status=503)


@pytest.mark.parametrize("stumble", [UNAVAILABLE, json_reply({"error": "server_error"}, status=500), None])
def test_a_server_that_stumbles_is_asked_less_often(stumble: Any, api: ModuleType, ask: Ask) -> None:
    server = Server("authorization_pending", stumble, "authorization_pending", stumble)
    talk = ask(server, device=api.OAuth2DeviceCode("me", print))
    talk.call("notes.list")
    assert talk.waits == [4, 4, 8, 8, 16]


@pytest.mark.parametrize(("stumble", "kind"), [(UNAVAILABLE, "TokenError"), (None, "ApiConnectionError")])
def test_no_server_is_waited_for_longer_than_a_code_lives(
    stumble: Any, kind: str, api: ModuleType, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_time(api, monkeypatch, seconds=0)
    talk = ask(Server(*[stumble] * 99), device=api.OAuth2DeviceCode("me", print))
    with pytest.raises(getattr(api, kind)):
        talk.call("notes.list")
    assert talk.waits == [4, 8, 16, 32]
    lasting = {**DEVICE, "expires_in": 200}
    talk = ask(Server(*[stumble] * 99, device=lasting), device=api.OAuth2DeviceCode("me", print))
    with pytest.raises(getattr(api, kind)):
        talk.call("notes.list")
    assert talk.waits == [4, 8, 16, 32, 60, 60, 20]


@pytest.mark.parametrize("status", [400, 403, 404])
def test_any_other_refusal_is_final(status: int, api: ModuleType, ask: Ask) -> None:
    talk = ask(
        Server("authorization_pending", Reply(status=status)), device=api.OAuth2DeviceCode("me", print)
    )
    with pytest.raises(api.TokenError):
        talk.call("notes.list")
    assert talk.waits == [4, 4]


@pytest.mark.parametrize("device", [{}, {**DEVICE, "user_code": None}, {**DEVICE, "device_code": 7}, []])
def test_an_answer_without_a_code_is_an_error(device: Any, api: ModuleType, ask: Ask) -> None:
    talk = ask(Server(device=device), device=api.OAuth2DeviceCode("me", print))
    with pytest.raises(api.TokenError, match="no code for a user"):
        talk.call("notes.list")


@pytest.mark.parametrize("kind", ["client", "refresh", "device"])
def test_openid_connect_says_once_where_tokens_are(kind: str, api: ModuleType, ask: Ask) -> None:
    grants = {
        "client": lambda: api.OAuth2ClientCredentials("me", "s3cret"),
        "refresh": lambda: api.OAuth2RefreshToken("r", "me"),
        "device": lambda: api.OAuth2DeviceCode("me", print),
    }
    server = Server()
    talk = ask(server, openid=grants[kind](), headers={"X-Tenant": "7"})
    url = talk.server.url
    server.found = {
        "issuer": url,
        "token_endpoint": f"{url}/oauth/found",
        "device_authorization_endpoint": f"{url}/oauth/device",
    }
    talk.call("notes.list_mine")
    server.accepted, server.answers = "another", []
    with pytest.raises(api.AuthenticationError):
        talk.call("notes.list_mine")
    paths = [request.path for request in talk.server.requests]
    assert paths.count(FOUND) == 1
    assert paths[0] == FOUND
    assert paths.count("/oauth/found") == 2
    first = talk.server.requests[0].headers
    assert first["authorization"] is first["x-tenant"] is None


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, "does not say where tokens are"),
        ({"issuer": "https://b.test", "token_endpoint": "https://b.test/t"}, "its issuer is another server"),
        ({"token_endpoint": "http://b.test/t"}, "by https:// only"),
        ({"token_endpoint": "ftp://127.0.0.1/t"}, "by https:// only"),
        ({"token_endpoint": 7}, "needs a token_url"),
    ],
)
def test_what_openid_connect_must_not_say(found: Any, said: str, api: ModuleType, ask: Ask) -> None:
    server = Server()
    server.found = found
    talk = ask(server, openid=api.OAuth2ClientCredentials("me", "s3cret"), max_retries=0)
    with pytest.raises(api.ApiError, match=said):
        talk.call("notes.list_mine")
    assert not server.forms
    talk = ask(server, openid=api.OAuth2ClientCredentials("me", "s3cret", token_url="/oauth/mine"))
    talk.call("notes.list_mine")
    assert [path for path, _ in server.forms] == ["/oauth/mine"]


def test_openid_connect_is_asked_by_https_only(api: ModuleType, flavour: Any) -> None:
    client = flavour.open(
        api.ApiClient,
        api.AsyncApiClient,
        base_url="http://a.test",
        openid=api.OAuth2ClientCredentials("me", "s"),
    )
    with pytest.raises(api.InvalidRequestError, match="by https:// only"):
        flavour.call(client.notes.list_mine)
