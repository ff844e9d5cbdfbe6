"""Streams are the same however their bytes are cut into pieces; what never ends does not fill the memory."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from trigger_dev._runtime import streaming
from trigger_dev._runtime.errors import DecodingError, StreamError
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


def reader(
    kind: ContentKind,
    type_: Any = None,
    *,
    content_type: str = "",
    may_be_empty: bool = False,
    **content: Any,
) -> Reader:
    head = replace(HEAD, headers=Headers({"content-type": content_type} if content_type else {}))
    settings = Settings(base_url="https://api.test")
    return Reader(Content("200", type_, kind, **content), head, settings, may_be_empty=may_be_empty)


def read(kind: ContentKind, chunks: Iterable[bytes], type_: Any = None, **options: Any) -> list[Any]:
    found = reader(kind, type_, **options)
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


def test_an_event_that_is_not_ended_is_none_and_told(caplog: pytest.LogCaptureFixture) -> None:
    assert read("events", [b"data: a\n\ndata: b\n"]) == [ServerSentEvent(data="a")]
    assert "ends in the middle of an event" in caplog.text


def test_a_line_ends_with_its_carriage_return_and_not_with_the_next_chunk() -> None:
    found = reader("events")
    assert list(found.read(b"data: a\r\r")) == [ServerSentEvent(data="a")]
    assert list(found.read(b"\ndata: b\r")) == []
    assert list(found.read(b"\n\r")) == [ServerSentEvent(data="b")]
    assert list(found.read(b"\n")) == []


@pytest.mark.parametrize(
    ("encoding", "content_type"),
    [
        ("utf-8-sig", ""),
        ("utf-8", "charset=nonsense"),
        ("utf-8", "charset=hex"),
        ("latin-1", 'charset="iso-8859-1"'),
        ("utf-16", ""),
        ("utf-16-be", "Charset=UTF-16BE"),
        ("utf-16", "charset=utf-8"),
        ("utf-32", ""),
    ],
)
@pytest.mark.parametrize("kind", ["events", "json-lines"])
@given(data=st.data())
def test_characters_are_those_of_the_charset(
    data: st.DataObject, kind: ContentKind, encoding: str, content_type: str
) -> None:
    text = "data: \u00e4\n\n" if kind == "events" else '"\u00e4"\n'
    chunks = data.draw(cuts(text.encode(encoding)))
    item = ServerSentEvent(data="\u00e4") if kind == "events" else "\u00e4"
    assert read(kind, chunks, None if kind == "events" else str, content_type=content_type) == [item]


@pytest.mark.parametrize("kind", ["events", "json-events", "event-data"])
def test_a_mark_ends_the_stream(kind: ContentKind) -> None:
    found = reader(kind, None if kind == "events" else Any)
    chunk = b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n"
    assert len(list(found.read(chunk))) == 1
    assert found.finished
    told = reader(kind, None if kind == "events" else Any, end_marks=("END", "BYE"))
    assert len(list(told.read(chunk + b"data: BYE \n\n data: 3"))) == 3
    assert told.finished


@pytest.mark.parametrize(
    ("digits", "value"),
    [("5", 5), ("0" * 5_000 + "5", 5), ("", None), ("5x", None), ("-5", None), ("9" * 5_000, 10**15)],
)
def test_retry_is_a_number_of_any_length(digits: str, value: int | None) -> None:
    (event,) = read("events", [f"retry: {digits}\ndata: a\n\n".encode()])
    assert event == ServerSentEvent(data="a", retry=value)
    assert repr(event)


@pytest.mark.parametrize(
    ("kind", "chunk"),
    [
        ("json-lines", b"x" * 60),
        ("json-lines", b"x\n"),
        ("json-seq", b"\x1e" + b"x" * 60 + b"\n"),
        ("events", b"data: xxxx\n"),
        ("events", b"data\n"),
        ("events", b"data:\r"),
        ("events", b"other" * 6),
    ],
)
def test_what_never_ends_is_given_up(
    kind: ContentKind, chunk: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streaming, "_MAX_PENDING", 100)
    begun = chunk if kind != "json-seq" else b"\x1e" + b"x" * 200
    with pytest.raises(StreamError, match="larger than 100 bytes"):
        read(kind, [begun] * 1000)


@pytest.mark.parametrize("kind", ["events", "json-lines"])
def test_a_long_item_in_small_chunks_is_read_in_linear_time(kind: ContentKind) -> None:
    text = b"x" * (8 * 1024 * 1024)
    whole = b"data: " + text + b"\n\n" if kind == "events" else b'"' + text + b'"\n'
    # What looked at everything again with each chunk would look at hundreds of gigabytes here.
    chunks = (whole[at : at + 64] for at in range(0, len(whole), 64))
    (item,) = read(kind, chunks, None if kind == "events" else str)
    assert len(item.data if kind == "events" else item) == len(text)


# --- what a response is, whatever the document promises ---

Row = dict[Literal["id"], int]


@pytest.mark.parametrize("kind", ["json-lines", "json-seq", "event-data"])
@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b'{"id": 1}', [1]),
        (b'[{"id": 1},\n {"id": 2}]', [1, 2]),
        (b"[]", []),
        (b'{\n  "id": 1\n}\n', [1]),
        (b'{"id": 1}\n{"id": 2}\n', [1, 2]),
        (b'\x1e{"id": 1}\n\x1e{"id": 2}\n', [1, 2]),
        (b'data: {"id": 1}\n\nevent: a\ndata: {"id": 2}\n\ndata: [DONE]\n\n', [1, 2]),
        (b': hi\n\ndata: {"id": 1}\n\n', [1]),
    ],
)
@given(data=st.data())
def test_items_come_in_whatever_form_they_have(
    data: st.DataObject, kind: ContentKind, content: bytes, rows: list[int]
) -> None:
    assert read(kind, data.draw(cuts(content)), Row) == [{"id": row} for row in rows]


@pytest.mark.parametrize("kind", ["events", "json-events", "event-data", "json-lines", "json-seq"])
@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (b"<html>\n<p>Hi</p>\n</html>", "text/html: '<html>"),
        (b"Service busy", "text/html: 'Service busy'"),
        (b"\x89PNG\r\n\0", "text/html"),
        (b'{"id": 1', "text/html"),
        (b"", r"nothing \(of text/html\)"),
        (b" \r\n", r"nothing \(of text/html\)"),
    ],
)
def test_what_is_no_stream_is_an_error(kind: ContentKind, content: bytes, shown: str) -> None:
    with pytest.raises(DecodingError, match=f"the document promises text/x, and this is {shown}") as raised:
        read(kind, [content], Row, media_type="text/x", content_type="text/html")
    assert raised.value.response.content == content[:200]


@pytest.mark.parametrize("kind", ["events", "json-events", "event-data"])
def test_a_whole_answer_that_is_no_item_is_an_error(kind: ContentKind) -> None:
    content = b'{"name": "x", "error": "no streams here"}'
    with pytest.raises(DecodingError, match="no streams here"):
        read(kind, [content], Row, content_type="application/json")


@pytest.mark.parametrize("kind", ["events", "event-data", "json-lines"])
@pytest.mark.parametrize(("content_type", "may_be_empty"), [("text/x", False), ("a/b", True), ("", True)])
def test_a_stream_of_nothing_may_be_what_was_promised(
    kind: ContentKind, content_type: str, may_be_empty: bool
) -> None:
    found = reader(kind, Row, media_type="text/x; a=b", content_type=content_type, may_be_empty=may_be_empty)
    assert list(found.read(None)) == []


# --- events that a document describes ---


class Told(BaseModel):
    event: Literal["told"]
    data: str


class Counts(BaseModel):
    event: Literal["message"]
    data: dict[str, Decimal]
    id: str = ""


@pytest.mark.parametrize(
    ("content", "item"),
    [
        (b'event: told\ndata: {"a": 1}\n\n', Told(event="told", data='{"a": 1}')),
        (b"event: told\ndata: a\ndata: b\n\n", Told(event="told", data="a\nb")),
        (b'data: {"a":\ndata: "1.10"}\nid: 7\n\n', Counts(event="message", data={"a": "1.10"}, id="7")),
        (b'event: message\ndata: {"a": 12345678901234567890123}\n\n', None),
    ],
)
def test_data_is_what_the_event_has_it_for(content: bytes, item: BaseModel | None) -> None:
    item = item or Counts(event="message", data={"a": Decimal(12345678901234567890123)})
    assert read("json-events", [content], Told | Counts) == [item]


@pytest.mark.parametrize("data", ['1,"event":"told"', '"a"},"x":{"y":1', "{", ""])
def test_data_stays_in_its_place(data: str) -> None:
    (event,) = read("json-events", [f"event: other\ndata: {data}\n\n".encode()], dict[str, Any])
    assert event == {"event": "other", "data": data}


def test_an_item_that_holds_data_is_no_event() -> None:
    class Update(BaseModel):
        id: int
        data: dict[str, int]

    content = b'data: {"id": 1, "data": {"a": 2}}\n\n'
    assert read("json-events", [content], Update) == [Update(id=1, data={"a": 2})]


def test_an_event_that_fits_nothing_is_kept_and_reported(caplog: pytest.LogCaptureFixture) -> None:
    content = b'event: message\ndata: {"a": 1}\nid: 3\n\n'

    class Strange(BaseModel):
        event: str
        data: dict[str, bool]

    (event,) = read("json-events", [content], Strange)
    assert (event.event, event.data) == ("message", {"a": 1})
    assert "data.a" in caplog.text
