"""From the bytes of a stream, as they come, to the bytes of its items. Pure: nothing here waits.

However the bytes are cut into chunks, each is looked at a fixed number of times, and what is kept of an item
that has not ended is bounded.
"""

import codecs
from collections.abc import Iterator
from typing import Final, NotRequired, Protocol, TypedDict

from .decoding import is_json
from .errors import StreamError
from .text import MARKS, encoding_of

# The first character tells what a stream is: no line of events begins as objects, lists and texts of JSON do,
# and no value of JSON as a comment and the fields `data`, `event`, `id` and `retry`.
_JSON_STARTS: Final = (b"{", b"[", b'"')
_EVENT_STARTS: Final = (b":", b"d", b"e", b"i", b"r")
_RECORD_SEPARATOR: Final = b"\x1e"
# In milliseconds. Who is to wait for thousands of years need not know the last digit.
_LONGEST_RETRY: Final = 10**15
# How an event without a name begins; and what no event begins with: it would be the end of two lines.
_UNNAMED: Final[tuple[bytes, str | None]] = (b"data: ", None)
_NONE: Final[tuple[bytes, str | None]] = (b"\n\n", None)


class Event(TypedDict):
    """The fields of an event that were sent (WHATWG HTML, 9.2.6)."""

    data: str
    event: NotRequired[str]
    id: NotRequired[str]
    retry: NotRequired[int]


class Splitter(Protocol):
    """Splits what comes into items, of which some may not have ended yet."""

    def __call__(self, chunk: bytes, *, last: bool) -> Iterator[bytes | Event]:
        """Yield the items that end in a chunk; `last` tells that no other follows."""
        ...


class Utf8:
    """Turns text in any charset into UTF-8, as it comes; a byte order mark is left out."""

    def __init__(self, content_type: str) -> None:
        self._content_type = content_type
        self._start: bytes | None = b""
        self._decoder: codecs.IncrementalDecoder | None = None

    def __call__(self, chunk: bytes, *, last: bool) -> bytes:
        """Return what a chunk adds; `last` tells that no other follows."""
        if self._start is not None:
            self._start += chunk
            # What may become a byte order mark has to wait for the rest of it.
            if not last and any(mark.startswith(self._start) for mark, _ in MARKS):
                return b""
            chunk, self._start = self._begun(self._start), None
        if self._decoder is None:
            return chunk
        return self._decoder.decode(chunk, last).encode(errors="replace")

    def _begun(self, start: bytes) -> bytes:
        """Return the start of the text, once that tells its encoding."""
        encoding = codecs.lookup(encoding_of(start, self._content_type)).name
        if encoding not in {"utf-8", "utf-8-sig", "ascii"}:
            self._decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
        return start.removeprefix(codecs.BOM_UTF8)


def splitter_of(start: bytes, kind: str, limit: int) -> Splitter:
    """Return what splits a stream.

    Args:
        start: how it begins, without blanks before it.
        kind: what the document says it is; what it is, it is.
        limit: the most bytes that an item may have.
    """
    if start.startswith(_RECORD_SEPARATOR):
        return Records(limit)
    is_of_events = kind not in {"json-lines", "json-seq"}
    if start.startswith(_JSON_STARTS if is_of_events else _EVENT_STARTS):
        is_of_events = not is_of_events
    return Events(limit) if is_of_events else Lines(limit)


class _Pending:
    """What has come of an item that has not ended yet."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = bytearray()

    def __bool__(self) -> bool:
        return bool(self._bytes)

    def add(self, part: bytes) -> None:
        """Keep a part more.

        Raises:
            StreamError: where that is too much.
        """
        self._require_room(len(self._bytes) + len(part))
        self._bytes += part

    def take(self) -> bytes:
        """Return what is kept, and keep nothing."""
        taken = bytes(self._bytes)
        self._bytes.clear()
        return taken

    def parts(self, chunk: bytes, separator: bytes, *, last: bool) -> Iterator[bytes]:
        """Yield what ends in a chunk, and keep the rest."""
        first, *others = chunk.split(separator)
        self.add(first)
        if others:
            yield self.take()
            *whole, rest = others
            for part in whole:
                self._require_room(len(part))
                yield part
            self.add(rest)
        if last:
            yield self.take()

    def _require_room(self, size: int) -> None:
        if size > self._limit:
            raise StreamError(f"an item of the stream is larger than {self._limit} bytes")


class Records:
    """The texts of a JSON text sequence (RFC 7464): each begins with a record separator."""

    def __init__(self, limit: int) -> None:
        self._pending = _Pending(limit)

    def __call__(self, chunk: bytes, *, last: bool) -> Iterator[bytes]:
        """Yield the texts that end in a chunk.

        Raises:
            StreamError: where a number or a word may go on: no blank ends it (RFC 7464, 2.4).
        """
        for record in self._pending.parts(chunk, _RECORD_SEPARATOR, last=last):
            stripped = record.strip()
            if stripped and not stripped.startswith(_JSON_STARTS) and record.endswith(stripped):
                raise StreamError("a value of the stream may be cut off: no blank ends it")
            if stripped:
                yield stripped


class Lines:
    """The values of JSON lines; one value in several lines, if that is what came instead."""

    def __init__(self, limit: int) -> None:
        self._pending = _Pending(limit)
        self._whole = _Pending(limit)
        self._is_first = True

    def __call__(self, chunk: bytes, *, last: bool) -> Iterator[bytes]:
        """Yield the values that end in a chunk."""
        for line in self._pending.parts(chunk, b"\n", last=last):
            stripped = line.strip()
            if stripped and self._is_first:
                self._is_first = False
                if not is_json(stripped):
                    self._whole.add(b" ")
            if self._whole:
                self._whole.add(line + b"\n")
            elif stripped:
                yield stripped
        if last and self._whole:
            yield self._whole.take().strip()


class Events:
    """The events of a `text/event-stream` (WHATWG HTML, 9.2.6).

    Attributes:
        has_other_lines: whether there was a line that no such stream has.
        is_cut_off: whether the stream ended in the middle of an event.
    """

    def __init__(self, limit: int) -> None:
        self._pending = _Pending(limit)
        self._data = _Pending(limit)
        self._usual = _UNNAMED
        self._name = ""
        self._retry: int | None = None
        self._id: str | None = None
        self._after_return = False
        self.has_other_lines = False
        self.is_cut_off = False

    def __call__(self, chunk: bytes, *, last: bool) -> Iterator[Event]:
        """Yield the events that end in a chunk; what is not ended by a blank line is none."""
        begun, rest = self._cut(self._with_one_end(chunk))
        yield from self._by_line(begun)
        # What begins and ends in the chunk is read in one go, in half the time. Most events are one line of
        # data and have the name of the one before: they are looked at once.
        *whole, rest = rest.split(b"\n\n")
        for block in whole:
            beginning, name = self._usual
            if block.startswith(beginning) and b"\n" not in (data := block[len(beginning) :]):
                text = data.decode("utf-8", "replace")
                yield {"data": text} if name is None else {"data": text, "event": name}
                continue
            event = self._block(block)
            if event is not None:
                yield event
        yield from self._by_line(rest)
        if last:
            self._take(self._pending.take())
            self.is_cut_off = bool(self._data)

    def _cut(self, chunk: bytes) -> tuple[bytes, bytes]:
        """Return what belongs to the event that has begun, and what is behind it."""
        if not (self._pending or self._data or self._name or self._retry is not None):
            return b"", chunk
        if not self._pending and chunk.startswith(b"\n"):
            return b"\n", chunk[1:]
        end = chunk.find(b"\n\n")
        return (chunk, b"") if end < 0 else (chunk[: end + 2], chunk[end + 2 :])

    def _by_line(self, text: bytes) -> Iterator[Event]:
        for line in self._pending.parts(text, b"\n", last=False):
            if line:
                self._take(line)
            else:
                event = self._dispatched()
                if event is not None:
                    yield event

    def _block(self, block: bytes) -> Event | None:
        """Return the event that all lines between two blank ones are; None where they have no data."""
        for line in block.split(b"\n"):
            if line:
                self._take(line)
        event = self._dispatched()
        if self._id is None:
            self._usual = _beginning_of(block)
        return event

    def _dispatched(self) -> Event | None:
        """Return the event that has ended; None where it has no data."""
        event = self._event() if self._data else None
        self._name, self._retry = "", None
        return event

    def _with_one_end(self, chunk: bytes) -> bytes:
        """Return a chunk whose lines all end in a line feed.

        A carriage return ends its line at once; a line feed that belongs to it is left out when it comes.
        """
        if not chunk:
            return chunk
        begun = chunk[1:] if self._after_return and chunk.startswith(b"\n") else chunk
        self._after_return = chunk.endswith(b"\r")
        return begun.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in begun else begun

    def _take(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        match name:
            case b"data":
                self._data.add(value + b"\n")
            case b"event":
                self._name = _text(value)
            case b"id" if b"\0" not in value:
                self._id, self._usual = _text(value), _NONE
            case b"retry" if value.isdigit():
                self._retry = _milliseconds(value)
            case b"" | b"id" | b"retry":
                pass
            case _:
                self.has_other_lines = True

    def _event(self) -> Event:
        event: Event = {"data": _text(self._data.take()[:-1])}
        if self._name:
            event["event"] = self._name
        if self._id is not None:
            event["id"] = self._id
        if self._retry is not None:
            event["retry"] = self._retry
        return event


def _beginning_of(block: bytes) -> tuple[bytes, str | None]:
    """Return what stands before the data of an event that is like another one, and its name."""
    line, _, further = block.partition(b"\n")
    if line.startswith(b"event: ") and line != b"event: " and further.startswith(b"data: "):
        return line + b"\ndata: ", _text(line[7:])
    return _UNNAMED


def _text(value: bytes) -> str:
    return value.decode("utf-8", errors="replace")


def _milliseconds(digits: bytes) -> int:
    significant = digits.lstrip(b"0") or b"0"
    return int(significant) if len(significant) < len(str(_LONGEST_RETRY)) else _LONGEST_RETRY
