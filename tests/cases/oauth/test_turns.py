"""One request for a token at a time, whoever needs it, in whatever thread and event loop."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs

import anyio
import pytest

from tests.support.conversations import Ask
from tests.support.flavours import Flavour, open_flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply

LOOPS = [("asyncio", "asyncio"), ("asyncio", "trio"), ("trio", "trio"), ("sync", "asyncio"), ("trio", "sync")]
PAUSE = 0.3
MANY = 6


class Server:
    """A server that takes each refresh token once, and lets others wait until it may answer."""

    def __init__(self, *, pause: float = 0.0) -> None:
        self.used: list[str] = []
        self.asked = threading.Semaphore(0)
        self.may_answer = threading.Event()
        self.answers = 0
        self._pause = pause

    def __call__(self, request: RecordedRequest) -> Reply:
        if not request.path.startswith("/oauth/"):
            return json_reply({})
        token = parse_qs(request.body.decode()).get("refresh_token", ["none"])[0]
        is_known = token == "none" or token not in self.used
        self.used.append(token)
        self.asked.release()
        self.may_answer.wait(self._pause)
        self.answers += 1
        if not is_known:
            return json_reply({"error": "invalid_grant"}, status=400)
        return json_reply({"access_token": "a", "refresh_token": f"r{len(self.used) + 1}"})


class Loops:
    """Threads and event loops with clients that have one grant, of each flavour one client."""

    def __init__(
        self, api: ModuleType, url: str, names: tuple[str, ...], stack: ExitStack, grant: Any
    ) -> None:
        options = {"base_url": url, "oauth": grant, "max_retries": 0}
        clients = {True: api.ApiClient(**options), False: api.AsyncApiClient(**options)}
        self.flavours: list[Flavour] = [stack.enter_context(open_flavour(name)) for name in names]
        self.clients = [clients[flavour.is_sync] for flavour in self.flavours]
        for flavour, client in zip(self.flavours, self.clients, strict=True):
            stack.callback(flavour.close, client)

    def call(self, at: int, **options: Any) -> Any:
        return self.flavours[at].call(self.clients[at].with_options(**options).notes.list)


@contextmanager
def loops(
    api: ModuleType, server: Server, names: tuple[str, ...], grant: Any = None
) -> Iterator[tuple[Loops, ThreadPoolExecutor]]:
    with HttpServer(server) as http, ExitStack() as stack, ThreadPoolExecutor(MANY) as pool:
        grant = grant or api.OAuth2RefreshToken("r1", "me")
        yield Loops(api, http.url, names, stack, grant), pool
        server.may_answer.set()


@pytest.mark.parametrize("names", LOOPS)
def test_a_refresh_token_is_used_once(names: tuple[str, ...], api: ModuleType) -> None:
    server = Server(pause=PAUSE)
    with loops(api, server, names) as (all_loops, pool):
        found = [pool.submit(all_loops.call, at) for at in (0, 1, 0, 1)]
        for each in found:
            each.result()
    assert server.used == ["r1"]


@pytest.mark.parametrize("name", ["asyncio", "trio"])
def test_who_waits_for_another_thread_blocks_no_event_loop(name: str, api: ModuleType) -> None:
    server = Server(pause=10)

    async def goes_on(client: Any) -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(client.notes.list)
            await anyio.sleep(PAUSE / 3)
            assert server.answers == 0
            server.may_answer.set()

    with loops(api, server, ("sync", name)) as (both, pool):
        asking = pool.submit(both.call, 0)
        server.asked.acquire()
        both.flavours[1].call(goes_on, both.clients[1])
        asking.result()


@pytest.mark.parametrize("names", LOOPS)
def test_who_is_cancelled_while_asking_leaves_the_turn_to_who_waits(
    names: tuple[str, ...], api: ModuleType
) -> None:
    names = tuple(sorted(names, key="sync".__eq__))  # a thread is not cancelled: it waits
    server = Server(pause=10)

    async def cancelled(client: Any) -> None:
        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as group:
                group.start_soon(client.notes.list)
                await anyio.to_thread.run_sync(server.asked.acquire)
                await anyio.sleep(PAUSE)  # the other one waits by now
                scope.cancel()

    grant = api.OAuth2ClientCredentials("me", "s")
    with loops(api, server, names, grant) as (both, pool):
        first = pool.submit(both.flavours[0].call, cancelled, both.clients[0])
        time.sleep(PAUSE / 3)
        second = pool.submit(both.call, 1)
        first.result()
        server.asked.acquire()
        server.may_answer.set()
        second.result()
    assert len(server.used) == 2


@pytest.mark.parametrize("name", ["asyncio", "trio"])
def test_who_is_cancelled_while_waiting_leaves_it_to_who_asks(name: str, api: ModuleType) -> None:
    server = Server(pause=10)

    async def cancelled(client: Any) -> None:
        with anyio.move_on_after(PAUSE):
            await client.notes.list()
            raise AssertionError

    with loops(api, server, ("sync", name)) as (both, pool):
        asking = pool.submit(both.call, 0)
        server.asked.acquire()
        both.flavours[1].call(cancelled, both.clients[1])
        server.may_answer.set()
        asking.result()
        both.call(1)
    assert server.used == ["r1"]


def failures(talk: Any, calls: list[Any]) -> list[Exception]:
    """Return what calls raise that are made at once."""
    found: list[Exception] = []

    async def fail(method: Any) -> None:
        try:
            await method()
        except Exception as fault:  # noqa: BLE001 - it is looked at
            found.append(fault)

    async def fail_all() -> None:
        async with anyio.create_task_group() as group:
            for method in calls:
                group.start_soon(fail, method)

    if talk.flavour.is_sync:
        with ThreadPoolExecutor(len(calls)) as pool:
            return [
                fault for each in [pool.submit(method) for method in calls] if (fault := each.exception())
            ]
    talk.flavour.call(fail_all)
    return found


def test_who_waited_fails_with_who_asked(api: ModuleType, ask: Ask) -> None:
    server = Server(pause=10)
    grant = api.OAuth2ClientCredentials("me", "s")
    talk = ask(server, oauth=grant, max_retries=0, timeout=api.Timeout(total=PAUSE))
    found = failures(talk, [talk.client.notes.list] * MANY)
    assert len(server.used) == 1
    assert [type(fault) for fault in found] == [api.ApiTimeoutError] * MANY
    assert len({id(fault) for fault in found}) == MANY  # or each would add to the traceback of all
    server.may_answer.set()
    talk.call("notes.list")  # a failure is of one request, and not kept


def test_what_the_server_says_is_said_to_all_who_waited(api: ModuleType, ask: Ask) -> None:
    server = Server(pause=PAUSE)
    server.used.append("r1")
    talk = ask(server, oauth=api.OAuth2RefreshToken("r1", "me"))
    calls = [talk.client.with_options(timeout=9 + number).notes.list for number in range(MANY)]
    found = failures(talk, calls)
    assert [getattr(fault, "code", fault) for fault in found] == ["invalid_grant"] * MANY
    assert len(server.used) == 2


def test_who_has_more_time_asks_anew(api: ModuleType, ask: Ask) -> None:
    server = Server(pause=PAUSE * 2)
    talk = ask(server, oauth=api.OAuth2ClientCredentials("me", "s"), max_retries=0)
    hasty = talk.client.with_options(timeout=api.Timeout(total=PAUSE))

    async def both() -> None:
        async with anyio.create_task_group() as group:
            group.start_soon(refused)
            await anyio.sleep(PAUSE / 3)
            await talk.client.notes.list()

    async def refused() -> None:
        with pytest.raises(api.ApiTimeoutError):
            await hasty.notes.list()

    if talk.flavour.is_sync:
        with ThreadPoolExecutor(1) as pool:
            first = pool.submit(hasty.notes.list)
            server.asked.acquire()
            talk.call("notes.list")
            assert isinstance(first.exception(), api.ApiTimeoutError)
    else:
        talk.flavour.call(both)
    assert len(server.used) == 2


def test_a_thread_does_not_wait_for_itself(api: ModuleType) -> None:
    def again(_: Any) -> None:
        client.notes.list()

    with HttpServer(Server()) as http:
        grant = api.OAuth2ClientCredentials("me", "s")
        client = api.ApiClient(base_url=http.url, oauth=grant, hooks=api.Hooks(request=again))
        with client, pytest.raises(api.InvalidRequestError, match="its own thread"):
            client.notes.list()
