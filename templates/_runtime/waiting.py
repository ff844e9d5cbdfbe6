"""The waiting that differs between the two flavours in more than a name, side by side."""

import time


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
