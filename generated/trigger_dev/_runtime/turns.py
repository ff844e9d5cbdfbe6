# Copied from templates/_runtime/turns.py. DO NOT EDIT: it is made anew.
"""One at a time in a process: who needs a token waits for who asks for it, in whatever thread or event loop.

A server that replaces refresh tokens takes the second use of one for a theft (RFC 9700, 4.14.2).
"""

from collections.abc import Callable
from concurrent.futures import Future
from copy import copy
from functools import partial
from threading import Lock, get_ident
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from .errors import ApiConnectionError, ApiError, InvalidRequestError, TokenError
from .owners import running_loop

if TYPE_CHECKING:
    from .oauth import Tokens

_SHARED: Final = (TokenError, ApiConnectionError)
"""What says of a request that others need not make it, too."""


class Asked:
    """A token that is asked for, as those see it who wait for what comes of that.

    Attributes:
        over: has, once it is over, what it failed with, or None: then there is a token, or nobody knows.
    """

    def __init__(self, way: object) -> None:
        self.over = Future[ApiError | None]()
        self._way = way
        self._thread = get_ident()

    def end(self, error: BaseException | None) -> None:
        """Wake all who wait. Who was cancelled leaves the turn to one of them."""
        # A copy has no frames, and what is in them: it is kept as long as anybody waits.
        self.over.set_result(copy(error) if isinstance(error, _SHARED) else None)

    def require(self, way: object) -> None:
        """Raise what it failed with, where those who ask in this way would fail alike.

        What the server says holds for all. Who has other connections or more time may yet reach it.
        """
        failure = self.over.result()
        if isinstance(failure, TokenError) or (failure is not None and way == self._way):
            raise copy(failure)

    def require_other_thread(self) -> None:
        """Refuse to wait for what cannot go on meanwhile.

        Raises:
            InvalidRequestError: where this very thread asks for it, such as in a task of its event loop.
        """
        if self._thread == get_ident():
            raise InvalidRequestError(
                "a call waits for a token that its own thread is asking for: it would never end"
            )


class Turns:
    """Who asks for a token, in one process."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: Asked | None = None

    def take(self, way: object) -> tuple[Asked, bool]:
        """Return what is asked for, and whether it is the caller who has to ask and then to `leave`."""
        with self._lock:
            if self._asked is not None:
                return self._asked, False
            self._asked = Asked(way)
            return self._asked, True

    def leave(self, asked: Asked, error: BaseException | None) -> None:
        """Let the next one ask, and tell those who wait."""
        with self._lock:
            self._asked = None
        asked.end(error)


class _AnyTurn:
    """What both flavours of a turn have.

    Args:
        tokens: what is asked for.
        way: what equals that of who would ask alike: the connections, and how long they may take.
    """

    def __init__(self, tokens: "Tokens", way: object) -> None:
        self._turns = tokens.turns.get()
        self._way = way
        self._own: Asked | None = None

    def _take(self) -> Asked | None:
        """Return what has to be waited for; None where it is this one's turn."""
        asked, is_own = self._turns.take(self._way)
        self._own = asked if is_own else None
        return None if is_own else asked

    def _leave(self, error: BaseException | None) -> None:
        if self._own is not None:
            self._turns.leave(self._own, error)


class Turn(_AnyTurn):
    """A block that gives whether it is to ask for a token; if not, somebody just did.

    Where that one failed, entering it fails alike.
    """

    def __enter__(self) -> bool:
        asked = self._take()
        if asked is None:
            return True
        asked.require_other_thread()
        asked.require(self._way)
        return False

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave(error)


class AsyncTurn(_AnyTurn):
    """As `Turn`, in asyncio and in trio alike; no event loop is blocked."""

    async def __aenter__(self) -> bool:
        asked = self._take()
        if asked is None:
            return True
        await _over(asked.over)
        asked.require(self._way)
        return False

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._leave(error)


async def _over(future: Future[Any]) -> None:
    """Wait for what another thread or event loop may end."""
    import anyio  # noqa: PLC0415 - the sync flavour needs none of it

    event = anyio.Event()
    loop: Any = running_loop()
    soon = getattr(loop, "call_soon_threadsafe", None) or loop.run_sync_soon
    future.add_done_callback(partial(_wake, soon, event.set))
    await event.wait()


def _wake(
    soon: Callable[[Callable[[], object]], object], wake: Callable[[], object], _: object
) -> None:
    try:
        soon(wake)
    except RuntimeError:
        return  # the event loop is closed, and nobody waits there any more
