"""The CPU of calls, each beside what the HTTP library and pydantic take for the same: part of `make bench`.

A server in a process of its own answers, whose time does not count. Calls of both kinds take turns, and the
medians are compared: so it hardly matters what else the machine does.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Annotated, Any, Literal, TypeAlias

import httpx2
from pydantic import BaseModel, ConfigDict, Field, Tag, TypeAdapter

Row: TypeAlias = tuple[str, float, str, float]

ALONE = "httpx2 and pydantic alone"
AT_ONCE = 50

SESSION = {
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
ONE = {**SESSION, "metadata": {"text": "x" * 1700}}
PAGE: dict[str, Any] = {"data": [SESSION] * 100, "pagination": {}}
ACCEPTED: dict[str, Any] = {"id": "batch_1", "isCached": False, "runCount": 0, "runs": []}

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

# Answers by the first line: a list, one of it, and what was posted.
SERVER = """
import asyncio, json, sys
def answer(status, content):
    text = json.dumps(content).encode()
    return b"HTTP/1.1 %d OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d\\r\\n\\r\\n" % (
        status, len(text)) + text
one, page, accepted = json.loads(sys.argv[1])
class Answering(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.data = transport, b""
    def data_received(self, data):
        self.data += data
        head, found, content = self.data.partition(b"\\r\\n\\r\\n")
        fields = dict(line.split(b":", 1) for line in head.lower().splitlines()[1:])
        if found and len(content) >= int(fields.get(b"content-length", 0)):
            line, self.data = head.partition(b"\\r\\n")[0], b""
            reply = accepted if line.startswith(b"POST") else one if b"/sessions/" in line else page
            self.transport.write(answer(202 if reply is accepted else 200, reply))
async def main():
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def rows(times: int = 400) -> list[Row]:
    """Return the rows of calls and of decoding: what, its seconds, beside what, and the seconds of that."""
    with server() as url:
        return [*one_by_one(url, times), *asyncio.run(at_once(url, max(1, times // 30))), *decoding(times)]


@contextmanager
def server() -> Iterator[str]:
    """Run the server, and give its URL."""
    command = [sys.executable, "-c", SERVER, json.dumps([ONE, PAGE, ACCEPTED])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        finally:
            process.kill()


def interleaved(runs: Mapping[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Return the median CPU seconds of each of several functions that take turns."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(times + 1):
        for name, run in runs.items():
            began = time.process_time()
            run()
            taken[name].append(time.process_time() - began)
    # The first turn is not like the others.
    return {name: statistics.median(seconds[1:] or seconds) for name, seconds in taken.items()}


def one_by_one(url: str, times: int) -> list[Row]:
    """Return the rows of sync calls."""
    from trigger_dev import TriggerClient, models  # noqa: PLC0415 - after sys.path

    one, page = TypeAdapter(models.SessionObject), TypeAdapter(models.ListSessionsResult)
    accepted = TypeAdapter(models.BatchTriggerResponse)
    modelled = [models.BatchTriggerTaskRequestBodyItem.model_validate(item) for item in ITEMS]
    headers = {"authorization": "Bearer x"}
    with (
        httpx2.Client(base_url=url, headers=headers) as http,
        TriggerClient(secret_key="x", base_url=url) as client,
    ):
        taken = interleaved(
            {
                "get": lambda: client.sessions.retrieve("session_1"),
                "bare get": lambda: one.validate_json(http.get("/api/v1/sessions/session_1").content),
                "page": lambda: client.sessions.list(size=100).page(),
                "bare page": lambda: page.validate_json(
                    http.get("/api/v1/sessions", params={"page[size]": "100"}).content
                ),
                "post": lambda: client.batches.trigger(items=ITEMS),
                "post models": lambda: client.batches.trigger(items=modelled),
                "bare post": lambda: accepted.validate_json(
                    http.post("/api/v1/tasks/batch", json={"items": ITEMS}).content
                ),
            },
            times,
        )
    return [
        ("GET of 2 KB", taken["get"], ALONE, taken["bare get"]),
        ("page of 100", taken["page"], ALONE, taken["bare page"]),
        ("POST of 5 KB, dictionaries", taken["post"], ALONE, taken["bare post"]),
        ("POST of 5 KB, models", taken["post models"], ALONE, taken["bare post"]),
    ]


async def at_once(url: str, times: int) -> list[Row]:
    """Return the rows of async calls, of which several wait at once."""
    from trigger_dev import AsyncTriggerClient, models  # noqa: PLC0415 - after sys.path

    one, accepted = TypeAdapter(models.SessionObject), TypeAdapter(models.BatchTriggerResponse)
    headers = {"authorization": "Bearer x"}
    async with (
        httpx2.AsyncClient(base_url=url, headers=headers) as http,
        AsyncTriggerClient(secret_key="x", base_url=url) as client,
    ):

        async def bare_get() -> None:
            one.validate_json((await http.get("/api/v1/sessions/session_1")).content)

        async def bare_post() -> None:
            accepted.validate_json((await http.post("/api/v1/tasks/batch", json={"items": ITEMS})).content)

        runs: dict[str, Callable[[], Awaitable[object]]] = {
            "get": lambda: client.sessions.retrieve("session_1"),
            "bare get": bare_get,
            "post": lambda: client.batches.trigger(items=ITEMS),
            "bare post": bare_post,
        }
        taken: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(times + 1):
            for name, run in runs.items():
                began = time.process_time()
                await asyncio.gather(*(run() for _ in range(AT_ONCE)))
                taken[name].append((time.process_time() - began) / AT_ONCE)
    found = {name: statistics.median(seconds[1:]) for name, seconds in taken.items()}
    return [
        (f"GET of 2 KB, {AT_ONCE} at once", found["get"], ALONE, found["bare get"]),
        (f"POST of 5 KB, {AT_ONCE} at once", found["post"], ALONE, found["bare post"]),
    ]


class Written(BaseModel):
    """What is written by hand for variants."""

    model_config = ConfigDict(extra="allow")


class Circle(Written):
    kind: Literal["circle"]
    radius: int
    name: str | None = None


class Square(Written):
    kind: Literal["square"]
    side: int
    name: str | None = None


def decoding(times: int) -> list[Row]:
    """Return the rows of decoding a page, and variants that a property tells apart."""
    from trigger_dev import models  # noqa: PLC0415 - after sys.path
    from trigger_dev._runtime.decoding import decode_json  # noqa: PLC0415
    from trigger_dev._runtime.model import UnknownVariant  # noqa: PLC0415
    from trigger_dev._runtime.unions import UNKNOWN, tagged_by  # noqa: PLC0415

    page, content = TypeAdapter(models.ListSessionsResult), json.dumps(PAGE).encode()
    by_hand = TypeAdapter(list[Annotated[Circle | Square, Field(discriminator="kind")]])
    variants = (
        Annotated[Circle, Tag("circle")]
        | Annotated[Square, Tag("square")]
        | Annotated[UnknownVariant, Tag(UNKNOWN)]
    )
    ours = list[Annotated[variants, tagged_by("kind", "kind", {"circle": "circle", "square": "square"})]]
    shapes = [{"kind": "circle", "radius": 1, "name": "a"}, {"kind": "square", "side": 2, "name": None}] * 50
    shown = json.dumps(shapes).encode()
    taken = interleaved(
        {
            "page": lambda: decode_json(models.ListSessionsResult, content),
            "bare page": lambda: page.validate_json(content),
            "shapes": lambda: decode_json(ours, shown),
            "bare shapes": lambda: by_hand.validate_json(shown),
        },
        times,
    )
    return [
        ("decode 100 sessions", taken["page"], "bare validate_json", taken["bare page"]),
        ("decode 100 variants", taken["shapes"], "a union written by hand", taken["bare shapes"]),
    ]
