# Copied from templates/_runtime/room.py. DO NOT EDIT: it is made anew.
"""Room for what recurses deeply: models that refer to each other, and values, that are hundreds deep."""

import sys
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_FRAMES = 100_000
_STACK = 512 * 1024 * 1024  # address space only: what is not used costs nothing
_LOCK = threading.Lock()


def with_room(build: Callable[[], T]) -> T:
    """Return what a function returns, called again on a larger stack where this one is too small."""
    try:
        return build()
    except RecursionError:
        return _in_thread(build)


def _in_thread(build: Callable[[], T]) -> T:
    from concurrent.futures import Future  # noqa: PLC0415 - hardly anything is so deep

    result: Future[T] = Future()

    def run() -> None:
        try:
            result.set_result(build())
        except BaseException as fault:  # noqa: BLE001 - it is raised where it was asked for
            result.set_exception(fault)

    with _LOCK:
        frames, stack = sys.getrecursionlimit(), threading.stack_size(_STACK)
        sys.setrecursionlimit(max(frames, _FRAMES))
        try:
            thread = threading.Thread(target=run)
            thread.start()
            thread.join()
        finally:
            threading.stack_size(stack)
            sys.setrecursionlimit(frames)
    return result.result()
