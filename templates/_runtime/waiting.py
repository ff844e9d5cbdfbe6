"""The waiting that differs between the two flavours in more than a name, side by side."""

import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import replace
from inspect import isawaitable, iscoroutine, iscoroutinefunction
from socket import SHUT_RDWR
from typing import Any, Final, TypeVar

from .errors import InvalidRequestError
from .grants import Grant
from .hooks import Hook, Hooks, hooks_of, require_no_waiting
from .limits import Deadline, Dwindling, library_limits
from .messages import Request
from .security import AsyncSource, Credential

T = TypeVar("T")


def interrupt(answer: Any, reading: Any) -> None:
    """End a read of an answer that another thread is in: to close its socket would not.

    Args:
        answer: of the HTTP library.
        reading: the generator of its content.
    """
    if reading.gi_running:
        with suppress(Exception):  # it has no socket, or that has ended
            connection = answer.extensions["network_stream"]
            connection.get_extra_info("socket").shutdown(SHUT_RDWR)


async def async_interrupt(answer: Any, reading: Any) -> None:
    """End a read of an answer that another task is in, which ends where the answer is closed."""


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


def checked_grants(given: Mapping[str, T]) -> Mapping[str, T]:
    """Return what was given for credentials, where nothing of a grant has to be awaited.

    Raises:
        InvalidRequestError: where something has: what it is to store or to show would be lost.
    """
    for grant in given.values():
        for name in ("shown", "replaced") if isinstance(grant, Grant) else ():
            function = getattr(grant, name, None)
            if iscoroutinefunction(function) or iscoroutinefunction(_call_of(function)):
                kind = type(grant).__name__
                raise InvalidRequestError(f"`{name}` of {kind} {_NOT_AWAITED}")
    return given


def _call_of(function: object) -> object:
    """Return the method by which an object is called that is no function."""
    return getattr(type(function), "__call__", None)  # noqa: B004 - whether it is async is asked


def async_checked_grants(given: Mapping[str, T]) -> Mapping[str, T]:
    """Return what was given for credentials."""
    return given


_NOT_AWAITED: Final = "must not be asynchronous: nothing awaits it here"


def show(told: Callable[[T], object] | None, value: T) -> None:
    """Call a function that shows a user something, or stores it, if there is one.

    Raises:
        InvalidRequestError: where it has to be, which not every function shows before.
    """
    result = None if told is None else told(value)
    if isawaitable(result):
        _close(result)
        raise InvalidRequestError(f"{getattr(told, '__name__', 'a function')} {_NOT_AWAITED}")


async def async_show(told: Callable[[T], object] | None, value: T) -> None:
    """Call a function, if there is one, and wait for it where it has to be awaited."""
    await async_tell(told, value)


def store(told: Callable[[T], object] | None, value: T) -> None:
    """Call a function that stores something, if there is one."""
    show(told, value)


async def async_store(told: Callable[[T], object] | None, value: T) -> None:
    """Call a function that stores something, if there is one, and wait for its end though it is cancelled.

    It will not be told again.
    """
    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    with anyio.CancelScope(shield=True):
        await async_tell(told, value)


def _close(result: Awaitable[object]) -> None:
    if iscoroutine(result):
        result.close()  # or it complains that nobody waited


def given_by(source: AsyncSource[Credential]) -> Credential:
    """Return the credential of the moment.

    Raises:
        InvalidRequestError: where it would have to be awaited.
    """
    found = source()
    if isawaitable(found):
        _close(found)
        raise InvalidRequestError("a credential must not be asynchronous here: nothing awaits it")
    return found


async def async_given_by(source: AsyncSource[Credential]) -> Credential:
    """Return the credential of the moment, awaited where it has to be."""
    found = source()
    return await found if isawaitable(found) else found
