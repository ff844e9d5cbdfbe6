"""Measures, prints and writes docs/benchmarks.md: `make bench`.

The goals are in that page; peers are measured where they are installed by hand.
"""

import argparse
from collections.abc import Mapping, Sequence

from rich.console import Console

from tests.bench import peers
from tests.bench.about import ABOUT
from tests.bench.groups import GROUPS
from tests.bench.pairs import Effort, MeasuredPair, MeasuredRow, Row, measured
from tests.bench.picture import picture
from tests.bench.report import duration, known, number, page
from tests.bench.scale import FULL, ROOT

_PAGE = ROOT / "docs" / "benchmarks.md"


def main() -> None:
    """Measure what is asked for; the page is written of everything only."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "titles", nargs="*", help="sections that begin so, else all of them", metavar="SECTION"
    )
    parser.add_argument("--seconds", type=float, default=Effort().seconds, help="how long a row may take")
    arguments = parser.parse_args()
    effort, console = Effort(seconds=arguments.seconds), Console(width=140)
    found: dict[str, list[MeasuredRow]] = {}
    for title, group in GROUPS.items():
        if arguments.titles and not title.startswith(tuple(arguments.titles)):
            continue
        console.rule(title)
        with group(FULL) as rows:
            found[title] = [_told(row, effort, console) for row in rows]
    if not arguments.titles:
        _write(found, effort)


def _told(row: Row, effort: Effort, console: Console) -> MeasuredRow:
    """Return what is found of a row, which is printed."""
    result = measured(row, effort)
    if isinstance(result, MeasuredPair):
        cpu, wall, pair = result.cpu, result.wall, result.pair
        text = (
            f"CPU {cpu.least:.2f} [bold]{cpu.median:.2f}[/] {cpu.most:.2f} ±{known(result)}"
            f"  wall {wall.least:.2f} [bold]{wall.median:.2f}[/] {wall.most:.2f}"
            f"  {duration(result.ours.cpu)} beside {duration(result.theirs.cpu)}, {result.rounds} rounds"
        )
        console.print(f"{pair.title} (beside {pair.beside})", f"  {text}", sep="\n", highlight=False)
    else:
        values, figure = result.values, result.figure
        text = f"{number(values.least)} [bold]{number(values.median)}[/] {number(values.most)} {figure.unit}"
        console.print(figure.what, f"  {text}", sep="\n", highlight=False)
    return result


def _write(found: Mapping[str, Sequence[MeasuredRow]], effort: Effort) -> None:
    """Write the page, and the picture of the ratios that have a goal or are a peer's."""
    _PAGE.write_text(page(found, ABOUT, effort, peers.missing()), "utf-8")
    pairs = [row for rows in found.values() for row in rows if isinstance(row, MeasuredPair)]
    shown = [row for row in pairs if row.pair.goal is not None]
    _PAGE.with_suffix(".svg").write_text(picture(shown), "utf-8")


if __name__ == "__main__":
    main()
