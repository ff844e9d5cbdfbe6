"""Streams, beside the HTTP library's own lines with pydantic's validation of each."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

import httpx2
from pydantic import TypeAdapter

from tests.bench.packages import MEASURED, measured_package
from tests.bench.pairs import Pair, Row
from tests.bench.scale import Scale

_LINES = "iter_lines and validate_json"
_BLOCK: Final = 16_384
_DATA: Final = "data: "


@contextmanager
def streams(scale: Scale) -> Iterator[list[Row]]:
    """Give the rows of many events, of many lines, and of one large event."""
    deltas = [
        json.dumps({"id": f"m{number}", "text": "hello wor", "index": number}).encode()
        for number in range(scale.events)
    ]
    with measured_package():
        many = f"{scale.events:,}"
        yield [
            _row(f"{many} events", "events", [b"data: %b\n\n" % delta for delta in deltas]),
            _row(
                f"{many} events with names",
                "events",
                [b"event: delta\ndata: %b\n\n" % item for item in deltas],
            ),
            _row(f"{many} JSON lines", "lines", [b"%b\n" % delta for delta in deltas]),
            *_large(scale.event),
        ]


def _large(size: int) -> Iterator[Pair]:
    """Give the rows of one event: beside the HTTP library's lines, and beside an event of an eighth."""
    whole, part = _event(size), _event(size // 8)
    yield _row(f"an event of {_shown(size)}", "events", [whole], goal=None)
    yield _row(f"an event of {_shown(size // 8)}", "events", [part], goal=None)
    yield Pair(
        what=f"an event of {_shown(size)}, beside an eighth",
        beside=f"one of {_shown(size // 8)}",
        ours=_Stream("events", [whole]).ours,
        theirs=_Stream("events", [part]).ours,
        # Linear, and a tenth for what else the machine does.
        goal=8.8,
    )


def _row(what: str, kind: str, items: Sequence[bytes], goal: float | None = 1.5) -> Pair:
    stream = _Stream(kind, items)
    return Pair(what=what, beside=_LINES, ours=stream.ours, theirs=stream.bare, goal=goal, times=len(items))


def _event(size: int) -> bytes:
    return b"data: %b\n\n" % json.dumps({"id": "m", "text": "x" * size}).encode()


def _shown(size: int) -> str:
    return f"{size >> 20} MB" if size >= 1 << 20 else f"{size} bytes"


class _Blocks(httpx2.SyncByteStream):
    def __init__(self, blocks: list[bytes]) -> None:
        self._blocks = blocks

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._blocks)


class _Stream:
    """A stream from memory, in blocks as a socket gives them."""

    def __init__(self, kind: str, items: Sequence[bytes]) -> None:
        content = b"".join(items)
        self._blocks = [content[start : start + _BLOCK] for start in range(0, len(content), _BLOCK)]
        self._kind, self._number = kind, len(items)
        transport = httpx2.MockTransport(self._answer)
        self._http = httpx2.Client(transport=transport, base_url="http://a.test")
        package = import_module(MEASURED)
        self._validate = TypeAdapter(package.models.Delta).validate_json
        self._client: Any = package.ApiClient(http_client=self._http)

    def _answer(self, _: httpx2.Request) -> httpx2.Response:
        media_type = "application/jsonl" if self._kind == "lines" else "text/event-stream"
        return httpx2.Response(200, headers={"content-type": media_type}, stream=_Blocks(self._blocks))

    def ours(self) -> None:
        """Read it as users of the package do."""
        with getattr(self._client, self._kind).stream() as stream:
            assert sum(1 for _ in stream) == self._number

    def bare(self) -> None:
        """Read it by the HTTP library's lines."""
        number, start = 0, "" if self._kind == "lines" else _DATA
        with self._http.stream("GET", f"/{self._kind}") as response:
            for line in response.iter_lines():
                if line.startswith(start) and line:
                    self._validate(line[len(start) :])
                    number += 1
        assert number == self._number
