"""Credentials that change: a function gives that of the moment, for each try."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply, json_reply


def numbered(flavour: Flavour, *, waits: bool) -> Callable[[], Any]:
    """A function that gives another token each time."""
    count = iter(range(1, 100))

    async def later() -> str:
        return f"token-{next(count)}"

    return later if waits and not flavour.is_sync else lambda: f"token-{next(count)}"


def sent(request: RecordedRequest) -> str:
    return request.headers["authorization"] or dict(request.query)["vault"]


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize("place", ["bearer", "query"])
def test_each_try_has_the_credential_of_its_moment(
    place: str, waits: bool, ask: Ask, flavour: Flavour
) -> None:
    replies = [Reply(status=503), None, *(json_reply({"name": "n"}) for _ in range(2))]
    talk = ask(lambda _: replies.pop(0), max_retries=2, **{place: numbered(flavour, waits=waits)})
    client = talk.client.with_options(query={"a": 1}, headers={"idempotency-key": "k"})
    flavour.call(client.notes.create, name="n")
    flavour.call(client.notes.create, name="n")
    form = "token-{}" if place == "query" else "Bearer token-{}"
    assert sorted(map(sent, talk.server.requests)) == [form.format(number) for number in range(1, 5)]
    assert all(request.query.count(("a", "1")) == 1 for request in talk.server.requests)
    assert {request.body for request in talk.server.requests} == {b'{"name":"n"}'}


@pytest.mark.parametrize("call", ["create", "watch", "pages", "undocumented"])
def test_a_refused_credential_is_asked_for_once_more(call: str, ask: Ask, flavour: Flavour) -> None:
    def answer(request: RecordedRequest) -> Reply:
        if request.headers["authorization"] == "Bearer token-1":
            return Reply(status=401)
        if request.path == "/events":
            return Reply(body=b"data: a\n\n", headers={"content-type": "text/event-stream"})
        return json_reply({"items": [{}]})

    talk = ask(answer, bearer=numbered(flavour, waits=True), max_retries=0)
    calls: dict[str, Callable[[], Any]] = {
        "create": lambda: flavour.call(talk.client.notes.create, name="n"),
        "watch": lambda: flavour.collect(flavour.call(talk.client.notes.watch)),
        "pages": lambda: flavour.collect(talk.client.notes.list()),
        "undocumented": lambda: flavour.call(talk.client.get, "/x"),
    }
    calls[call]()
    assert [sent(request) for request in talk.server.requests] == ["Bearer token-1", "Bearer token-2"]


def test_it_is_asked_for_but_once_more(ask: Ask, flavour: Flavour) -> None:
    talk = ask(Reply(status=401), bearer=numbered(flavour, waits=True))
    with pytest.raises(talk.package.AuthenticationError):
        talk.call("notes.create", name="n")
    assert len(talk.server.requests) == 2
    fixed = ask(Reply(status=401), bearer="t")
    with pytest.raises(fixed.package.AuthenticationError):
        fixed.call("notes.create", name="n")
    assert len(fixed.server.requests) == 1


@pytest.mark.parametrize("given", ["", "two\nlines", "s3cret ü"])
def test_what_cannot_be_sent_is_refused_and_not_shown(given: str, ask: Ask) -> None:
    talk = ask(json_reply({}), bearer=lambda: given)
    with pytest.raises(talk.package.ApiError, match="bearer") as caught:
        talk.call("notes.create", name="n")
    assert "s3cret" not in str(caught.value)
    assert talk.server.requests == []


def test_what_a_source_raises_ends_the_call(ask: Ask) -> None:
    def fail() -> str:
        raise LookupError("mine")

    talk = ask(json_reply({}), bearer=fail)
    with pytest.raises(LookupError, match="mine"):
        talk.call("notes.create", name="n")


def test_the_sync_client_awaits_nothing(ask: Ask, flavour: Flavour) -> None:
    async def later() -> str:
        return "t"

    talk = ask(json_reply({}), bearer=later)
    if flavour.is_sync:
        with pytest.raises(talk.package.InvalidRequestError, match="asynchronous"):
            talk.call("notes.create", name="n")
    else:
        talk.call("notes.create", name="n")


def test_what_needs_no_credential_is_not_asked_again(ask: Ask, flavour: Flavour) -> None:
    talk = ask(Reply(status=401), bearer=numbered(flavour, waits=True), max_retries=0)
    with pytest.raises(talk.package.AuthenticationError):
        flavour.call(talk.client.notes.sign_in, name="n")
    assert [request.headers["authorization"] for request in talk.server.requests] == [None]


@pytest.mark.parametrize("given", [5, b"secret", ("a", "b"), ["a"], {"a": "b"}, object()], ids=type)
def test_what_is_no_text_is_refused(given: Any, ask: Ask, flavour: Flavour) -> None:
    talk = ask(json_reply({}), bearer=lambda: given)
    with pytest.raises(talk.package.InvalidRequestError, match="bearer is text, not of the type") as raised:
        flavour.call(talk.client.notes.create, name="n")
    assert "secret" not in str(raised.value)
    assert talk.server.requests == []
