"""Tokens that a server refuses: which call shows it, and what is asked for again."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.cases.oauth.test_tokens import Server, own
from tests.support.conversations import Ask
from tests.support.http_server import HttpServer, RecordedRequest, Reply


def once() -> Iterator[bytes]:
    yield b"a"


def test_a_refusal_of_what_can_be_sent_but_once_is_remembered(api: ModuleType, ask: Ask) -> None:
    server = Server()
    talk = ask(server, oauth=own(api), max_retries=0)
    talk.call("notes.list")
    server.revoke()
    with pytest.raises(api.AuthenticationError):
        talk.call("post", "/notes", body=once())
    talk.call("post", "/notes", body=once())
    assert len(server.forms) == 2


def test_a_refusal_by_who_got_no_token_says_nothing_of_it(api: ModuleType, ask: Ask) -> None:
    server = Server()
    with HttpServer(lambda _: Reply(status=401)) as other:

        def answer(request: RecordedRequest) -> Reply:
            if request.path == "/elsewhere":
                return Reply(status=302, headers={"location": f"{other.url}/x"})
            return server(request)

        talk = ask(answer, oauth=own(api), max_retries=0)
        talk.call("notes.list")
        for _ in range(2):
            with pytest.raises(api.AuthenticationError):
                talk.call("get", "/elsewhere")
        talk.call("notes.list")
        assert len(server.forms) == 1
        assert len(other.requests) == 2


def test_a_try_with_another_token_is_the_first_retry(api: ModuleType, ask: Ask) -> None:
    server = Server()
    told: list[int] = []
    hooks = api.Hooks(retry=lambda retry: told.append(retry.number))
    talk = ask(server, oauth=own(api), hooks=hooks)
    talk.call("notes.list")
    server.revoke()
    talk.call("notes.list")
    assert told == [1]
