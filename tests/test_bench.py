"""What `make bench` measures can be measured, and shown."""

import math
from xml.etree import ElementTree as ET

import pytest

from tests.bench.about import ABOUT
from tests.bench.groups import GROUPS
from tests.bench.pairs import (
    Effort,
    Figure,
    MeasuredFigure,
    MeasuredPair,
    MeasuredRow,
    Pair,
    measured,
    uncertainty,
)
from tests.bench.picture import picture
from tests.bench.report import page
from tests.bench.scale import LEAST

ONCE = Effort(sample=0, rounds=1, seconds=0)
# Rows of each section; those of peers are there where peers are.
NUMBERS = {
    "Calls, one by one": 4,
    "Calls, 50 at once": 4,
    "Calls by other HTTP libraries": 6,
    "Decoding": 2,
    "Answers that do not fit": 14,
    "Streams": 6,
    "Uploads": 1,
    "Starting": 3,
    "A large package": 2,
    "Generation": 4,
}


@pytest.mark.parametrize("title", GROUPS)
def test_each_row_is_measured(title: str) -> None:
    with GROUPS[title](LEAST) as rows:
        found = [measured(row, ONCE) for row in rows]
    assert all(_is_found(row) for row in found)
    assert len(found) == NUMBERS.get(title, len(found))


def test_readers_are_told_what_each_section_is() -> None:
    assert set(ABOUT) == set(GROUPS)


def _is_found(row: MeasuredRow) -> bool:
    if isinstance(row, MeasuredFigure):
        return row.values.median > 0
    return min(row.cpu.median, row.wall.median, row.ours.cpu, row.theirs.cpu) > 0


def test_the_page_has_every_row_and_who_is_missing() -> None:
    pair = Pair(
        what="one thing", beside="another", ours=lambda: sum(range(999)), theirs=lambda: sum(range(99))
    )
    figure = Figure(what="a size", unit="MB", take=lambda: 3, goal=4)
    text = page(
        {"Both": [measured(pair, ONCE), measured(figure, ONCE)], "None": []},
        {"Both": "Of two kinds."},
        Effort(),
        ["crozier"],
    )
    assert "| one thing | another | " in text
    assert "| a size | MB | 3.00 / **3.00** / 3.00 | 4 | 1 |" in text
    assert "Of two kinds." in text
    assert "Not measured in this run: None, crozier." in text
    assert "## None" not in text


def test_the_picture_is_an_svg_with_a_dot_for_each_row() -> None:
    pair = Pair(
        what="<this> & that", beside="x", ours=lambda: sum(range(99)), theirs=lambda: sum(range(99)), goal=1
    )
    found = measured(pair, ONCE)
    assert isinstance(found, MeasuredPair)
    drawn = ET.fromstring(picture([found, found]))
    assert len(drawn.findall("{*}circle")) == 2
    assert "<this> & that" in [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]


def test_rounds_go_on_until_the_median_is_known() -> None:
    assert uncertainty([1.0] * 4) == math.inf
    assert uncertainty([1.0] * 20 + [9.0]) == 0
    assert uncertainty([1.0, 1.5, 2.0, 2.5, 3.0]) == 0.5
