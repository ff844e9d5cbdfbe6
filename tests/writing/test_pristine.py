"""The store of texts as they were made: what its bytes are, and that they come back."""

import bz2
import json
from pathlib import Path

import pytest

from generator.writing import pristine

TEXTS = {
    "a.py": "x = 1\n",
    "API.md": "é 'quoted' \"double\" back\\slash \t\x1f\x7f\u2028\ufeff😀\n",
    "empty.py": "",
    "long.py": "".join(f"line_{number} = {number * number}\n" for number in range(90_000)),
}


@pytest.mark.parametrize("paths", [[], ["empty.py"], ["a.py", "API.md"], [*TEXTS]])
def test_it_is_one_json_object_in_blocks_of_bzip2(paths: list[str]) -> None:
    files = {path: TEXTS[path].encode() for path in paths}
    content = json.dumps({path: TEXTS[path] for path in sorted(paths)}, ensure_ascii=False).encode()
    blocks = [content[start : start + 400_000] for start in range(0, len(content), 400_000)]
    packed = [bz2.compress(block, 4) for block in blocks]
    assert pristine.dump({**files, "oasmith.json": b"{}"}) == b"".join(packed)


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    files = {path: text.encode() for path, text in TEXTS.items()}
    (tmp_path / pristine.PRISTINE).write_bytes(pristine.dump(files))
    assert pristine.load(tmp_path) == files
