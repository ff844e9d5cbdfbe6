"""Whose connections a client uses: those of one process and one event loop, until they are closed."""

import asyncio
import copy
import gc
import os
import pickle
import threading
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import anyio.to_thread
import httpx2
import pytest
import trio

from tests.support.conversations import Ask
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, json_reply
from tests.support.leftovers import forget_leftovers

# What another process or event loop made is left open, for nobody may close it there.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")


@pytest.fixture(autouse=True)
def leftovers() -> Iterator[None]:
    """What is left open is collected here, and not by another test."""
    yield
    forget_leftovers()


def named(request: RecordedRequest) -> Any:
    """Answer with what was asked, so that a crossed answer shows."""
    return json_reply({"name": request.headers["x-trace"] or ""})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_parent_and_child_never_read_each_others_answers(api: ModuleType) -> None:
    with HttpServer(named) as server, api.ApiClient(base_url=server.url, bearer="t") as client:
        client.things.create(name="n", x_trace="before")
        reading, writing = os.pipe()
        process = os.fork()
        if process == 0:  # the child: nothing of the test may run on in it
            try:
                names = [client.things.create(name="n", x_trace=f"child-{i}").name for i in range(20)]
                os.write(writing, str(names == [f"child-{i}" for i in range(20)]).encode())
            finally:
                os._exit(0)
        names = [client.things.create(name="n", x_trace=f"parent-{i}").name for i in range(20)]
        os.waitpid(process, 0)
        assert os.read(reading, 100) == b"True"
        os.close(reading)
        os.close(writing)
        assert names == [f"parent-{i}" for i in range(20)]
        # The parent's connection outlives the child.
        assert {request.port for request in server.requests if "child" not in request.headers["x-trace"]} == {
            server.requests[0].port
        }


def test_an_older_anyio_names_the_event_loop_itself(
    ask: Ask, flavour: Flavour, monkeypatch: pytest.MonkeyPatch
) -> None:
    def native() -> object:
        return trio.lowlevel.current_trio_token()  # as anyio had it before 4.11

    monkeypatch.setattr("anyio.lowlevel.current_token", native)
    talk = ask(named, bearer="t")
    names = [talk.call("things.create", name="n", x_trace=name).name for name in ("a", "b")]
    assert names == ["a", "b"]
    assert len({request.port for request in talk.server.requests}) == 1


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_one_client_serves_one_event_loop_after_another(api: ModuleType) -> None:
    with HttpServer(named) as server:
        client = api.AsyncApiClient(base_url=server.url, bearer="t")

        async def calls(number: int) -> list[str]:
            found = await asyncio.gather(
                *(client.things.create(name="n", x_trace=f"{number}-{i}") for i in range(5))
            )
            return [thing.name for thing in found]

        for number in range(4):
            assert asyncio.run(calls(number)) == [f"{number}-{i}" for i in range(5)]

        async def last() -> None:
            await calls(5)
            await client.close()

        asyncio.run(last())


RUNNERS: dict[str, Callable[[Callable[[], Awaitable[object]]], object]] = {
    "asyncio": lambda call: asyncio.run(call()),  # type: ignore[arg-type] - coroutines, all of them
    "trio": trio.run,
}


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not tell what is open")
@pytest.mark.parametrize(
    ("carrier", "runner"), [(None, "asyncio"), (None, "trio"), ("AsyncAiohttp", "asyncio")]
)
def test_event_loops_that_have_ended_keep_no_sockets(
    carrier: str | None, runner: str, api: ModuleType
) -> None:
    """Also where nothing else clears away what they held, and while one that waits keeps its own."""
    http = None if carrier is None else getattr(api.transports, carrier)()
    counts: list[int] = []

    async def call() -> None:
        thing = await client.things.create(name="n", x_trace="x")
        assert thing.name == "x"
        counts.append(len(os.listdir("/proc/self/fd")))  # noqa: PTH208 - it waits for nothing

    def held(ready: threading.Event, end: threading.Event) -> int:
        async def calls() -> int:
            await call()
            ready.set()
            await anyio.to_thread.run_sync(end.wait)
            await call()
            return server.requests[-1].port

        return anyio.run(calls, backend=runner)

    ready, end = threading.Event(), threading.Event()
    gc.disable()
    try:
        with HttpServer(named) as server, ThreadPoolExecutor(1) as threads:
            client = api.AsyncApiClient(base_url=server.url, bearer="t", http_client=http)
            waiting = threads.submit(held, ready, end)
            assert ready.wait(10)
            own = server.requests[0].port
            for _ in range(12):
                RUNNERS[runner](call)
            end.set()
            assert waiting.result(10) == own
    finally:
        end.set()
        gc.enable()
    # The loop's own, a connection, and what is left of the one before, at both of its ends.
    assert max(counts) - counts[1] <= 4


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_one_client_serves_event_loops_of_several_threads(api: ModuleType) -> None:
    with HttpServer(named) as server:
        client = api.AsyncApiClient(base_url=server.url, bearer="t")

        def run(number: int) -> str:
            async def call() -> str:
                thing = await client.things.create(name="n", x_trace=str(number))
                return str(thing.name)

            return asyncio.run(call())

        with ThreadPoolExecutor(8) as threads:
            assert list(threads.map(run, range(24))) == [str(number) for number in range(24)]


def test_the_first_calls_of_many_threads_make_one_http_client(
    api: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    http = import_module(f"{api.__name__}._sync.http")
    made: list[Any] = []

    def make() -> Any:
        made.append(None)
        return httpx2.Client()

    monkeypatch.setattr(http, "_client", make)
    with (
        HttpServer(named) as server,
        api.ApiClient(base_url=server.url, bearer="t") as client,
        ThreadPoolExecutor(16) as threads,
    ):
        found = threads.map(lambda i: client.things.create(name="n", x_trace=str(i)).name, range(64))
        assert list(found) == [str(i) for i in range(64)]
    assert len(made) == 1


def test_a_copy_does_not_close_what_it_was_copied_from(ask: Ask, flavour: Flavour) -> None:
    talk = ask(named, bearer="t")
    for copied in (talk.client.with_options(timeout=9), copy.copy(talk.client), copy.deepcopy(talk.client)):
        assert flavour.call(copied.things.create, name="n", x_trace="copy").name == "copy"
        flavour.close(copied)
        with pytest.raises(talk.package.errors.ClosedError, match="the client was closed"):
            flavour.call(copied.things.list)
        assert talk.call("things.create", name="n", x_trace="original").name == "original"
    # Limits of time are of a client of pyreqwest, which keeps its own connections.
    assert len({request.port for request in talk.server.requests}) == (2 if flavour.is_pyreqwest else 1)


@pytest.mark.parametrize("is_used", [True, False])
def test_after_its_end_a_client_says_so(is_used: bool, ask: Ask, flavour: Flavour) -> None:
    talk = ask(named, bearer="t")
    shared = talk.client.with_options(timeout=9)
    if is_used:
        talk.call("things.create", name="n")
    flavour.close(talk.client)
    flavour.close(talk.client)
    before = len(talk.server.requests)
    for client in (talk.client, shared, talk.client.with_options(max_retries=9)):
        with pytest.raises(talk.package.ApiError, match="the client was closed"):
            flavour.call(client.things.list)
        with pytest.raises(talk.package.ApiError, match="the client was closed"):
            flavour.call(client.things.watch)
    assert len(talk.server.requests) == before


class Own:
    """Carries requests, and does not mind having been closed."""

    def __init__(self, package: ModuleType) -> None:
        self._messages = import_module(f"{package.__name__}._runtime.messages")
        self.sent = 0

    def send(self, request: Any, _: float) -> Any:
        self.sent += 1
        headers = self._messages.Headers()
        return self._messages.Response(status=200, headers=headers, content=b"{}", request=request)

    def close(self) -> None: ...


class AsyncOwn(Own):
    """As `Own`, awaited."""

    async def send(self, request: Any, seconds: float) -> Any:
        return super().send(request, seconds)

    async def aclose(self) -> None: ...


def test_copies_are_closed_with_their_client_whatever_carries_requests(
    api: ModuleType, flavour: Flavour
) -> None:
    own = Own(api) if flavour.is_sync else AsyncOwn(api)
    client = flavour.open(
        api.ApiClient, api.AsyncApiClient, base_url="http://a.test", bearer="t", http_client=own
    )
    copied = client.with_options(timeout=9)
    flavour.call(copied.with_options(timeout=8).things.list)
    flavour.close(client)
    for each in (client, copied, copied.with_options(timeout=8), client.with_options(timeout=8)):
        for call in (each.things.list, each.things.watch, each.with_response(each.things.list)):
            with pytest.raises(api.errors.ClosedError, match="the client was closed"):
                flavour.call(call)
    assert own.sent == 1


def test_a_given_http_client_that_was_closed_is_told(api: ModuleType, flavour: Flavour) -> None:
    http: Any = (httpx2.Client if flavour.is_sync else httpx2.AsyncClient)()
    flavour.call(http.close if flavour.is_sync else http.aclose)
    client = flavour.open(
        api.ApiClient, api.AsyncApiClient, base_url="http://127.0.0.1:1", bearer="t", http_client=http
    )
    with pytest.raises(api.errors.ClosedError, match="the client was closed"):
        flavour.call(client.things.list)


@pytest.mark.parametrize("is_used", [True, False])
def test_a_client_refuses_to_be_pickled(is_used: bool, ask: Ask) -> None:
    talk = ask(named, bearer="t")
    if is_used:
        talk.call("things.create", name="n")
    with pytest.raises(TypeError, match="holds connections and credentials"):
        pickle.dumps(talk.client)


@pytest.mark.parametrize(
    "part", [lambda it: it.things, lambda it: it.things.create], ids=["resource", "method"]
)
def test_what_makes_calls_refuses_to_be_pickled(part: Any, ask: Ask) -> None:
    talk = ask(named, bearer="secret-token")
    with pytest.raises(TypeError, match="holds connections and credentials"):
        pickle.dumps(part(talk.client))


def test_copies_of_what_makes_calls_are_called_as_it_is(ask: Ask) -> None:
    talk = ask(named, bearer="t")
    for each in (copy.copy(talk.client.things), copy.deepcopy(talk.client.things)):
        talk.flavour.call(each.create, name="n")
    assert len(talk.server.requests) == 2
