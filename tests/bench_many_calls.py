"""Memory after 20,000 and after 100,000 calls: `make bench-memory`.

Good answers, 404s, answers that do not fit, and pages in turn, each call with options and an argument of its
own, answered in the process of the client. What is kept for each call would show: 80,000 objects of 56 bytes
are 4.3 MiB.
"""

import asyncio
import gc
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import Any

import httpx2
from bench_memory import MEBIBYTE, ROOT, memory
from rich.console import Console
from rich.table import Table

FEW, MANY = 20_000, 100_000
DOCUMENT = ROOT / "tests/cases/cancelling/openapi.yaml"
KINDS = 4


def main() -> None:
    """Measure and print."""
    columns = ("", f"after {FEW:,}, MiB", f"after {MANY:,}, MiB", "more, MiB", "more blocks", "seconds")
    table = Table(*columns, title=f"memory of {MANY:,} calls")
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for flavour in ("sync", "asyncio"):
            command = [sys.executable, __file__, folder, flavour]
            run = subprocess.run(command, check=True, capture_output=True, text=True)
            few, many, blocks, seconds = map(float, run.stdout.split())
            row = (few, many, many - few)
            table.add_row(flavour, *(f"{size:.1f}" for size in row), f"{blocks:,.0f}", f"{seconds:.0f}")
    Console(width=100).print(table)


def prepare(folder: str) -> None:
    """Make the package."""
    from generator.config import ClientConfig  # noqa: PLC0415 - after sys.path
    from generator.pipeline import generate  # noqa: PLC0415

    config = ClientConfig(
        document=str(DOCUMENT), output=folder, package="many", client="ApiClient", resources="tags"
    )
    generate(config)


# --- the process that is measured ---


def measure(folder: str, flavour: str) -> None:
    """Print the MiB after few and after many calls, the objects that came between, and the seconds."""
    logging.disable()
    sys.path.insert(0, folder)
    began = time.process_time()
    points = counted(flavour)
    (few, fewer), (many, more) = next(points), next(points)
    print(few / MEBIBYTE, many / MEBIBYTE, more - fewer, time.process_time() - began)  # noqa: T201


def counted(flavour: str) -> Iterator[tuple[int, int]]:
    """Give the bytes and the objects of the process after few and after many calls."""
    import many  # noqa: PLC0415 - only in this process

    transport = httpx2.MockTransport(answer)
    options: dict[str, Any] = {"base_url": "http://a.test", "max_retries": 0}
    with asyncio.Runner() as runner:
        if flavour == "sync":
            client: Any = many.ApiClient(http_client=httpx2.Client(transport=transport), **options)
        else:
            client = many.AsyncApiClient(http_client=httpx2.AsyncClient(transport=transport), **options)
        for numbers in (range(FEW), range(FEW, MANY)):
            if flavour == "sync":
                synchronous(client, numbers, many.NotFoundError)
            else:
                runner.run(asynchronous(client, numbers, many.NotFoundError))
            gc.collect()
            yield memory("VmRSS"), sys.getallocatedblocks()


def answer(request: httpx2.Request) -> httpx2.Response:
    """Answer well, with an error, with what does not fit, or with a page."""
    path, cursor = request.url.path, request.url.params.get("cursor", "")
    if path == "/things":
        following = None if cursor.startswith("c") else f"c{request.url.params['limit']}"
        return httpx2.Response(200, json={"items": [{"name": cursor}], "next_cursor": following})
    match int(path.rpartition("/")[2]) % KINDS:
        case 0:
            return httpx2.Response(200, json={"name": path})
        case 1:
            return httpx2.Response(404, json={"message": path})
        case _:
            return httpx2.Response(200, json={"name": [path]})


def synchronous(client: Any, numbers: range, not_found: type[Exception]) -> None:
    """Make calls."""
    for number in numbers:
        changed = client.with_options(timeout=1 + number / 7)
        try:
            if number % KINDS == KINDS - 1:
                assert len(list(changed.things.list(limit=number))) == 2
            else:
                changed.things.get(str(number))
        except not_found:
            continue


async def asynchronous(client: Any, numbers: range, not_found: type[Exception]) -> None:
    """Make calls."""
    for number in numbers:
        changed = client.with_options(timeout=1 + number / 7)
        try:
            if number % KINDS == KINDS - 1:
                assert len([thing async for thing in changed.things.list(limit=number)]) == 2
            else:
                await changed.things.get(str(number))
        except not_found:
            continue


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(*sys.argv[1:])
    else:
        main()
