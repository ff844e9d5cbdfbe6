# Copied from templates/_runtime/listening.py. DO NOT EDIT: it is made anew.
"""What a server says while a body is still sent to it: a final answer, after which it may hang up.

asyncio drops what has come and was not read yet as soon as nothing can be written any more, and the HTTP
library reads only when all is written. So it is read while much, or one piece after another, is written.
Blocking sockets and trio keep what has come.
"""

from contextlib import suppress
from typing import Any, Final

import httpx2

MUCH: Final = 65536
"""What is written at once without listening; as much is heard, at most, before all is written."""
USUAL: Final = 2
"""The writes of a request that is not sent in pieces: its head and its content."""

TURNS: Final = 3
"""The turns of the event loop until the listener has what is there: it begins, looks, and reads."""


def listening(client: httpx2.Client) -> httpx2.Client:
    """Return a client as it is: its sockets can be read when they cannot be written to any more."""
    return client


def async_listening(client: httpx2.AsyncClient) -> httpx2.AsyncClient:
    """Return a client that hears what a server says while much is sent to it, on asyncio."""
    if not _is_asyncio():
        return client
    # There is no public way: where a later version has it elsewhere, answers are heard as before.
    mounted: dict[Any, Any] = getattr(client, "_mounts", {})
    for transport in (getattr(client, "_transport", None), *mounted.values()):
        pool: Any = getattr(transport, "_pool", None)
        if hasattr(pool, "_network_backend"):
            pool._network_backend = _Listening(pool._network_backend)  # noqa: SLF001
    return client


def _is_asyncio() -> bool:
    import asyncio  # noqa: PLC0415 - the sync flavour needs none of it

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class _Listening:
    """What connects to servers, as the HTTP library calls it."""

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    async def connect_tcp(self, *args: Any, **kwargs: Any) -> Any:
        return _ListeningStream(await self._backend.connect_tcp(*args, **kwargs))

    async def connect_unix_socket(self, *args: Any, **kwargs: Any) -> Any:
        return _ListeningStream(await self._backend.connect_unix_socket(*args, **kwargs))

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)


class _ListeningStream:
    """A connection, as the HTTP library calls it, of which nothing that has come is lost."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._heard = b""
        self._writes = 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._writes = 0
        if not self._heard:
            found: bytes = await self._stream.read(max_bytes, timeout)
            return found
        found, self._heard = self._heard[:max_bytes], self._heard[max_bytes:]
        return found

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        # The HTTP library writes nothing at the end of each body.
        self._writes += bool(buffer)
        if self._writes <= USUAL and len(buffer) <= MUCH:
            await self._stream.write(buffer, timeout)
        else:
            await self._write_listening(buffer, timeout)

    async def _write_listening(self, buffer: bytes, timeout: float | None) -> None:
        import anyio.lowlevel  # noqa: PLC0415 - the sync flavour needs none of it

        fault: Exception | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._listen)
            for _ in range(TURNS):
                await anyio.lowlevel.checkpoint()
            try:
                await self._stream.write(buffer, timeout)
            except Exception as found:  # noqa: BLE001 - raised below, where no group is put around it
                fault = found
            group.cancel_scope.cancel()
        if fault is not None:
            raise fault

    async def _listen(self) -> None:
        with suppress(Exception):  # whoever reads next is told
            while len(self._heard) < MUCH and (found := await self._stream.read(MUCH, None)):
                self._heard += found

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(self, *args: Any, **kwargs: Any) -> Any:
        return _ListeningStream(await self._stream.start_tls(*args, **kwargs))

    def get_extra_info(self, info: str) -> Any:
        return True if info == "is_readable" and self._heard else self._stream.get_extra_info(info)
