"""One at a time: who needs a token waits for who is asking for it."""

from types import TracebackType

from .oauth import Tokens


class Turn:
    """A block that one thread at a time is in, so that one asks for a token and the others wait for it."""

    def __init__(self, tokens: Tokens) -> None:
        self._lock = tokens.lock.get()

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()


class AsyncTurn:
    """A block that one task of an event loop at a time is in."""

    def __init__(self, tokens: Tokens) -> None:
        self._lock = tokens.async_lock()

    async def __aenter__(self) -> None:
        await self._lock.acquire()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._lock.release()
