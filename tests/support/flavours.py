"""The three ways to use a client, sync, asyncio and trio, behind one interface: a test is written once.

What carries the requests is the HTTP library of the package, or an adapter for another one.
"""

import os
from collections.abc import AsyncIterable, Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from itertools import islice
from typing import Any

from anyio.from_thread import BlockingPortal, start_blocking_portal

NAMES = ("sync", "asyncio", "trio")
# The adapters: how each is used, and its class in `transports`.
ADAPTERS = {
    "aiohttp": ("asyncio", "AsyncAiohttp"),
    "pyreqwest sync": ("sync", "Pyreqwest"),
    "pyreqwest asyncio": ("asyncio", "AsyncPyreqwest"),
}
# Adapters carry the requests of every test only where that is asked for: it takes twice as long.
EVERY = (*NAMES, *ADAPTERS) if os.environ.get("OASMITH_CARRIERS") == "all" else NAMES


class Flavour:
    """One way to use a client: what has to be awaited is awaited, on one event loop for the whole test."""

    def __init__(
        self, name: str, stack: ExitStack, portal: BlockingPortal | None, adapter: str | None
    ) -> None:
        self.name = name
        self.adapter = adapter
        self._stack = stack
        self._portal = portal

    @property
    def is_sync(self) -> bool:
        """Whether nothing has to be awaited."""
        return self._portal is None

    @property
    def is_pyreqwest(self) -> bool:
        """Whether pyreqwest carries the requests."""
        return self.adapter is not None and self.adapter.endswith("Pyreqwest")

    def client(self, **options: Any) -> Any:
        """Return a Trigger.dev client that is closed when the test ends."""
        from trigger_dev import AsyncTriggerClient, TriggerClient  # noqa: PLC0415 - tests of others need none

        return self.open(TriggerClient, AsyncTriggerClient, **options)

    def open(self, sync_class: Callable[..., Any], async_class: Callable[..., Any], **options: Any) -> Any:
        """Return a client of the class for this flavour, entered; it is left when the test ends."""
        if self.adapter is not None and "http_client" not in options:
            package = sync_class.__module__.partition("._")[0]
            options["http_client"] = getattr(import_module(f"{package}.transports"), self.adapter)()
        if self._portal is None:
            return self._stack.enter_context(sync_class(**options))
        return self._stack.enter_context(self._portal.wrap_async_context_manager(async_class(**options)))

    def call(self, method: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Call a method that waits, and return its result."""
        if self._portal is None:
            return method(*args, **kwargs)
        return self._portal.call(_await, lambda: method(*args, **kwargs))

    def collect(self, pager: Any, limit: int | None = None) -> list[Any]:
        """Return what a pager gives, all of it or the first few: items, or pages of `pager.pages()`."""
        if self._portal is None:
            return list(islice(pager, limit))
        return self._portal.call(_collect, pager, limit)

    def pages(self, pager: Any, limit: int | None = None) -> list[Any]:
        """Return the pages of a pager."""
        return self.collect(pager.pages(), limit)

    def close(self, client: Any) -> None:
        """Close a client before the test ends."""
        self.call(client.close)


@contextmanager
def open_flavour(name: str) -> Iterator[Flavour]:
    """Enter one of `NAMES` or `ADAPTERS`; clients it opened are closed on leaving, their event loop last."""
    kind, adapter = ADAPTERS.get(name, (name, None))
    with ExitStack() as stack:
        portal = None if kind == "sync" else stack.enter_context(start_blocking_portal(kind))
        yield Flavour(kind, stack, portal, adapter)


async def _await(start: Callable[[], Awaitable[Any]]) -> Any:
    return await start()


async def _collect(pager: AsyncIterable[Any], limit: int | None) -> list[Any]:
    # Leaves the loop as users do, without closing the iterator: that must not cost a warning either.
    found: list[Any] = []
    async for each in pager:
        found.append(each)
        if len(found) == limit:
            break
    return found
