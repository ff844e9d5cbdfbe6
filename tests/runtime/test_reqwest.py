"""What pyreqwest does not end by itself: reads of closed streams, and uploads that nobody waits for."""

import asyncio
from collections.abc import AsyncIterator
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("pyreqwest")

from trigger_dev._runtime.reqwest import AsyncBlocks, AsyncExchange


class Opened:
    """An exchange that is open."""

    async def __aexit__(self, *_: object) -> None:
        pass


async def endless() -> bytes:
    await asyncio.Event().wait()
    return b""


@pytest.mark.parametrize(
    ("is_cancelled", "fault"), [(False, ConnectionError), (True, asyncio.CancelledError)]
)
def test_closing_ends_a_read_and_takes_no_cancellation_for_itself(
    is_cancelled: bool, fault: type[BaseException]
) -> None:
    async def close_while_it_is_read() -> None:
        request: Any = SimpleNamespace()
        exchange = AsyncExchange(Opened(), request, is_whole=False)
        reading = asyncio.create_task(exchange.wait(endless))
        await asyncio.sleep(0)
        await exchange.close()
        if is_cancelled:
            reading.cancel()
        await reading

    with pytest.raises(fault):
        asyncio.run(close_while_it_is_read())


def test_what_refuses_to_end_hides_no_fault_of_the_request() -> None:
    async def stubborn() -> AsyncIterator[bytes]:
        try:
            yield b"x"
        except GeneratorExit:
            yield b"y"

    async def end() -> None:
        upload: Any = SimpleNamespace(async_blocks=stubborn)
        blocks = AsyncBlocks(upload, None)
        assert await anext(blocks) == b"x"
        await blocks.end(is_answered=False)

    asyncio.run(end())
