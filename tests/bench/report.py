"""What was measured, as a page of the documentation."""

import math
import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from tests.bench.pairs import Effort, MeasuredFigure, MeasuredPair, MeasuredRow, Spread

# What is above the tables.
_TOP: Final = Path(__file__).with_name("page.md")
_COLUMNS = (
    "what",
    "beside",
    "CPU, min / **median** / max",
    "±",
    "goal",
    "wall, min / **median** / max",
    "CPU of one, of the other",
    "rounds",
)
_PACKAGES = ("httpx2", "pydantic", "aiohttp", "pyreqwest")


def page(
    sections: Mapping[str, Sequence[MeasuredRow]],
    about: Mapping[str, str],
    effort: Effort,
    missing: Sequence[str],
) -> str:
    """Return the page.

    Args:
        sections: rows by the section's title.
        about: what readers have to know of a section.
        effort: what they were measured with.
        missing: peers that were not there.
    """
    versions = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    top = _TOP.read_text("utf-8").format(
        sample=effort.sample * 1000,
        within=effort.within,
        rounds=effort.rounds,
        seconds=effort.seconds,
        machine=f"{platform.system()} on {platform.machine()}",
        versions=f"Python {platform.python_version()}, {versions}",
    )
    return (
        top
        + "\n".join(_section(title, about.get(title, ""), rows) for title, rows in sections.items() if rows)
        + _absent([*(title for title, rows in sections.items() if not rows), *missing])
    )


def _absent(names: Sequence[str]) -> str:
    return f"\nNot measured in this run: {', '.join(names)}.\n" if names else ""


def _section(title: str, about: str, rows: Sequence[MeasuredRow]) -> str:
    pairs = [row for row in rows if isinstance(row, MeasuredPair)]
    figures = [row for row in rows if isinstance(row, MeasuredFigure)]
    lines = [f"## {title}", "", about, ""]
    if pairs:
        lines += [*_table_of_pairs(pairs), ""]
    if figures:
        lines += [*_table_of_figures(figures), ""]
    return "\n".join(lines)


def _table_of_pairs(rows: Sequence[MeasuredPair]) -> Iterator[str]:
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|{' --- |' * len(_COLUMNS)}"
    for row in rows:
        pair = row.pair
        goal = "" if pair.goal is None else f"{pair.goal:g}"
        cells = (pair.title, pair.beside, _shown(row.cpu), known(row), goal, _shown(row.wall))
        yield f"| {' | '.join(cells)} | {duration(row.ours.cpu)}, {duration(row.theirs.cpu)} | {row.rounds} |"


def known(row: MeasuredPair) -> str:
    """Return how well a median is known, as a part of it."""
    return f"{row.within:.1%}" if math.isfinite(row.within) else "?"


def _table_of_figures(rows: Sequence[MeasuredFigure]) -> Iterator[str]:
    yield "| what | unit | min / **median** / max | goal | rounds |"
    yield "| --- | --- | --- | --- | --- |"
    for row in rows:
        figure = row.figure
        goal = "" if figure.goal is None else f"{figure.goal:g}"
        yield f"| {figure.what} | {figure.unit} | {_shown(row.values)} | {goal} | {row.rounds} |"


def _shown(spread: Spread) -> str:
    least, median, most = map(number, (spread.least, spread.median, spread.most))
    return f"{least} / **{median}** / {most}"


def number(value: float) -> str:
    """Return a number with as many digits as it is worth."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def duration(seconds: float) -> str:
    """Return a time with its unit."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{number(seconds / size)} {unit}"
    return f"{number(seconds * 1e6)} µs"
