"""A server of tokens elsewhere gets nothing that a given HTTP client has for the API, and its own secret."""

from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, json_reply

PAIR = "Basic aWQ6c2VjcmV0"


def given(flavour: Flavour) -> Any:
    return (httpx2.Client if flavour.is_sync else httpx2.AsyncClient)(
        headers={"X-Own": "canary", "Authorization": "Bearer canary"},
        params={"p": "canary"},
        cookies={"c": "canary"},
        auth=("user", "canary"),
    )


def answer(request: RecordedRequest) -> Any:
    is_token = request.path.endswith("/token")
    return json_reply({"access_token": "t", "token_type": "Bearer"} if is_token else {})


@pytest.mark.parametrize("is_elsewhere", [True, False])
def test_a_server_of_tokens(is_elsewhere: bool, api: ModuleType, flavour: Flavour) -> None:
    with HttpServer(answer) as other, HttpServer(answer) as server:
        grant = api.OAuth2ClientCredentials(
            client_id="id",
            client_secret="secret",
            token_url=f"{(other if is_elsewhere else server).url}/token",
        )
        http = given(flavour)
        client = flavour.open(
            api.ApiClient, api.AsyncApiClient, base_url=server.url, http_client=http, oauth=grant
        )
        flavour.call(client.notes.list)
        flavour.call(http.close if flavour.is_sync else http.aclose)
    token, call = [*other.requests, *server.requests]
    assert token.headers["authorization"] == PAIR
    assert call.headers["authorization"] == "Bearer t"
    assert call.headers["x-own"] == "canary"
    assert ("canary" in f"{token.target}{token.headers.items()}") != is_elsewhere
