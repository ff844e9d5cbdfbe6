"""Calls, one by one and 50 at once, beside what the HTTP library and pydantic take for the same."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final, TypeAlias

import httpx2
from pydantic import TypeAdapter
from trigger_dev import AsyncTriggerClient, TriggerClient, models, transports

from tests.bench.pairs import OURS, Pair, Row, Run
from tests.bench.scale import Scale
from tests.bench.sessions import ITEMS, sessions

ALONE: Final = "httpx2 and pydantic alone"
AT_ONCE: Final = 50
Call: TypeAlias = Callable[[], Coroutine[Any, Any, object]]
GOAL: Final = 1.05

_HEADERS = {"authorization": "Bearer x"}
_ONE = TypeAdapter(models.SessionObject)
_PAGE = TypeAdapter(models.ListSessionsResult)
_ACCEPTED = TypeAdapter(models.BatchTriggerResponse)
_SESSION: Final = "/api/v1/sessions/session_1"


@contextmanager
def one_by_one(_: Scale) -> Iterator[list[Row]]:
    """Give the rows of sync calls."""
    modelled = _modelled()
    with (
        sessions() as url,
        httpx2.Client(base_url=url, headers=_HEADERS) as http,
        TriggerClient(secret_key="x", base_url=url) as client,
    ):

        def get() -> object:
            return _ONE.validate_json(http.get(_SESSION).content)

        def page() -> object:
            return _PAGE.validate_json(http.get("/api/v1/sessions", params={"page[size]": "100"}).content)

        def post() -> object:
            return _ACCEPTED.validate_json(http.post("/api/v1/tasks/batch", json={"items": ITEMS}).content)

        yield [
            _row("GET of 2 KB", lambda: client.sessions.retrieve("session_1"), get),
            _row("page of 100", lambda: client.sessions.list(size=100).page(), page),
            _row("POST of 5 KB, dictionaries", lambda: client.batches.trigger(items=ITEMS), post),
            _row("POST of 5 KB, models", lambda: client.batches.trigger(items=modelled), post),
        ]


@contextmanager
def at_once(_: Scale) -> Iterator[list[Row]]:
    """Give the rows of async calls, of which several wait at once."""
    modelled = _modelled()
    with sessions() as url, asyncio.Runner() as runner, _entered(runner) as enter:
        http = enter(httpx2.AsyncClient(base_url=url, headers=_HEADERS))
        client = enter(AsyncTriggerClient(secret_key="x", base_url=url))

        async def page() -> object:
            return await client.sessions.list(size=100).page()

        bare_page = _bare_get(http, "/api/v1/sessions?page%5Bsize%5D=100", _PAGE)
        bare_get = _bare_get(http, _SESSION, _ONE)

        async def bare_post() -> object:
            answer = await http.post("/api/v1/tasks/batch", json={"items": ITEMS})
            return _ACCEPTED.validate_json(answer.content)

        def row(what: str, ours: Callable[[], Any], theirs: Callable[[], Any]) -> Pair:
            together = (_together(runner, ours), _together(runner, theirs))
            return _row(f"{what}, {AT_ONCE} at once", *together, times=AT_ONCE, patience=3)

        yield [
            row("GET of 2 KB", lambda: client.sessions.retrieve("session_1"), bare_get),
            row("page of 100", page, bare_page),
            row("POST of 5 KB, dictionaries", lambda: client.batches.trigger(items=ITEMS), bare_post),
            row("POST of 5 KB, models", lambda: client.batches.trigger(items=modelled), bare_post),
        ]


@contextmanager
def carried(_: Scale) -> Iterator[list[Row]]:
    """Give the rows of async calls that another HTTP library carries, where that is installed.

    What the library and pydantic need alone is beside both: a call can cost no less.
    """
    installed = [name for name in _ADAPTERS if find_spec(name) is not None]
    with sessions() as url, asyncio.Runner() as runner, _entered(runner) as enter:
        http = enter(httpx2.AsyncClient(base_url=url, headers=_HEADERS))
        bare = _in_turn(runner, _bare_get(http, _SESSION, _ONE))

        def rows(library: str) -> Iterator[Pair]:
            adapter, own, goal = _ADAPTERS[library]
            carrier = getattr(transports, adapter)()
            client = enter(AsyncTriggerClient(secret_key="x", base_url=url, http_client=carrier))
            get = _in_turn(runner, lambda: client.sessions.retrieve("session_1"))
            alone = _in_turn(runner, enter(own(url + _SESSION)))
            what = f"async GET of 2 KB by {library}"
            yield _row(what, get, bare, goal=goal, times=AT_ONCE)
            yield _row(what, get, alone, beside=f"{library} and pydantic alone", goal=None, times=AT_ONCE)
            yield _row("async GET of 2 KB", alone, bare, by=f"{library} alone", goal=None, times=AT_ONCE)

        yield [row for library in installed for row in rows(library)]


@asynccontextmanager
async def _aiohttp_get(url: str) -> AsyncIterator[Call]:
    aiohttp: Any = import_module("aiohttp")
    async with aiohttp.ClientSession() as session:

        async def get() -> object:
            async with session.get(url, headers=_HEADERS) as answer:
                return _ONE.validate_json(await answer.read())

        yield get


@asynccontextmanager
async def _pyreqwest_get(url: str) -> AsyncIterator[Call]:
    pyreqwest: Any = import_module("pyreqwest.client")
    async with pyreqwest.ClientBuilder().build() as client:

        async def get() -> object:
            answer = await client.get(url).headers(_HEADERS).build().send()
            return _ONE.validate_json((await answer.bytes()).to_bytes())

        yield get


# By the names of the libraries: their adapters, their own calls, and the goals.
_ADAPTERS = {
    "aiohttp": ("AsyncAiohttp", _aiohttp_get, 0.28),
    "pyreqwest": ("AsyncPyreqwest", _pyreqwest_get, 0.20),
}


def _row(
    what: str,
    ours: Run,
    theirs: Run,
    *,
    beside: str = ALONE,
    by: str = OURS,
    goal: float | None = GOAL,
    times: int = 1,
    patience: int = 1,
) -> Pair:
    return Pair(
        what=what, beside=beside, ours=ours, theirs=theirs, goal=goal, by=by, times=times, patience=patience
    )


def _modelled() -> list[models.BatchTriggerTaskRequestBodyItem]:
    return [models.BatchTriggerTaskRequestBodyItem.model_validate(item) for item in ITEMS]


def _bare_get(http: httpx2.AsyncClient, url: str, adapter: TypeAdapter[Any]) -> Call:
    async def get() -> object:
        return adapter.validate_json((await http.get(url)).content)

    return get


@contextmanager
def _entered(runner: asyncio.Runner) -> Iterator[Callable[[Any], Any]]:
    """Give what opens clients, which are closed at the end."""
    stack = AsyncExitStack()
    try:
        yield lambda client: runner.run(stack.enter_async_context(client))
    finally:
        runner.run(stack.aclose())


def _together(runner: asyncio.Runner, call: Callable[[], Any]) -> Run:
    async def calls() -> None:
        await asyncio.gather(*(call() for _ in range(AT_ONCE)))

    return lambda: runner.run(calls())


def _in_turn(runner: asyncio.Runner, call: Callable[[], Any]) -> Run:
    async def calls() -> None:
        for _ in range(AT_ONCE):
            await call()

    return lambda: runner.run(calls())
