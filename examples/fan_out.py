"""Trigger a task for many things at once, a few at a time, and wait for all of the runs."""

import asyncio

from trigger_dev import AsyncTriggerClient

AT_ONCE = 10


async def main() -> None:
    gate = asyncio.Semaphore(AT_ONCE)

    async with AsyncTriggerClient() as client:

        async def processed(number: int) -> str:
            async with gate:
                started = await client.tasks.trigger("my-task", {"number": number})
                run = await client.runs.poll(started.id)
                return f"{number}: {run.status}"

        for line in await asyncio.gather(*map(processed, range(25))):
            print(line)


if __name__ == "__main__":
    asyncio.run(main())
