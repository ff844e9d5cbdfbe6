"""Work in threads, for those who may stop waiting for it.

A thread cannot be stopped: what it has in hand nobody else may end. It ends it itself then, once it is done.
"""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

T = TypeVar("T")


class Work:
    """What is done with one thing, in threads of which one at a time is at it."""

    def __init__(self, end: Callable[[], object], turn: "Lock | None" = None) -> None:
        """Make it.

        Args:
            end: ends the thing, once anything was done with it; is called once, in any thread.
            turn: what others have who work with the same thing.
        """
        self._end = end
        self._turn = turn or Lock()
        self._lock = Lock()  # around the three that follow
        self._has_begun = False
        self._is_busy = False
        self._is_left = False

    async def do(self, what: Callable[[], T], *, may_be_left: bool = False) -> T:
        """Return what a function gives that runs in a thread.

        Args:
            what: the function.
            may_be_left: whether whoever cancels need not wait for it.
        """
        import anyio.to_thread  # noqa: PLC0415 - the sync flavour needs none of it

        return await anyio.to_thread.run_sync(
            partial(self._done, what), abandon_on_cancel=may_be_left
        )

    def do_within(self, seconds: float, what: Callable[[], T]) -> T:
        """Return what a function gives that runs in a thread.

        Raises:
            TimeoutError: where it takes longer.
        """
        result: T
        outcomes: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()
        Thread(target=self._tell, args=(what, outcomes), daemon=True).start()
        try:
            result, fault = outcomes.get(timeout=seconds)
        except Empty:
            raise TimeoutError from None
        if fault is not None:
            raise fault
        return result

    def leave(self) -> None:
        """End the thing, or let the thread do so that is at it: nobody waits any more."""
        with self._lock:
            is_ended, self._is_left = self._is_left, True
            if is_ended or self._is_busy or not self._has_begun:
                return
        self._end()

    def _done(self, what: Callable[[], T]) -> T:
        with self._turn:
            with self._lock:
                if self._is_left:
                    raise TimeoutError  # which nobody sees
                self._has_begun = self._is_busy = True
            try:
                return what()
            finally:
                if self._is_free():
                    self._end()

    def _is_free(self) -> bool:
        """Let go of the thing; tell whether nobody waits for it any more."""
        with self._lock:
            self._is_busy = False
            return self._is_left

    def _tell(
        self, what: Callable[[], Any], outcomes: SimpleQueue[tuple[Any, BaseException | None]]
    ) -> None:
        try:
            outcomes.put((self._done(what), None))
        except BaseException as fault:  # noqa: BLE001 - it is raised where it is waited for
            outcomes.put((None, fault))
