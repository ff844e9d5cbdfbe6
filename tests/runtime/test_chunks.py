"""A stream of events is the same, however its bytes are cut: blocks that are whole are read in one go."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from trigger_dev._runtime.resuming import Place, WatchedEvents
from trigger_dev._runtime.splitting import Event, Events, Lines, Splitter

FIELDS = ["data: a", "data:b", "data: ", "data", "event: e", "event: ", "id: 1", "id:", "retry: 5"]
LINES = [*FIELDS, ": c", "x: y", ""]
TEXTS = st.builds(
    lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=False)),
    st.lists(st.sampled_from(LINES), max_size=12),
    st.lists(st.sampled_from(["\n", "\n\n", "\r\n", "\r"]), min_size=12, max_size=12),
)


def split(splitter: Splitter, chunks: Sequence[bytes]) -> list[bytes | Event]:
    found = [item for chunk in chunks for item in splitter(chunk, last=False)]
    return found + list(splitter(b"", last=True))


@given(text=TEXTS, cut=st.integers(0, 60))
@example(text="event: e\ndata: a\n\ndata: b\n\n", cut=0)
@example(text="id: 1\ndata: a\n\ndata: b\n\n", cut=3)
@example(text="event: e\n\ndata: a\n\n", cut=9)
@pytest.mark.parametrize("is_watched", [False, True])
def test_events_are_the_same_however_they_are_cut(text: str, cut: int, *, is_watched: bool) -> None:
    whole = text.encode()
    cuts = [[whole], [whole[i : i + 1] for i in range(len(whole))], [whole[:cut], whole[cut:]]]
    kinds = [WatchedEvents(1000, Place()) if is_watched else Events(1000) for _ in cuts]
    found = [split(kind, chunks) for kind, chunks in zip(kinds, cuts, strict=True)]
    assert found[0] == found[1] == found[2]
    assert len({(kind.is_cut_off, kind.has_other_lines) for kind in kinds}) == 1


@given(values=st.lists(st.sampled_from([b"1", b'"a"', b"", b" {} ", b"[1,"])), cut=st.integers(0, 40))
def test_lines_are_the_same_however_they_are_cut(values: list[bytes], cut: int) -> None:
    whole = b"\n".join(values)
    cuts = [[whole], [whole[i : i + 1] for i in range(len(whole))], [whole[:cut], whole[cut:]]]
    found = [split(Lines(1000), chunks) for chunks in cuts]
    assert found[0] == found[1] == found[2]
