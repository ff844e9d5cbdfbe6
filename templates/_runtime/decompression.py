"""Compressed content, decompressed as it comes (RFC 9110, 8.4): in small pieces, and whole or not at all."""

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, Protocol

from .errors import ResponseTooLargeError
from .messages import Request

_GZIP: Final = zlib.MAX_WBITS | 16
_RAW: Final = -zlib.MAX_WBITS
_MAGIC: Final = 0x1F
_PIECE: Final = 1024 * 1024
_SIP: Final = 16 * 1024
# Nobody means more of them, and each may make a thousand times as much of what it gets.
_MOST_CODINGS: Final = 5
# What goes in at once where nothing bounds what comes out: of these few bytes no more than some megabytes.
_BROTLI_SIP: Final = 16
_ZSTD_SIP: Final = 64


class CorruptContent(Exception):  # noqa: N818 - an error of ours is made of it
    """Content that is not compressed as its headers say."""


class Decoder(Protocol):
    """What undoes one coding."""

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Yield what some more bytes are, in pieces.

        Raises:
            zlib.error: where they are not of this coding.
            CorruptContent: the same.
        """
        ...

    @property
    def is_whole(self) -> bool:
        """Whether no more needs to come: nothing has begun that has not ended."""
        ...


class Unpacking:
    """Undoes all codings of an answer's content, the last one first. Those that nobody knows are left."""

    def __init__(self, codings: Iterable[str], request: Request) -> None:
        """Make it.

        Args:
            codings: their names, in the order in which they were applied.
            request: what is answered, which says how much may come at once.
        """
        self._decoders = [*filter(None, map(_decoder_of, reversed(list(codings))))]
        self._request = request

    @property
    def is_any(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._decoders)

    @property
    def is_whole(self) -> bool:
        """Whether no more needs to come."""
        return all(decoder.is_whole for decoder in self._decoders)

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Yield what some more bytes are, in pieces.

        Raises:
            CorruptContent: where they are not what the codings say.
            ResponseTooLargeError: where one between two codings makes too much of them.
        """
        if len(self._decoders) > _MOST_CODINGS:
            raise CorruptContent
        pieces: Iterator[bytes] = iter((data,))
        for number, decoder in enumerate(self._decoders):
            pieces = _through(decoder, self._bounded(pieces) if number else pieces)
        try:
            yield from pieces
        except zlib.error as fault:
            raise CorruptContent(str(fault)) from None

    def _bounded(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        count = 0
        for piece in pieces:
            count += len(piece)
            if count > self._request.max_response_bytes:
                raise ResponseTooLargeError(self._request)
            # In a little at once: what ends in the middle of it is copied from there on.
            yield from (piece[start : start + _SIP] for start in range(0, len(piece), _SIP))


def codings_in(header: str) -> list[str]:
    """Return the names of codings in a header, in the order in which they were applied."""
    return [name.strip().lower() for name in header.split(",")]


def _through(decoder: Decoder, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from decoder(piece)


def _decoder_of(coding: str) -> Decoder | None:
    """Return what undoes a coding; None for one that changes nothing, or that nothing here knows."""
    match coding:
        case "gzip" | "x-gzip":  # the older name (RFC 9110, 8.4.1.3)
            return Gunzip()
        case "deflate":
            return Inflate()
        case "br":
            library = _imported("brotli", "brotlicffi")
            return None if library is None else _Brotli(library)
        case "zstd":
            library = _imported("compression.zstd", "backports.zstd", "zstandard")
            return None if library is None else _Zstd(library)
        case _:
            return None


@lru_cache
def _imported(*names: str) -> Any:
    """Return the first of several modules that is installed, as the HTTP library has it; None without any."""
    for name in names:
        try:
            return import_module(name)
        except ImportError:
            continue
    return None


class Gunzip:
    """Decompresses gzip, all members of it (RFC 1952, 2.2): some servers begin one for each flush.

    HTTP libraries stop behind the first one, and take what was cut off for whole.
    """

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._is_begun = False
        self._is_over = False

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Yield what some more bytes are, in pieces; what stands behind the last member is padding.

        Raises:
            zlib.error: where they are no gzip.
        """
        while data and not self._is_over:
            if self._member.eof:
                self._is_over = data[0] != _MAGIC
                self._member = self._member if self._is_over else zlib.decompressobj(_GZIP)
                continue
            self._is_begun = True
            piece, data = self._taken(data)
            if piece:
                yield piece
            if len(piece) == _PIECE and not data:
                yield from self._held()

    def _taken(self, data: bytes) -> tuple[bytes, bytes]:
        """Return the next piece, and the bytes that are still to be read."""
        piece = self._member.decompress(data, _PIECE)
        return piece, self._member.unused_data if self._member.eof else self._member.unconsumed_tail

    def _held(self) -> Iterator[bytes]:
        """Yield what is left of bytes that were all taken."""
        while piece := self._member.decompress(b"", _PIECE):
            yield piece

    @property
    def is_whole(self) -> bool:
        """Whether no more needs to come: nothing has begun that has not ended."""
        return self._is_over or not self._is_begun or self._member.eof


class Inflate:
    """Decompresses deflate: what zlib makes (RFC 1950), or what some servers send for it (RFC 1951)."""

    def __init__(self) -> None:
        self._stream: Any = None
        self._first = b""

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Yield what some more bytes are; see `Decoder`. What stands behind the end is padding."""
        if self._stream is None:
            data = self._first = self._first + data
            if len(data) < _HEADER:
                return
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if _is_zlib(data) else _RAW)
        while not self._stream.eof and (piece := self._stream.decompress(data, _PIECE)):
            yield piece
            data = self._stream.unconsumed_tail

    @property
    def is_whole(self) -> bool:
        """Whether no more needs to come."""
        return not self._first if self._stream is None else bool(self._stream.eof)


_HEADER: Final = 2


def _is_zlib(data: bytes) -> bool:
    """Tell whether data has the header of zlib; as deflate alone it would have padding that is not zero."""
    return data[0] & 15 == zlib.DEFLATED and int.from_bytes(data[:_HEADER]) % 31 == 0


class _Brotli:
    """Decompresses br (RFC 7932)."""

    def __init__(self, library: Any) -> None:
        self._stream: Any = library.Decompressor()
        self._fault: type[Exception] = library.error
        # What the two libraries call it.
        self._take = getattr(self._stream, "process", None) or self._stream.decompress
        self._is_begun = False

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Yield what some more bytes are; see `Decoder`."""
        self._is_begun = self._is_begun or bool(data)
        try:
            yield from self._pieces(data)
        except self._fault as fault:
            raise CorruptContent(str(fault)) from None

    def _pieces(self, data: bytes) -> Iterator[bytes]:
        try:
            piece = b"" if self._is_over else self._take(data, output_buffer_limit=_PIECE // 2)
        except TypeError:  # a version that knows no limit
            for at in range(0, len(data), _BROTLI_SIP):
                if self._is_over:
                    return
                if piece := self._take(data[at : at + _BROTLI_SIP]):
                    yield piece
            return
        while piece:
            yield piece
            piece = b"" if self._is_over else self._take(b"", output_buffer_limit=_PIECE // 2)

    @property
    def _is_over(self) -> bool:
        return bool(self._stream.is_finished())

    @property
    def is_whole(self) -> bool:
        """Whether no more needs to come."""
        return not self._is_begun or self._is_over


class _Zstd:
    """Decompresses zstd, all frames of it (RFC 8878, 3.1)."""

    def __init__(self, library: Any) -> None:
        self._library = library
        self._is_bounded = hasattr(library.ZstdDecompressor, "needs_input")
        self._frame = self._begun()
        self._is_begun = False

    def __call__(self, data: bytes) -> Iterator[bytes]:
        """Yield what some more bytes are; see `Decoder`."""
        try:
            while data:
                if self._frame.eof:
                    self._frame = self._begun()
                self._is_begun = True
                # Of a library without bounds a little at once is all that keeps what comes out small.
                sip, left = (
                    (data, b"") if self._is_bounded else (data[:_ZSTD_SIP], data[_ZSTD_SIP:])
                )
                yield from self._bounded(sip) if self._is_bounded else self._sipped(sip)
                data = self._frame.unused_data + left if self._frame.eof else left
        except self._library.ZstdError as fault:
            raise CorruptContent(str(fault)) from None

    def _begun(self) -> Any:
        frame = self._library.ZstdDecompressor()
        return frame if self._is_bounded else frame.decompressobj()

    def _bounded(self, data: bytes) -> Iterator[bytes]:
        piece = self._frame.decompress(data, _PIECE)
        while piece:
            yield piece
            is_done = self._frame.needs_input or self._frame.eof
            piece = b"" if is_done else self._frame.decompress(b"", _PIECE)

    def _sipped(self, data: bytes) -> Iterator[bytes]:
        if piece := self._frame.decompress(data):
            yield piece

    @property
    def is_whole(self) -> bool:
        """Whether no more needs to come."""
        return not self._is_begun or bool(self._frame.eof)
