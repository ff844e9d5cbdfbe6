"""Speed, as ratios in one run: `make bench`. Seconds differ from machine to machine, ratios hardly.

Each row has what was measured, its median, what it is compared with, that one's median, and the ratio. The
goals are in ARCHITECTURE.md; peers are measured beside it where they are installed by hand.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
GITHUB = CORPUS / "github" / "openapi.json"
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

from tests import bench_calls  # noqa: E402 - found by the line above


def median(run: Callable[[], object], times: int) -> float:
    """Return the median seconds of several runs, after one that does not count."""
    run()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def process(*arguments: str) -> Callable[[], object]:
    """Return what runs Python with arguments in the checkout; byte code is kept, as it is for users."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPATH"] = f"{ROOT}:{ROOT / 'generated'}"
    command = [sys.executable, *arguments]
    return lambda: subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def main() -> None:
    """Measure and print."""
    table = Table("what", "median", "compared with", "its median", "ratio", title="oasmith bench")
    for what, seconds, other, other_seconds in (*processes(), *loading(), *bench_calls.rows(), *carried()):
        table.add_row(what, shown(seconds), other, shown(other_seconds), f"{seconds / other_seconds:.2f}")
    Console(width=130).print(table)


def shown(seconds: float) -> str:
    """Return a time with its unit."""
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def processes() -> list[tuple[str, float, str, float]]:
    """Return the rows of whole processes, compared with a Python that does nothing."""
    bare = median(process("-c", "pass"), 7)
    imports = median(process("-c", "import pydantic, httpx2; pydantic.BaseModel"), 7)
    client = "from trigger_dev import TriggerClient; TriggerClient(secret_key='x').sessions"
    rows = [
        (
            "oasmith check, nothing changed",
            median(process("-m", "generator", "check"), 7),
            "python -c pass",
            bare,
        ),
        ("import trigger_dev", median(process("-c", "import trigger_dev"), 7), "python -c pass", bare),
        ("client and one resource", median(process("-c", client), 7), "import pydantic, httpx2", imports),
    ]
    with tempfile.TemporaryDirectory() as folder:
        ours = ("-m", "generator", "generate", "spec/v3-openapi.yaml", "--output", folder)
        rows.append(
            ("generate Trigger.dev", median(process(*ours, "--package", "a"), 5), "python -c pass", bare)
        )
        if GITHUB.is_file():
            ours = ("-m", "generator", "generate", str(GITHUB), "--output", folder, "--package", "b")
            rows.append(("generate GitHub", median(process(*ours), 3), "python -c pass", bare))
    return rows


def loading() -> list[tuple[str, float, str, float]]:
    """Return the rows of reading GitHub's document, where it is there."""
    if not GITHUB.is_file():
        return []
    from generator.reading.document import load  # noqa: PLC0415 - after sys.path

    data = json.loads(GITHUB.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "github.yaml"
        path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False), "utf-8")
        text = path.read_bytes()
        slow = median(lambda: yaml.load(text, Loader=yaml.CSafeLoader), 1)
        return [
            ("load GitHub's YAML", median(lambda: load(path), 3), "CSafeLoader", slow),
            ("load GitHub's JSON", median(lambda: load(GITHUB), 3), "json.loads", median(read_json, 3)),
        ]


def read_json() -> object:
    """Return GitHub's document as the standard library reads it."""
    return json.loads(GITHUB.read_bytes())


# Answers each request with one session, in a process of its own, whose time does not count.
SERVER = """
import asyncio, sys
class Answering(asyncio.Protocol):
    def connection_made(self, transport): self.transport = transport
    def data_received(self, data): self.transport.write(ANSWER * data.count(b"\\r\\n\\r\\n"))
async def main():
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
ANSWER = sys.argv[1].encode()
asyncio.run(main())
"""
ADAPTERS = {"aiohttp": "AsyncAiohttp", "pyreqwest": "AsyncPyreqwest"}


def carried() -> list[tuple[str, float, str, float]]:
    """Return the rows of the CPU of one async call of 2 KB, carried by another HTTP library."""
    installed = [name for name in ADAPTERS if find_spec(name) is not None]
    content = json.dumps(bench_calls.ONE)
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
    with subprocess.Popen(
        [sys.executable, "-c", SERVER, head + content], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            taken = asyncio.run(carried_by(f"http://127.0.0.1:{int(server.stdout.readline())}", installed))
        finally:
            server.kill()
    usual = taken.pop("httpx2")
    return [(f"CPU of a GET by {name}", seconds, "by httpx2", usual) for name, seconds in taken.items()]


async def carried_by(url: str, libraries: list[str]) -> dict[str, float]:
    """Return the median CPU seconds of a call, by what carries it; the calls of all are interleaved."""
    from trigger_dev import AsyncTriggerClient, transports  # noqa: PLC0415 - after sys.path

    carriers: dict[str, Any] = {"httpx2": None}
    carriers |= {name: getattr(transports, ADAPTERS[name])() for name in libraries}
    taken: dict[str, list[float]] = {name: [] for name in carriers}
    async with AsyncExitStack() as stack:
        clients = {
            name: await stack.enter_async_context(
                AsyncTriggerClient(secret_key="x", base_url=url, http_client=carrier)
            )
            for name, carrier in carriers.items()
        }
        for _ in range(20):
            for name, client in clients.items():
                began = time.process_time()
                for _ in range(50):
                    await client.sessions.retrieve("session_1")
                taken[name].append((time.process_time() - began) / 50)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


if __name__ == "__main__":
    main()
