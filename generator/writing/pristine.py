"""`oasmith.pristine.bz2`: the text of each written file as it was made, by which edits are told and merged.

bzip2 makes the same bytes of the same texts everywhere, which other compressors do not promise.
"""

import bz2
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from generator.reading.files import MAX_SIZE, read_file
from generator.reading.shapes import Each, fits

PRISTINE = "oasmith.pristine.bz2"
_BLOCK = 900_000  # what is compressed as one anyway; several at a time


def dump(files: Mapping[str, bytes]) -> bytes:
    """Return the store of files; those in JSON, which nobody edits, are left out."""
    texts = {path: content.decode() for path, content in sorted(files.items()) if not path.endswith(".json")}
    content = json.dumps(texts, ensure_ascii=False).encode()
    blocks = [content[start : start + _BLOCK] for start in range(0, len(content), _BLOCK)]
    with ThreadPoolExecutor() as pool:
        return b"".join(pool.map(bz2.compress, blocks))


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
