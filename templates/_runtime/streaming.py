"""From the bytes of a response, as they come, to its items. Pure: nothing here waits."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import to_json

from .decoding import LOGGER, decode_json, faults_in_words, keep_what_fits
from .errors import DecodingError, StreamError
from .messages import Response
from .operation import Content, Operation
from .settings import Settings

# An item that never ends must not fill the memory.
_MAX_PENDING = 64 * 1024 * 1024
# What some servers send as the data of a last event, although it is no data.
_DONE = "[DONE]"
_LINE_END = re.compile(rb"\r\n|\n|\r")
_WHOLE = frozenset({"json", "text", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSentEvent:
    """An event of a `text/event-stream` (WHATWG HTML, 9.2).

    Attributes:
        data: its text.
        event: its type.
        id: its place in the stream, from which some servers can go on.
        retry: milliseconds after which the server wants to be asked again.
    """

    data: str
    event: str = "message"
    id: str | None = None
    retry: int | None = None


def streaming(operation: Operation[Any]) -> Operation[Any]:
    """Return an operation that asks for nothing but a stream."""
    contents = [
        content for content in operation.contents if content.kind not in _WHOLE or not _is_of_success(content)
    ]
    asked = dict.fromkeys(content.media_type for content in contents if _is_of_success(content))
    return replace(operation, contents=tuple(contents), accept=", ".join(asked) or operation.accept)


def _is_of_success(content: Content) -> bool:
    return content.status.startswith(("2", "default"))


class Reader:
    """Turns the bytes of a response into its items.

    Attributes:
        finished: whether no further item will come.
    """

    def __init__(self, content: Content, head: Response, settings: Settings) -> None:
        """Make a reader.

        Args:
            content: what the document says about the response.
            head: the response without its content.
            settings: the client's settings.
        """
        self._content = content
        self._head = head
        self._settings = settings
        self._split = _SPLITTERS[content.kind]()
        self.finished = False

    def read(self, chunk: bytes | None) -> Iterator[Any]:
        """Yield the items that end with a chunk; None is the end of the response.

        Raises:
            StreamError: where an item is too large.
            DecodingError: where an item is not what the document says, and responses are taken strictly.
        """
        self.finished = chunk is None
        for raw in self._split(chunk):
            if self._content.kind == "event-data" and raw.data.strip() == _DONE:
                self.finished = True
                return
            yield self._item(raw)

    def _item(self, raw: Any) -> Any:
        if self._content.kind == "binary" or self._content.type is None:
            return raw
        if self._content.kind == "events":
            return self._decoded(to_json(_fields(raw)))
        return self._decoded(raw.data.encode() if isinstance(raw, ServerSentEvent) else raw)

    def _decoded(self, data: bytes) -> Any:
        try:
            return decode_json(self._content.type, data)
        except ValidationError as fault:
            request = self._head.request
            report = (
                f"{request.method} {request.url.partition('?')[0]}: an item is not what the document says: "
            )
            report += faults_in_words(fault)
            if self._settings.strict_responses:
                raise DecodingError(report, response=self._head) from fault
        LOGGER.warning(report)
        return keep_what_fits(self._content.type, data)


def _fields(event: ServerSentEvent) -> dict[str, Any]:
    """Return an event as OAS 3.2 describes it: an object with the fields that were sent."""
    fields = {"data": event.data, "event": event.event, "id": event.id, "retry": event.retry}
    return {
        name: value
        for name, value in fields.items()
        if value is not None and (name, value) != ("event", "message")
    }


# --- splitters: from chunks to raw items; None ends them ---


def _chunks(chunk: bytes | None) -> Iterator[bytes]:
    if chunk:
        yield chunk


class _Lines:
    """Lines that are not blank, without their ends."""

    def __init__(self) -> None:
        self._pending = _Pending(b"\n")

    def __call__(self, chunk: bytes | None) -> Iterator[bytes]:
        for line in self._pending.parts(chunk):
            if stripped := line.strip():
                yield stripped


class _Records:
    """The texts of a JSON text sequence (RFC 7464): each begins with a record separator."""

    def __init__(self) -> None:
        self._pending = _Pending(b"\x1e")

    def __call__(self, chunk: bytes | None) -> Iterator[bytes]:
        for record in self._pending.parts(chunk):
            if stripped := record.strip():
                yield stripped


class _Pending:
    """Splits bytes at a separator, and keeps what has not ended yet."""

    def __init__(self, separator: bytes) -> None:
        self._separator = separator
        self._rest: list[bytes] = []
        self._size = 0

    def parts(self, chunk: bytes | None) -> Iterator[bytes]:
        """Yield the parts that end with a chunk; None ends the last one."""
        if chunk is None:
            yield b"".join(self._rest)
            return
        first, *others = chunk.split(self._separator)
        self._keep(first)
        for part in others:
            yield b"".join(self._rest)
            self._rest, self._size = [], 0
            self._keep(part)

    def _keep(self, part: bytes) -> None:
        self._rest.append(part)
        self._size += len(part)
        if self._size > _MAX_PENDING:
            raise StreamError(f"an item of the stream is larger than {_MAX_PENDING} bytes")


class _Events:
    """The events of a `text/event-stream` (WHATWG HTML, 9.2.6)."""

    def __init__(self) -> None:
        self._rest = b""
        self._data: list[str] = []
        self._size = 0
        self._fields: dict[str, str] = {}
        self._id: str | None = None
        self._is_first = True

    def __call__(self, chunk: bytes | None) -> Iterator[ServerSentEvent]:
        if chunk is None:
            return  # an event that is not ended by a blank line is no event
        for line in self._lines(chunk):
            if line:
                self._take(line)
            else:
                yield from self._event()

    def _lines(self, chunk: bytes) -> Iterator[str]:
        text = self._rest + chunk
        # What ends in a carriage return may go on with the line feed that belongs to it.
        end = len(text) - 1 if text.endswith(b"\r") else len(text)
        start = 0
        for found in _LINE_END.finditer(text, 0, end):
            line = text[start : found.start()].decode("utf-8", errors="replace")
            start = found.end()
            yield line.removeprefix("\ufeff") if self._is_first else line
            self._is_first = False
        self._rest = text[start:]
        self._check(len(self._rest))

    def _take(self, line: str) -> None:
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
            self._size += len(value)
            self._check(self._size)
        elif name == "id" and "\0" not in value:
            self._id = value
        elif name == "event" or (name == "retry" and value.isascii() and value.isdigit()):
            self._fields[name] = value

    def _event(self) -> Iterator[ServerSentEvent]:
        data, fields = self._data, self._fields
        self._data, self._fields, self._size = [], {}, 0
        if data:
            yield ServerSentEvent(
                data="\n".join(data),
                event=fields.get("event") or "message",
                id=self._id,
                retry=int(fields["retry"]) if "retry" in fields else None,
            )

    def _check(self, size: int) -> None:
        if size > _MAX_PENDING:
            raise StreamError(f"an event of the stream is larger than {_MAX_PENDING} bytes")


_SPLITTERS: dict[str, Callable[[], Callable[[bytes | None], Iterator[Any]]]] = {
    "binary": lambda: _chunks,
    "events": _Events,
    "event-data": _Events,
    "json-lines": _Lines,
    "json-seq": _Records,
}
