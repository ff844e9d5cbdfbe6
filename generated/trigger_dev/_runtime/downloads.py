# Copied from templates/_runtime/downloads.py. DO NOT EDIT: it is made anew.
"""Files that are written beside their place while they come, and stand there once they are whole."""

import os
import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

from .errors import InvalidRequestError
from .messages import Response
from .threads import Work

Watcher: TypeAlias = Callable[[int, int | None], object]
"""Is told how many bytes are there, and how many there will be; None where the server does not say."""


class Target:
    """A file that is being written; what was there before stays until the block ends well."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._place = Path(os.path.realpath(path))  # behind a link, what it leads to
        self._part = self._place.with_name(f".{self._place.name[:100]}.{secrets.token_hex(4)}.part")
        self._file: Any = None

    def __enter__(self) -> Self:
        self._begin()
        return self

    def write(self, content: bytes) -> None:
        """Write the next bytes."""
        self._file.write(content)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end(is_whole=error is None)

    def end(self, *, is_whole: bool) -> None:
        """Put the file where it is to be, or leave nothing of it; does nothing where it has ended."""
        file, self._file = self._file, None
        if file is None:
            return
        try:
            file.close()
            if is_whole:
                with suppress(FileNotFoundError):
                    shutil.copymode(self._place, self._part)
                self._part.replace(self._place)
        finally:
            self._part.unlink(missing_ok=True)

    def _begin(self) -> None:
        if self._place.is_dir():
            raise InvalidRequestError(f"{self.path} is a folder, and no place of a file")
        if not self._place.parent.is_dir():
            raise InvalidRequestError(f"there is no folder {self.path.parent}")
        self._file = self._part.open("xb")


class AsyncTarget:
    """A file that is being written, in threads, so that nothing else waits for the disk."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._target = Target(path)
        self._work = Work(partial(self._target.end, is_whole=False))
        self.path = self._target.path

    async def __aenter__(self) -> Self:
        try:
            await self._work.do(self._target.__enter__)
        except BaseException:
            self._work.leave()
            raise
        return self

    async def write(self, content: bytes) -> None:
        """Write the next bytes."""
        await self._work.do(partial(self._target.write, content))

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        import anyio  # noqa: PLC0415 - the sync flavour needs none of it

        try:
            with anyio.CancelScope(shield=True):
                await self._work.do(partial(self._target.end, is_whole=error is None))
        finally:
            self._work.leave()  # asyncio's own way to cancel knows no shield


def total_of(head: Response) -> int | None:
    """Return how many bytes a response has once it is read; None where nobody knows."""
    length = head.headers.get("content-length", "")
    is_as_sent = head.headers.get("content-encoding", "identity") == "identity"
    return int(length) if is_as_sent and length.isascii() and length.isdigit() else None
