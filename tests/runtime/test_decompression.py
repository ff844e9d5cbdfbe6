"""Compressed content: all of it, in small pieces, or none of it, however it is cut."""

import gzip
import sys
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trigger_dev._runtime.decompression import CorruptContent, Gunzip, Inflate, Unpacking
from trigger_dev._runtime.errors import ResponseTooLargeError
from trigger_dev._runtime.messages import Headers, Request

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


REQUEST = Request(method="GET", url="http://a.test", headers=Headers(), max_response_bytes=5_000_000)


def raw(content: bytes) -> bytes:
    """Return deflate without the header and the end of zlib, as some servers send it."""
    return zlib.compress(content)[2:-4]


@given(
    st.binary(max_size=200),
    st.lists(st.integers(0, 30), max_size=12),
    st.sampled_from([zlib.compress, raw]),
    st.sampled_from([b"", b"\0", b"more"]),
)
def test_deflate_is_read_in_either_form(
    content: bytes, sizes: list[int], compress: Callable[[bytes], bytes], padding: bytes
) -> None:
    inflate = Inflate()
    whole = compress(content)
    found = b"".join(piece for part in cut(whole, sizes) for piece in inflate(part))
    assert (found, inflate.is_whole) == (content, True)
    assert list(inflate(padding)) == []


@given(st.binary(max_size=200), st.sampled_from([zlib.compress, raw]), st.data())
def test_deflate_that_was_cut_off_is_not_whole(
    content: bytes, compress: Callable[[bytes], bytes], data: st.DataObject
) -> None:
    inflate = Inflate()
    whole = compress(content)
    assert content.startswith(b"".join(inflate(whole[: data.draw(st.integers(1, len(whole) - 1))])))
    assert not inflate.is_whole


def test_pieces_of_several_codings_are_never_large() -> None:
    content = b"a" * 4_000_000
    unpack = Unpacking(["deflate", "gzip", "unknown"], REQUEST)
    pieces = list(unpack(gzip.compress(zlib.compress(content))))
    assert (b"".join(pieces), unpack.is_whole) == (content, True)
    assert max(map(len, pieces)) <= 1024 * 1024


def test_much_between_two_codings_is_refused() -> None:
    """Much that becomes nothing in the end would take any time."""
    content = gzip.compress(gzip.compress(b"") * 300_000)
    with pytest.raises(ResponseTooLargeError):
        list(Unpacking(["gzip", "gzip"], REQUEST)(content))


def test_what_only_a_library_undoes() -> None:
    brotli = pytest.importorskip("brotli")
    content = bytes(range(256)) * 10_000
    whole = gzip.compress(brotli.compress(content))
    unpack = Unpacking(["br", "gzip"], REQUEST)
    assert (b"".join(unpack(whole)), unpack.is_whole) == (content, True)
    unpack = Unpacking(["br"], REQUEST)
    assert content.startswith(b"".join(unpack(brotli.compress(content)[:-1])))
    assert not unpack.is_whole
    with pytest.raises(CorruptContent):
        list(Unpacking(["br"], REQUEST)(b"plain text"))


def test_zstd_where_it_is_there() -> None:
    zstd = pytest.importorskip("backports.zstd" if sys.version_info < (3, 14) else "compression.zstd")
    frames = [bytes(range(256)) * 10_000, b"", b"b"]
    whole = b"".join(map(zstd.compress, frames))
    for size in (1, 1000, len(whole)):
        unpack = Unpacking(["zstd"], REQUEST)
        parts = [whole[start : start + size] for start in range(0, len(whole), size)]
        assert b"".join(piece for part in parts for piece in unpack(part)) == b"".join(frames)
        assert unpack.is_whole
    unpack = Unpacking(["zstd"], REQUEST)
    list(unpack(whole[:-1]))
    assert not unpack.is_whole
    with pytest.raises(CorruptContent):
        list(Unpacking(["zstd"], REQUEST)(b"plain text"))


def test_codings_that_nobody_knows_are_left() -> None:
    assert not Unpacking(["identity", "", "unknown"], REQUEST).is_any
