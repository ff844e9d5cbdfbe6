"""Streams are the same however their bytes are cut into pieces; what never ends does not fill the memory."""

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trigger_dev._runtime import streaming
from trigger_dev._runtime.errors import StreamError
from trigger_dev._runtime.messages import Headers, Request, Response
from trigger_dev._runtime.operation import Content, ContentKind
from trigger_dev._runtime.settings import Settings
from trigger_dev._runtime.streaming import Reader, ServerSentEvent

HEAD = Response(
    status=200,
    headers=Headers(),
    content=b"",
    request=Request(method="GET", url="https://api.test/", headers=Headers()),
)
EVENTS = (
    "\ufeff: hello\r\nid: 1\r\nevent: a\r\ndata: ä\r\n\r\n"
    "data:b\ndata\rdata: c\r\r"
    "retry: 5\ndata: 🙂\n\n"
    "id\ndata: d\n\n"
)


def reader(kind: ContentKind, type_: Any = None) -> Reader:
    return Reader(Content("200", type_, kind), HEAD, Settings(base_url="https://api.test"))


def read(kind: ContentKind, chunks: Iterable[bytes], type_: Any = None) -> list[Any]:
    found = reader(kind, type_)
    return [item for chunk in (*chunks, None) for item in found.read(chunk)]


@st.composite
def cuts(draw: st.DrawFn, content: bytes) -> list[bytes]:
    places = sorted(draw(st.sets(st.integers(0, len(content)))))
    return [content[a:b] for a, b in zip([0, *places], [*places, len(content)], strict=True)]


@given(cuts(EVENTS.encode()))
def test_events(chunks: list[bytes]) -> None:
    assert read("events", chunks) == [
        ServerSentEvent(data="ä", event="a", id="1"),
        ServerSentEvent(data="b\n\nc", id="1"),
        ServerSentEvent(data="🙂", id="1", retry=5),
        ServerSentEvent(data="d", id=""),
    ]


@given(cuts(b'{"a": 1}\r\n\n  {"a": 2}\n{"a":3}'))
def test_lines(chunks: list[bytes]) -> None:
    assert read("json-lines", chunks, dict[str, int]) == [{"a": 1}, {"a": 2}, {"a": 3}]


@given(cuts(b'\x1e{"a":\n1}\n\x1e{"a": 2}\n'))
def test_sequences(chunks: list[bytes]) -> None:
    assert read("json-seq", chunks, dict[str, int]) == [{"a": 1}, {"a": 2}]


@given(cuts(b"any bytes \0\xff"))
def test_bytes(chunks: list[bytes]) -> None:
    assert b"".join(read("binary", chunks)) == b"any bytes \0\xff"


def test_an_event_that_is_not_ended_is_none() -> None:
    assert read("events", [b"data: a\n\ndata: b\n"]) == [ServerSentEvent(data="a")]


def test_a_last_event_that_is_no_data_ends_the_stream() -> None:
    found = reader("event-data", int)
    assert list(found.read(b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n")) == [1]
    assert found.finished


@pytest.mark.parametrize(
    ("kind", "chunk"), [("json-lines", b"x" * 60), ("json-seq", b"x" * 60), ("events", b"data: xxxx\n")]
)
def test_what_never_ends_is_given_up(
    kind: ContentKind, chunk: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "_MAX_PENDING", 100)
    with pytest.raises(StreamError, match="larger than 100 bytes"):
        read(kind, [chunk] * 1000)
