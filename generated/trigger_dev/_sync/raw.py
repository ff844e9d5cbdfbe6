# Derived from _async/raw.py. DO NOT EDIT: it is made anew.
"""Answers of any kind that are read while they come."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from .._runtime.cutting import Cutter, JsonValues, TextEvents, TextLines
from .._runtime.downloads import Watcher
from .._runtime.messages import Headers, Response
from .._runtime.settings import Settings
from .stream import Stream

if TYPE_CHECKING:
    from .._runtime.streaming import ServerSentEvent

T = TypeVar("T")


class RawStream:
    """An answer whose content is read while it comes: its bytes, lines, events or values of JSON.

    It holds a connection until it is read to its end or closed, as its `with` block does. Its content comes
    once: what one way of reading has taken no other has.

    Attributes:
        response: the HTTP response, whose content is here and not in it.
    """

    def __init__(self, content: Stream[bytes], settings: Settings) -> None:
        """Make it of the stream of its bytes, and the settings of whoever asks."""
        self._content = content
        self._settings = settings
        self.response: Response = content.response

    @property
    def status(self) -> int:
        """The HTTP status code."""
        return self.response.status

    @property
    def headers(self) -> Headers:
        """The headers as they arrived."""
        return self.response.headers

    def iter_bytes(self) -> Stream[bytes]:
        """Return the content as it comes, piece by piece, decompressed."""
        return self._content

    def iter_lines(self) -> "Parts[str]":
        """Return the lines of a text as they come, without their ends."""
        return Parts(self._content, TextLines(self.response))

    def iter_events(self) -> "Parts[ServerSentEvent]":
        """Return the events of a `text/event-stream` as they come.

        Where there is something else, that is a `DecodingError`; an event that the answer breaks off in is
        left out, and `hooks` are told.
        """
        return Parts(self._content, TextEvents(self.response, self._settings))

    def iter_json(self) -> "Parts[Any]":
        """Return values of JSON as they come, as data: in lines, in sequence, or one behind the other.

        What is none is a `DecodingError`.
        """
        return Parts(self._content, JsonValues(self.response))

    def save(self, path: str | os.PathLike[str], *, progress: Watcher | None = None) -> Path:
        """Write what is left of the content to a file; see `AsyncStream.save`."""
        return self._content.save(path, progress=progress)

    def close(self) -> None:
        """Give back the connection, whether all was read or not."""
        self._content.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Parts(Generic[T]):
    """The parts of an answer as they come. No generator, so that nothing is left to finish."""

    def __init__(self, content: Stream[bytes], cut: Cutter) -> None:
        self._content = content
        self._cut = cut
        self._parts: Iterator[T] = iter(())
        self._has_ended = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while True:  # a piece may end no part, or several
            try:
                for part in self._parts:
                    return part
            except Exception:
                self._parts, self._has_ended = iter(()), True
                self._content.close()
                raise
            if self._has_ended:
                raise StopIteration
            try:
                self._parts = self._cut(self._content.__next__(), last=False)
            except StopIteration:
                self._parts, self._has_ended = self._cut(b"", last=True), True
