# Copied from templates/_runtime/decompression.py. DO NOT EDIT: it is made anew.
"""Content that was compressed with gzip, decompressed as it comes."""

import zlib
from collections.abc import Iterator
from typing import Final

_GZIP: Final = zlib.MAX_WBITS | 16
_MAGIC: Final = 0x1F
_PIECE: Final = 1024 * 1024


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
