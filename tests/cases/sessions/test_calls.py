"""Every call sends what the server wants: `calls.txt` has them, with their requests.

Each is made twice: it is answered at once, and it is tried until there are no tries left.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from trigger_dev import InternalServerError, models
from trigger_dev.pagination import AsyncPager, Pager

from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, RecordedRequest, Reply, json_reply
from tests.support.trigger_server import ACCESS_TOKEN, SECRET_KEY

NOON = dt.datetime(2026, 8, 7, 12, tzinfo=dt.UTC)
NAMES = {
    "models": models,
    "Decimal": Decimal,
    "NOON": NOON,
    "HOUR": dt.timedelta(hours=1),
    "EAST": dt.timezone(dt.timedelta(hours=2)),
}
JSON, LINES = "application/json", "application/x-ndjson"
# What does not take the secret key.
AUTHORIZATION = {"runs.list_for_project": f"Bearer {ACCESS_TOKEN}", "schedules.timezones": None}
NOTHING: dict[str, Any] = {"data": [], "pagination": {}}
# The limiter of the server says with each answer when it will be full again: that is no reason to wait.
AHEAD = {"x-ratelimit-reset": str(int(NOON.timestamp() * 1000) + 10_000)}
MANIFEST = json.loads((Path(__file__).parents[3] / "generated/trigger_dev/oasmith.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Row:
    """A call as a user writes it, and the request that it makes."""

    call: str
    method: str
    target: str
    body: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.call.partition("(")[0]


def read_rows() -> Iterator[Row]:
    text = (Path(__file__).parent / "calls.txt").read_text(encoding="utf-8")
    for block in re.split(r"\n(?=\S)", text):
        call, *request = block.rstrip().split("\n")
        if call and not call.startswith("#"):
            first, *body = [line.strip() for line in request if line.strip()]
            yield Row(call, *first.split(" "), tuple(body))


ROWS = list(read_rows())
# Of each call the row that says most.
FULLEST = list({row.name: row for row in sorted(ROWS, key=lambda row: len(row.call))}.values())


class Server(HttpServer):
    """Finds nothing to say, and may fail."""

    def __init__(self) -> None:
        super().__init__(lambda _: Reply(status=500, headers=AHEAD) if self.fails else json_reply(NOTHING))
        self.fails = False


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def make(row: Row, flavour: Flavour, server: Server) -> list[RecordedRequest]:
    """Make a call, and return its requests."""
    client = flavour.client(secret_key=SECRET_KEY, personal_access_token=ACCESS_TOKEN, base_url=server.url)

    def call() -> Any:
        made = eval(f"client.{row.call}", {**NAMES, "client": client})
        return made.page() if isinstance(made, Pager | AsyncPager) else made

    flavour.call(call)
    return server.requests


def check(row: Row, request: RecordedRequest) -> None:
    """Compare a request with what it should be."""
    target = request.target.replace("%5B", "[").replace("%5D", "]")
    assert (request.method, target) == (row.method, row.target)
    assert [json.loads(line) for line in request.body.splitlines()] == [json.loads(line) for line in row.body]
    headers = request.headers
    assert headers["authorization"] == AUTHORIZATION.get(row.name, f"Bearer {SECRET_KEY}")
    assert headers["x-trigger-api-version"] == "2025-07-16"
    assert headers["x-trigger-source"] == "sdk"
    assert "x-trigger-branch" not in headers
    assert UUID(headers["x-trigger-request-idempotency-key"])
    assert headers["content-type"] == (None if not row.body else LINES if "/items" in row.target else JSON)
    assert "transfer-encoding" not in headers
    assert int(headers["content-length"] or 0) == len(request.body)


@pytest.mark.parametrize("row", ROWS, ids=[row.call for row in ROWS])
def test_a_call_sends_what_the_server_wants(row: Row, flavour: Flavour, server: Server) -> None:
    (request,) = make(row, flavour, server)
    check(row, request)


@pytest.mark.parametrize("row", FULLEST, ids=[row.call for row in FULLEST])
def test_it_is_tried_five_times_as_the_same_call(
    row: Row, flavour: Flavour, server: Server, waits: list[float]
) -> None:
    server.fails = True
    with pytest.raises(InternalServerError):
        make(row, flavour, server)
    assert waits == pytest.approx([1.0, 1.6, 2.56, 4.096])
    assert len(server.requests) == 5
    for request in server.requests:
        check(row, request)
    assert len({request.headers["x-trigger-request-idempotency-key"] for request in server.requests}) == 1


def test_every_call_is_there() -> None:
    made = {
        call for operation in MANIFEST["operations"] for call in operation.get("methods", [operation["call"]])
    }
    assert len(ROWS) >= 140
    assert {row.name for row in ROWS} == made - {"waitpoints.tokens.callback.complete"}
