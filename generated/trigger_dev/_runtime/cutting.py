# Copied from templates/_runtime/cutting.py. DO NOT EDIT: it is made anew.
"""From the bytes of an answer, as they come, to its lines, events or values of JSON. Nothing here waits.

Whatever the pieces are, each byte is looked at a fixed number of times, and what has not ended is bounded.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, Protocol

from .decoding import is_json, parse_json
from .errors import DecodingError, StreamError
from .messages import Response
from .settings import Settings
from .splitting import Events, Utf8
from .streaming import CUT_OFF, ServerSentEvent, report

MOST_PENDING: Final = 64 * 1024 * 1024
"""The most bytes that a line, an event or a value may have: one that never ends must not fill the memory."""
_SHOWN: Final = 200
# What stands between values: blanks, and the separators of JSON text sequences (RFC 7464).
_BETWEEN: Final = b" \t\r\n\x1e"
# What ends a number or a word, where no blank does; and what begins or ends a part of a value.
_ENDS_WORD: Final = re.compile(rb'[\s\x1e"{}\[\]]')
_PART: Final = re.compile(rb'["{}\[\]]')
_IN_TEXT: Final = re.compile(rb'["\\]')
_OPEN: Final = frozenset(b"{[")
_QUOTE: Final = ord('"')


class Cutter(Protocol):
    """Cuts what comes into parts, of which the last may not have ended yet."""

    def __call__(self, piece: bytes, *, last: bool) -> Iterator[Any]:
        """Yield the parts that end in a piece; `last` tells that no other follows."""
        ...


class TextLines:
    """The lines of a text in its charset, without their ends."""

    def __init__(self, head: Response) -> None:
        self._utf_8 = Utf8(head.content_type)
        self._pending = bytearray()

    def __call__(self, piece: bytes, *, last: bool) -> Iterator[str]:
        """Yield the lines that end in a piece.

        Raises:
            StreamError: where one is too long.
        """
        first, *others = self._utf_8(piece, last=last).split(b"\n")
        self._pending += first
        _require_room(self._pending)
        for line in others:
            yield _line(self._pending)
            self._pending = bytearray(line)
        if last and self._pending:
            yield _line(self._pending)
            self._pending.clear()


class TextEvents:
    """The events of a `text/event-stream` (WHATWG HTML, 9.2)."""

    def __init__(self, head: Response, settings: Settings) -> None:
        self._head = head
        self._settings = settings
        self._utf_8 = Utf8(head.content_type)
        self._events = Events(MOST_PENDING)
        self._start = b""
        self._has_begun = False

    def __call__(self, piece: bytes, *, last: bool) -> Iterator[ServerSentEvent]:
        """Yield the events that end in a piece; one that the answer breaks off in is none, and is reported.

        Raises:
            DecodingError: where there is something else than events.
            StreamError: where an event is too large.
        """
        self._start += piece[: max(0, 4 * _SHOWN - len(self._start))]
        for event in self._events(self._utf_8(piece, last=last), last=last):
            self._has_begun = True
            yield ServerSentEvent(**event)
        if last and self._events.has_other_lines and not self._has_begun:
            raise _not_asked_for(self._head, "events", "has none", self._start)
        if last and self._events.is_cut_off:
            request = self._head.request
            report(f"{request.method} {request.place}: {CUT_OFF}", self._head, self._settings)


class JsonValues:
    """Values of JSON, one after the other: in lines, in sequence, or with nothing between them."""

    def __init__(self, head: Response) -> None:
        self._head = head
        self._utf_8 = Utf8(head.content_type)
        self._pending = bytearray()
        # How far the value that has begun was looked at, how deep that is, and whether it is within a text.
        self._seen = 0
        self._depth = 0
        self._is_text = False

    def __call__(self, piece: bytes, *, last: bool) -> Iterator[Any]:
        """Yield the values that end in a piece.

        Raises:
            DecodingError: where something is no JSON, or ends in the middle of a value.
            StreamError: where a value is too large.
        """
        self._pending += self._utf_8(piece, last=last)
        done = looked = 0
        while True:
            done = self._begun(done)
            # Most values are a line, which nothing but the parser need look at.
            if not self._seen and looked <= done:
                looked = self._pending.find(b"\n", done) + 1 or len(self._pending)
                line = bytes(self._pending[done:looked])
                if line.endswith(b"\n") and is_json(line):
                    yield parse_json(line)
                    done = looked
                    continue
            end = self._end(done, last=last)
            if end is None:
                break
            yield self._value(bytes(self._pending[done:end]))
            done, self._seen = end, 0
        del self._pending[:done]
        _require_room(self._pending)
        if last and self._pending:
            raise _not_asked_for(
                self._head, "values of JSON", "ends in the middle of a value", bytes(self._pending)
            )

    def _begun(self, start: int) -> int:
        """Return where the next value begins."""
        if self._seen:
            return start
        while start < len(self._pending) and self._pending[start] in _BETWEEN:
            start += 1
        return start

    def _end(self, start: int, *, last: bool) -> int | None:
        """Return where the value ends that begins at a place; None where that has not come yet."""
        pending = self._pending
        if start == len(pending):
            return None
        if pending[start] != _QUOTE and pending[start] not in _OPEN:
            found = _ENDS_WORD.search(pending, start + 1)
            return found.start() if found else len(pending) if last else None
        at = start + self._seen
        while (found := (_IN_TEXT if self._is_text else _PART).search(pending, at)) is not None:
            at, sign = found.end(), found[0]
            if self._is_text and sign == b"\\":
                if at == len(pending):  # what it escapes has not come yet
                    at -= 1
                    break
                at += 1
            elif sign == b'"':
                self._is_text = not self._is_text
            else:
                self._depth += 1 if sign in b"{[" else -1
            if not self._depth and not self._is_text:
                return at
        else:
            at = len(pending)
        self._seen = at - start
        return None

    def _value(self, data: bytes) -> Any:
        if not is_json(data):
            raise _not_asked_for(self._head, "values of JSON", "has something that is none", data)
        return parse_json(data)


def _not_asked_for(head: Response, what: str, told: str, data: bytes) -> DecodingError:
    """Return the error for an answer that has something else than what was asked for, with some of it."""
    request = head.request
    shown = request.without_secrets(data[: 4 * _SHOWN].decode(errors="replace"))[:_SHOWN]
    message = f"{what} were asked for, and the answer {told}: {shown!r}"
    response = replace(head, content=data)
    return DecodingError(f"{request.method} {request.place}: {message}", response=response)


def _line(data: bytearray) -> str:
    return data.removesuffix(b"\r").decode(errors="replace")


def _require_room(pending: bytearray) -> None:
    if len(pending) > MOST_PENDING:
        raise StreamError(f"a part of the answer is larger than {MOST_PENDING} bytes")
