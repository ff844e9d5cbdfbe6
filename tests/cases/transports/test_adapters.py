"""Which adapter a client has, what it costs those who use none, and how one is written."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock

import aiohttp
import httpx
import httpx2
import pytest
from pyreqwest.client import ClientBuilder, SyncClientBuilder

from tests.guides.running import blocks
from tests.support.flavours import open_flavour
from tests.support.http_server import HttpServer, json_reply


@pytest.fixture(scope="module")
def package(packages: dict[str, ModuleType]) -> ModuleType:
    return packages["httpx2"]


def test_a_session_of_aiohttp_is_taken_and_left_open(package: ModuleType) -> None:
    async def call(url: str, wrap: Callable[[Any], Any]) -> str:
        async with aiohttp.ClientSession(headers={"X-Session": "1"}) as session:
            async with package.AsyncApiClient(key="k", base_url=url, http_client=wrap(session)) as client:
                name = (await client.things.list()).name
            assert not session.closed
            with pytest.raises(package.ApiError, match="the client was closed"):
                await client.things.list()
            return str(name)

    with HttpServer(lambda _: json_reply({"name": "n"})) as server:
        for wrap in (lambda session: session, package.transports.AsyncAiohttp):
            assert asyncio.run(call(server.url, wrap)) == "n"
        assert [request.headers["x-session"] for request in server.requests] == ["1", "1"]
        assert all(" aiohttp/" in request.headers["user-agent"] for request in server.requests)


def test_a_closed_session_of_aiohttp_is_told(package: ModuleType) -> None:
    async def call() -> None:
        session = aiohttp.ClientSession()
        await session.close()
        client = package.AsyncApiClient(key="k", base_url="http://127.0.0.1:1", http_client=session)
        with pytest.raises(package.errors.ClosedError, match="the client was closed"):
            await client.things.list()

    asyncio.run(call())


def test_what_a_session_of_aiohttp_was_set_to_counts(package: ModuleType) -> None:
    async def limits(given: aiohttp.ClientTimeout | None) -> Any:
        async with aiohttp.ClientSession(**({} if given is None else {"timeout": given})) as session:
            return package.AsyncApiClient(key="k", http_client=session)._transport.settings.limits

    usual = asyncio.run(limits(None))
    assert (usual.read, usual.connect) == (60, 60)
    own = asyncio.run(limits(aiohttp.ClientTimeout(total=9, sock_connect=1, sock_read=2)))
    assert (own.total, own.connect, own.read) == (9, 1, 2)


@pytest.mark.parametrize("name", ["pyreqwest sync", "pyreqwest asyncio"])
def test_a_client_of_pyreqwest_is_taken_and_left_open(name: str, package: ModuleType) -> None:
    with HttpServer(lambda _: json_reply({"name": "n"})) as server, open_flavour(name) as flavour:
        builder: Any = SyncClientBuilder() if flavour.is_sync else ClientBuilder()
        own = builder.default_headers({"X-Session": "1"}).follow_redirects(False).build()
        for _ in range(2):
            client = flavour.open(
                package.ApiClient, package.AsyncApiClient, key="k", base_url=server.url, http_client=own
            )
            assert flavour.call(client.things.list).name == "n"
            flavour.close(client)
        assert [request.headers["x-session"] for request in server.requests] == ["1", "1"]


FAULT = ArithmeticError("the token of yesterday")


def fails(*_: object) -> Any:
    """Stand where a hook does."""
    raise FAULT


async def fails_later(*_: object) -> Any:
    raise FAULT


async def failing_session() -> aiohttp.ClientSession:
    trace = aiohttp.TraceConfig()
    trace.on_request_start.append(fails_later)
    return aiohttp.ClientSession(trace_configs=[trace])


FAILING: dict[str, Callable[[], Any]] = {
    "aiohttp": failing_session,
    "pyreqwest sync": lambda: SyncClientBuilder().with_middleware(fails).build(),
    "pyreqwest asyncio": lambda: ClientBuilder().with_middleware(fails_later).build(),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_a_hook_of_a_given_client_raises_is_the_cause(name: str, package: ModuleType) -> None:
    with open_flavour(name) as flavour:
        made = FAILING[name]
        given = flavour.call(made) if name == "aiohttp" else made()
        client = flavour.open(
            package.ApiClient, package.AsyncApiClient, key="k", base_url="http://a.test", http_client=given
        )
        with pytest.raises(package.ApiConnectionError, match="the token of yesterday") as caught:
            flavour.call(client.things.list)
        flavour.call(given.close)
    assert caught.value.__cause__ is FAULT


class Sends:
    """What sends in its own way, as the clients of many HTTP libraries do."""

    def send(self, request: Any, **options: Any) -> None: ...

    def close(self) -> None: ...

    async def aclose(self) -> None: ...


def wrong_for_sync() -> list[Any]:
    others = [httpx.Client(), httpx.AsyncClient(), Sends(), httpx2.Client]
    return [object(), "http", httpx2.AsyncClient(), ClientBuilder().build(), aiohttp.ClientSession, *others]


def wrong_for_async() -> list[Any]:
    others = [httpx.Client(), httpx.AsyncClient(), Sends(), httpx2.AsyncClient]
    return [object(), "http", httpx2.Client(), SyncClientBuilder().build(), *others]


def test_what_cannot_carry_requests_is_refused(package: ModuleType) -> None:
    for wrong in wrong_for_sync():
        with pytest.raises(
            package.InvalidRequestError, match=r"http_client cannot carry.* close\(\)"
        ) as told:
            package.ApiClient(key="k", http_client=wrong)
        assert "httpx2.Client" in str(told.value)
    for wrong in wrong_for_async():
        with pytest.raises(
            package.InvalidRequestError, match=r"http_client cannot carry.* aclose\(\)"
        ) as told:
            package.AsyncApiClient(key="k", http_client=wrong)
        assert "httpx2.AsyncClient" in str(told.value)


def test_whatever_takes_a_request_and_a_timeout_carries(package: ModuleType) -> None:
    class Open(Sends):
        def send(self, *given: Any, **options: Any) -> None: ...

    class Silent(Sends):
        send = MagicMock()

    for carrier in (Open(), Silent()):
        package.ApiClient(key="k", http_client=carrier)
        package.AsyncApiClient(key="k", http_client=carrier)


def test_nothing_is_imported_that_is_not_used(package: ModuleType) -> None:
    program = (
        "import sys, carried_by_httpx2 as api, carried_by_httpx2.transports\n"
        "api.ApiClient(key='k').things, api.AsyncApiClient(key='k')\n"
        "print(sorted({'aiohttp', 'pyreqwest'} & set(sys.modules)))"
    )
    folder = Path(str(package.__file__)).parents[1]
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, check=True, capture_output=True, text=True
    )
    assert told.stdout == "[]\n"


def test_the_custom_client_of_the_readme_carries_requests(package: ModuleType) -> None:
    readme = Path(str(package.__file__)).with_name("README.md").read_text("utf-8")
    (block,) = [block for block in blocks(readme) if "class Plain" in block]
    names: dict[str, Any] = {}
    exec(block, names)
    with HttpServer(lambda _: json_reply({"name": "n"}, status=200)) as server:
        client = package.ApiClient(key="k", base_url=server.url, http_client=names["Plain"]())
        assert client.things.list(q="x").name == "n"
        assert server.requests[0].query == [("q", "x"), ("key", "k")]
    with pytest.raises(package.ApiConnectionError):
        client.with_options(max_retries=0).things.list()
