"""Cookies: credentials, the user's own, and those that a server sets, side by side."""

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import json_reply

SET = ["lb=1; Path=/", "vault=SERVER; Path=/", "far=1; Path=/x", "csrf=2; Path=/", "last=3; Path=/"]


@pytest.mark.parametrize("own", ["lastvault=1", "a=1; xvault=2", "vault_2=3", "note=vault="])
def test_a_cookie_of_another_name_is_no_credential(own: str, ask: Ask) -> None:
    client = ask({"name": "n"}, cookie="S", headers={"Cookie": own})
    client.call("things.list")
    assert client.request.headers["cookie"] == f"vault=S; {own}"


def test_a_cookie_of_its_name_is_the_credential(ask: Ask) -> None:
    client = ask({"name": "n"}, cookie="S", headers={"Cookie": "a=1;vault=2"})
    client.call("things.list")
    assert client.request.headers["cookie"] == "a=1;vault=2"


def test_what_a_server_sets_goes_back_beside_what_a_call_has(ask: Ask, flavour: Flavour) -> None:
    if flavour.adapter is not None:
        pytest.skip("other HTTP libraries keep no cookies")
    given = iter(SET)
    client = ask(lambda _: json_reply({"name": "n"}, headers={"set-cookie": next(given)}), cookie="S")
    for _ in SET:
        client.call("things.list")
    sent = [request.headers["cookie"] for request in client.server.requests]
    assert sent == ["vault=S", "vault=S; lb=1", "vault=S; lb=1", "vault=S; lb=1", "vault=S; lb=1; csrf=2"]
