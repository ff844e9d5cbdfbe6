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

import httpx2
import yaml
from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
GITHUB = CORPUS / "github" / "openapi.json"
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

ROW = {
    "id": "session_1",
    "externalId": None,
    "type": "chat.agent",
    "taskIdentifier": "my-task",
    "tags": ["a", "b"],
    "metadata": {"customer": 1},
    "closedAt": None,
    "closedReason": None,
    "expiresAt": None,
    "createdAt": "2026-01-01T00:00:00Z",
    "updatedAt": "2026-01-01T00:00:00Z",
}
PAGE = json.dumps({"data": [ROW] * 100, "pagination": {"next": "c"}}).encode()

OPTIONS = {
    "idempotency_key": "k",
    "tags": ["a", "b"],
    "ttl": "1h",
    "queue": {"name": "q", "concurrency_limit": 1},
}
LINES = [{"sku": f"sku-{number}", "count": number, "price": 1.5} for number in range(4)]
ORDER = {"customer": {"id": 1234, "name": "Ann Other", "roles": ["admin", "owner"]}, "lines": LINES}
# A body of 5 KB, half of it described by the document.
ITEMS: Any = [{"task": f"task-{number}", "payload": ORDER, "options": OPTIONS} for number in range(12)]
ACCEPTED = json.dumps({"id": "batch_1", "isCached": False, "runCount": 0, "runs": []}).encode()


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
    for what, seconds, other, other_seconds in (*processes(), *loading(), *calls(), *carried()):
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


def calls() -> list[tuple[str, float, str, float]]:
    """Return the rows of one call that gets 100 sessions, and of decoding them."""
    from trigger_dev import AsyncTriggerClient, TriggerClient, models  # noqa: PLC0415 - after sys.path
    from trigger_dev._runtime.decoding import adapter  # noqa: PLC0415

    answer = httpx2.MockTransport(lambda _: httpx2.Response(200, content=PAGE))
    http = httpx2.Client(transport=answer)
    client = TriggerClient(secret_key="x", http_client=http)
    bare = TypeAdapter(models.ListSessionsResult)

    def alone() -> object:
        response = http.get("https://api.trigger.dev/api/v1/sessions", params={"page[size]": "100"})
        return bare.validate_json(response.content)

    async def asynchronous() -> tuple[float, float]:
        async with httpx2.AsyncClient(transport=answer) as async_http:
            async_client = AsyncTriggerClient(secret_key="x", http_client=async_http)

            async def ours() -> None:
                await async_client.sessions.list(size=100).page()

            async def theirs() -> None:
                url = "https://api.trigger.dev/api/v1/sessions"
                bare.validate_json((await async_http.get(url, params={"page[size]": "100"})).content)

            return await async_median(ours), await async_median(theirs)

    sent = httpx2.Client(transport=httpx2.MockTransport(lambda _: httpx2.Response(202, content=ACCEPTED)))
    sender = TriggerClient(secret_key="x", http_client=sent)
    accepted = TypeAdapter(models.BatchTriggerResponse)
    modelled = [models.BatchTriggerTaskRequestBodyItem.model_validate(item) for item in ITEMS]

    def post() -> object:
        response = sent.post("https://api.trigger.dev/api/v1/tasks/batch", json={"items": ITEMS})
        return accepted.validate_json(response.content)

    bare_post = median(post, 500)
    here, there = asyncio.run(asynchronous())
    strictly = adapter(models.ListSessionsResult)
    decoded = median(lambda: strictly.validate_json(PAGE, strict=True, by_alias=True, by_name=False), 500)
    plain = median(lambda: bare.validate_json(PAGE), 500)
    return [
        (
            "one call, sync",
            median(lambda: client.sessions.list(size=100).page(), 500),
            "httpx2 alone",
            median(alone, 500),
        ),
        ("one call, async", here, "httpx2 alone", there),
        (
            "POST of 5 KB, dictionaries",
            median(lambda: sender.batches.trigger(items=ITEMS), 500),
            "httpx2 alone",
            bare_post,
        ),
        (
            "POST of 5 KB, models",
            median(lambda: sender.batches.trigger(items=modelled), 500),
            "httpx2 alone",
            bare_post,
        ),
        ("decode 100 sessions", decoded, "bare validate_json", plain),
    ]


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
    content = json.dumps({**ROW, "metadata": {"text": "x" * 1700}})
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


async def async_median(run: Callable[[], object]) -> float:
    """Return the median seconds of several awaited runs."""
    taken = []
    for _ in range(500):
        start = time.perf_counter()
        await run()  # type: ignore[misc]
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
