# Derived from _async/stream.py. DO NOT EDIT: it is made anew.
"""Responses that are read item by item."""

from collections.abc import Iterator
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from .._runtime.messages import Response
from .._runtime.streaming import Reader
from .http import Opened

T = TypeVar("T")


class Stream(Generic[T]):
    """The items of a response, as they come.

    It holds a connection until it is read to its end or closed; a `with` block closes it.

    Attributes:
        response: the HTTP response, whose content is here and not in it.
    """

    def __init__(self, opened: Opened, reader: Reader, head: Response) -> None:
        self._opened = opened
        self._reader = reader
        self._items: Iterator[Any] = iter(())
        self.response = head

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        while True:  # a chunk may end no item, or several
            for item in self._items:
                found: T = item
                return found
            if self._reader.finished:
                self.close()
                raise StopIteration
            self._items = self._reader.read(self._opened.chunk())

    def close(self) -> None:
        """Give back the connection, whether all was read or not."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
