"""The waiting that differs between the two flavours in more than a name, side by side."""

import time
from collections.abc import AsyncGenerator, Awaitable, Generator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from inspect import isawaitable, iscoroutine
from typing import Any, TypeVar

from .errors import InvalidRequestError
from .hooks import Hook, Hooks, hooks_of, require_no_waiting
from .limits import Deadline, Dwindling, library_limits
from .messages import Request
from .security import AsyncSource, Credential

T = TypeVar("T")


def clock() -> float:
    """Return the seconds since some moment in the past; no change of the time of day counts."""
    return time.monotonic()


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)


async def async_sleep(seconds: float) -> None:
    """Wait, in asyncio and in trio alike."""
    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    await anyio.sleep(seconds)


@contextmanager
def within(request: Request) -> Generator[Request, None, None]:
    """Give the request with the time at which the try ends: whatever waits in it looks at that."""
    deadline = Deadline(request.limits.left or 0)
    yield replace(request, deadline=deadline)
    deadline.is_lifted = True  # what is read of a stream later has all the time


@asynccontextmanager
async def async_within(request: Request) -> AsyncGenerator[Request, None]:
    """Give the request, and end in a TimeoutError where it is not done in time, in asyncio and trio alike."""
    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    with anyio.fail_after(request.limits.left):
        yield request


async def async_settled(result: Awaitable[T]) -> T:
    """Return what a library gives that tells nobody who cancels: anyio must know its own scope again."""
    try:
        return await result
    except _cancellation():
        from anyio.lowlevel import checkpoint_if_cancelled  # noqa: PLC0415 - the sync flavour needs none of it

        await checkpoint_if_cancelled()
        raise


def _cancellation() -> type[BaseException]:
    from asyncio import CancelledError  # noqa: PLC0415 - the sync flavour needs none of it

    return CancelledError


def limits(request: Request) -> dict[str, Any]:
    """Return what the HTTP library is to know of the time: what blocks must look at the end itself."""
    if request.deadline is None:
        return library_limits(request.limits)
    return Dwindling(request.limits, request.deadline)


def async_limits(request: Request) -> dict[str, Any]:
    """Return what the HTTP library is to know of the time."""
    return library_limits(request.limits)


def tell(hook: Hook[T] | None, value: T) -> None:
    """Call a hook, if there is one."""
    if hook is not None:
        hook(value)


async def async_tell(hook: Hook[T] | None, value: T) -> None:
    """Call a hook, if there is one, and wait for it where it has to be awaited."""
    told = None if hook is None else hook(value)
    if isawaitable(told):
        await told


def checked_hooks(hooks: Hooks | None) -> Hooks:
    """Return the hooks of a client, none of which has to be awaited."""
    found = hooks_of(hooks)
    require_no_waiting(found, "request", "response", "retry", "mismatch")
    return found


def async_checked_hooks(hooks: Hooks | None) -> Hooks:
    """Return the hooks of a client; answers are read without waiting."""
    found = hooks_of(hooks)
    require_no_waiting(found, "mismatch")
    return found


def given_by(source: AsyncSource[Credential]) -> Credential:
    """Return the credential of the moment.

    Raises:
        InvalidRequestError: where it would have to be awaited.
    """
    found = source()
    if isawaitable(found):
        if iscoroutine(found):
            found.close()  # or it complains that nobody waited
        raise InvalidRequestError("a credential must not be asynchronous here: nothing awaits it")
    return found


async def async_given_by(source: AsyncSource[Credential]) -> Credential:
    """Return the credential of the moment, awaited where it has to be."""
    found = source()
    return await found if isawaitable(found) else found
