"""Content that was compressed with gzip: all its members, whole or not at all, however it is cut."""

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trigger_dev._runtime.decompression import Gunzip

MEMBERS = st.lists(st.binary(max_size=40), min_size=1, max_size=4)


def cut(content: bytes, sizes: list[int]) -> list[bytes]:
    """Return content in pieces, the last one with what is left."""
    pieces: list[bytes] = []
    for size in sizes:
        pieces.append(content[:size])
        content = content[size:]
    return [*pieces, content]


@given(
    MEMBERS, st.lists(st.integers(0, 30), max_size=12), st.sampled_from([b"", b"\0", b"\0" * 512, b"more"])
)
def test_all_members_are_read_however_they_come(
    members: list[bytes], sizes: list[int], padding: bytes
) -> None:
    unzip = Gunzip()
    content = b"".join(map(gzip.compress, members)) + padding
    assert b"".join(piece for part in cut(content, sizes) for piece in unzip(part)) == b"".join(members)
    assert unzip.is_whole


@given(MEMBERS, st.data())
def test_what_was_cut_off_is_not_whole(members: list[bytes], data: st.DataObject) -> None:
    *before, last = map(gzip.compress, members)
    unzip = Gunzip()
    shorter = last[: data.draw(st.integers(1, len(last) - 1))]
    found = b"".join(unzip(b"".join(before) + shorter))
    assert b"".join(members).startswith(found)
    assert not unzip.is_whole


def test_nothing_is_whole() -> None:
    unzip = Gunzip()
    assert (list(unzip(b"")), unzip.is_whole) == ([], True)


@pytest.mark.parametrize("count", [1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 5 * 1024 * 1024])
def test_pieces_are_never_large(count: int) -> None:
    unzip = Gunzip()
    pieces = list(unzip(gzip.compress(b"a" * count) + gzip.compress(b"b")))
    assert b"".join(pieces) == b"a" * count + b"b"
    assert max(map(len, pieces)) <= 1024 * 1024
    assert unzip.is_whole


def test_what_is_no_gzip_is_refused() -> None:
    with pytest.raises(zlib.error):
        list(Gunzip()(b"plain"))
