"""`oasmith.pristine.bz2`: the text of each written file as it was made, by which edits are told and merged.

bzip2 makes the same bytes of the same texts everywhere, which other compressors do not promise.
"""

import bz2
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from generator.reading.files import MAX_SIZE, read_file
from generator.reading.shapes import Each, fits

PRISTINE = "oasmith.pristine.bz2"
# Of larger blocks there is a tenth less, for a quarter more time and twice the memory.
_LEVEL = 4
_BLOCK = _LEVEL * 100_000  # what bzip2 compresses as one
_AT_ONCE = min(4, os.cpu_count() or 1)


def is_mergeable(path: str) -> bool:
    """Whether people edit a file, so that its text is kept here; JSON, and the store itself, is made anew."""
    return path != PRISTINE and not path.endswith(".json")


def dump(files: Mapping[str, bytes]) -> bytes:
    """Return the store of files; those in JSON, which nobody edits, are left out."""
    blocks = _blocks(_content(files))
    packed = bytearray()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        while lot := [*islice(blocks, _AT_ONCE)]:
            packed += b"".join(pool.map(_compressed, lot))
    return bytes(packed)


def _compressed(block: bytes) -> bytes:
    return bz2.compress(block, _LEVEL)


def _content(files: Mapping[str, bytes]) -> Iterator[bytes]:
    """Yield a JSON object of the texts piece by piece: as a whole it would be several times in memory."""
    from pydantic_core import to_json  # noqa: PLC0415 - takes bytes as they are; `check` needs none of it

    paths = sorted(filter(is_mergeable, files))
    yield b"{"
    for index, path in enumerate(paths):
        yield b", " if index else b""
        yield to_json(path) + b": "
        yield to_json(files[path])
    yield b"}"


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    rest = bytearray()
    for piece in pieces:
        rest += piece
        while len(rest) >= _BLOCK:
            yield bytes(rest[:_BLOCK])
            del rest[:_BLOCK]
    if rest:
        yield bytes(rest)


def load(package: Path) -> dict[str, bytes]:
    """Return the files of a package as they were made; none where that cannot be read."""
    try:
        texts = json.loads(_unpacked(read_file(package / PRISTINE, follow=False)))
    except (OSError, ValueError, RecursionError, EOFError):
        return {}
    return {path: text.encode() for path, text in texts.items()} if fits(texts, Each(str)) else {}


def _unpacked(packed: bytes) -> bytes:
    """Return what was compressed; of what would be too large the beginning."""
    content = bytearray()
    while packed and len(content) < MAX_SIZE:
        block = bz2.BZ2Decompressor()
        content += block.decompress(packed, MAX_SIZE - len(content))
        packed = block.unused_data
    return bytes(content)
