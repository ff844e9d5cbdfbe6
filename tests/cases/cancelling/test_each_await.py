"""A call is cancelled at each of its awaits in turn: the client is as good afterwards as before."""

import asyncio
import types
from collections.abc import AsyncIterator, Callable, Coroutine, Generator
from importlib import import_module
from types import ModuleType
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
import pytest

from tests.support.flavours import open_flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

SOME = 3
BLOCK = b"x" * 100_000
MOST = 500
"""More awaits than any of these calls has."""


def answer(request: RecordedRequest) -> Reply:
    match request.target.partition("?")[0]:
        case "/things":
            is_last = "cursor=c2" in request.target
            names, cursor = ("cd", None) if is_last else ("ab", "c2")
            return json_reply({"items": [{"name": name} for name in names], "next_cursor": cursor})
        case "/events":
            return Reply(
                status=200, headers={"content-type": "text/event-stream"}, body=b"data: a\n\n" * SOME
            )
        case "/token":
            return json_reply({"access_token": "t", "token_type": "bearer", "expires_in": 60})
        case "/content":
            return Reply(status=204)
        case _:
            return json_reply({"name": "n"})


async def plain(client: Any) -> None:
    assert (await client.things.get("n")).name == "n"


async def walk(client: Any) -> None:
    assert [thing.name async for thing in client.things.list()] == [*"abcd"]


async def stream(client: Any) -> None:
    async with await client.events.watch() as events:
        assert len([event async for event in events]) == SOME


async def upload(client: Any) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(SOME):
            await anyio.lowlevel.checkpoint()
            yield BLOCK

    await client.files.put_content(body=pieces())


async def refresh(client: Any) -> None:
    assert (await client.users.get_me()).name == "n"


CALLS = (plain, walk, stream, upload, refresh)


class Steps:
    """The awaits of a call, of which one cancels it."""

    def __init__(self, at: int, cancel: Callable[[], object]) -> None:
        self.count = 0
        self._at = at
        self._cancel = cancel

    @types.coroutine
    def through(self, call: Coroutine[Any, Any, None]) -> Generator[Any, Any, None]:
        """Go through a call, one await after another, as an event loop does."""
        step: Callable[[], Any] = lambda: call.send(None)  # noqa: E731
        while True:
            try:
                awaited = step()
            except StopIteration:
                return
            self.count += 1
            if self.count == self._at:
                self._cancel()
            step = yield from self._answered(awaited, call)

    @staticmethod
    def _answered(awaited: Any, call: Coroutine[Any, Any, None]) -> Generator[Any, Any, Callable[[], Any]]:
        try:
            value = yield awaited
        except BaseException as fault:  # noqa: BLE001 - the call is to see it
            return lambda found=fault: call.throw(found)
        return lambda: call.send(value)


async def by_scope(call: Coroutine[Any, Any, None], at: int) -> int:
    """Cancel a call as anyio and trio do; return the number of its awaits until it ended."""
    with anyio.CancelScope() as scope:
        steps = Steps(at, scope.cancel)
        await steps.through(call)
    return steps.count


async def by_task(call: Coroutine[Any, Any, None], at: int) -> int:
    """Cancel a call as asyncio itself does; return the number of its awaits until it ended."""
    steps = Steps(at, lambda: task.cancel())  # noqa: PLW0108 - there is no task yet
    task = asyncio.ensure_future(_run(steps, call))
    await asyncio.wait([task])
    if not task.cancelled():
        task.result()
    return steps.count


async def _run(steps: Steps, call: Coroutine[Any, Any, None]) -> None:
    await steps.through(call)


@pytest.fixture
def narrow(api: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Clients of the package have one connection each: one that is not given back is missed at once."""
    http = import_module(f"{api.__name__}._async.http")
    listening = import_module(f"{api.__name__}._runtime.listening")

    def made() -> httpx2.AsyncClient:
        limits = httpx2.Limits(max_connections=1)
        return listening.async_listening(httpx2.AsyncClient(limits=limits))

    monkeypatch.setattr(http, "_client", made)


@pytest.mark.usefixtures("narrow")
@pytest.mark.parametrize("way", [("asyncio", by_scope), ("asyncio", by_task), ("trio", by_scope)])
@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.__name__)
def test_a_call_that_is_cancelled_leaves_the_client_as_good_as_before(
    api: ModuleType, call: Callable[[Any], Coroutine[Any, Any, None]], way: tuple[str, Any]
) -> None:
    name, cancelled = way

    async def cancelled_at(at: int, url: str) -> int:
        grant = api.OAuth2ClientCredentials("id", "secret")
        async with api.AsyncApiClient(base_url=url, oauth=grant, timeout=10, max_retries=0) as client:
            count: int = await cancelled(call(client), at)
            await call(client)
            await plain(client)
        return count

    with HttpServer(answer) as server, open_flavour(name) as flavour:
        at = 1
        while flavour.call(cancelled_at, at, server.url) >= at:
            at += 1
            assert at < MOST
    assert at > SOME
