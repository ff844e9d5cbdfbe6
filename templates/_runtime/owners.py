"""Who an HTTP client belongs to: its connections serve one process only and, where it waits, one event loop.

After a fork both processes would read from the same connections, and each would get answers of the other.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from .leftovers import drop_connections

T = TypeVar("T")


class Owned(Generic[T]):
    """What is made when it is first needed, once in each process, however many threads ask for it."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: dict[int, T] = {}
        self._locks: dict[int, Lock] = {}

    def get(self) -> T:
        """Return it. What another process made stays open there and is never used nor closed here."""
        process = os.getpid()
        made = self._made.get(process)
        if made is None:
            with self._locks.setdefault(process, Lock()):
                made = self._made.get(process)
                if made is None:
                    made = self._made[process] = self._make()
        return made

    def made(self) -> T | None:
        """Return it, if it was made in this process."""
        return self._made.get(os.getpid())


class AsyncOwned(Generic[T]):
    """What is made when it is first needed, once in each event loop of each process."""

    def __init__(self, make: Callable[[], T], drop: Callable[[T], None] = drop_connections) -> None:
        """Make it.

        Args:
            make: makes what is owned.
            drop: closes the sockets of what was owned by an event loop that has ended, without waiting.
        """
        self._make = make
        self._drop = drop
        # What is owned holds its event loop, so that nothing leaves this by itself.
        self._made: WeakKeyDictionary[object, tuple[int, T]] = WeakKeyDictionary()
        # What another process made is neither used nor closed here, nor cleared away, which may close it.
        self._left: list[T] = []
        self._lock = Lock()

    def get(self) -> T:
        """Return it. What another event loop made is left to that one, until that has ended."""
        loop, process = running_loop(), os.getpid()
        found = self._made.get(loop)
        if found is not None and found[0] == process:
            return found[1]
        made = self._make()
        with self._lock:
            if found is not None:
                self._left.append(found[1])
            over = [
                each for each in self._made.items() if each[1][0] == process and _is_over(each[0])
            ]
            for ended, _ in over:
                del self._made[ended]
            self._made[loop] = process, made
        for _, (_, owned) in over:
            with suppress(Exception):  # nobody can mend it, and the call has nothing to do with it
                self._drop(owned)
        return made

    def made(self) -> T | None:
        """Return it, if it was made in this event loop and process."""
        found = self._made.get(running_loop())
        return found[1] if found is not None and found[0] == os.getpid() else None


def running_loop() -> object:
    """Return the event loop, or what stands for it in trio, which asyncio knows nothing of."""
    from asyncio import current_task  # noqa: PLC0415 - the sync flavour needs none of it

    try:
        task = current_task()
    except RuntimeError:
        task = None
    if task is not None:
        return task.get_loop()
    from anyio.lowlevel import current_token  # noqa: PLC0415 - asyncio needs none of it

    token = current_token()
    return getattr(token, "native_token", token)  # before anyio 4.11 it was that itself


def _is_over(loop: Any) -> bool:
    """Tell whether an event loop has ended, or what stands for it in trio, which says so when it is asked."""
    is_closed = getattr(loop, "is_closed", None)
    if is_closed is not None:
        return bool(is_closed())
    try:
        loop.run_sync_soon(int, idempotent=True)  # does nothing
    except RuntimeError:
        return True
    return False
