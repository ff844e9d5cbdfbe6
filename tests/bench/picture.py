"""The ratios as a picture: a line from the least to the most, a dot at the median, a mark at the goal."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from tests.bench.pairs import MeasuredPair

_LEFT: Final = 430
_WIDTH: Final = 560
_ROW: Final = 18
_TOP: Final = 46
_SCALE: Final = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
_STYLE: Final = """\
<style>
text { font: 12px system-ui, sans-serif; fill: #24292f }
.axis { fill: #57606a; text-anchor: middle }
.value { fill: #57606a }
line { stroke: #d0d7de }
.one { stroke: #57606a }
.span { stroke: #8c959f; stroke-width: 2 }
.goal { stroke: #24292f; stroke-width: 2 }
.within { fill: #1a7f37 }
.over { fill: #cf222e }
.free { fill: #0969da }
</style>"""


def picture(rows: Sequence[MeasuredPair]) -> str:
    """Return an SVG of the ratios of CPU time, on a logarithmic scale."""
    height = _TOP + _ROW * len(rows) + 12
    width = _LEFT + _WIDTH + 60
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "<title>Ratios of CPU time</title>",
        _STYLE,
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{_LEFT - 24}" y="18" text-anchor="end">CPU time, of what it is compared with</text>',
        *_axis(height),
        *(line for number, row in enumerate(rows) for line in _drawn(row, _TOP + _ROW * number + 9)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _axis(height: int) -> Iterator[str]:
    for value in _SCALE:
        x, kind = _x(value), ' class="one"' if value == 1 else ""
        yield f'<line x1="{x}" x2="{x}" y1="26" y2="{height - 8}"{kind}/>'
        yield f'<text class="axis" x="{x}" y="18">{value:g}</text>'


def _drawn(row: MeasuredPair, y: int) -> Iterator[str]:
    pair, cpu = row.pair, row.cpu
    yield f'<text x="{_LEFT - 12}" y="{y + 4}" text-anchor="end">{escape(pair.title)}</text>'
    yield f'<line class="span" x1="{_x(cpu.least)}" x2="{_x(cpu.most)}" y1="{y}" y2="{y}"/>'
    if pair.goal is not None:
        x = _x(pair.goal)
        yield f'<line class="goal" x1="{x}" x2="{x}" y1="{y - 6}" y2="{y + 6}"/>'
    yield f'<circle class="{_kind(row)}" cx="{_x(cpu.median)}" cy="{y}" r="4"/>'
    yield f'<text class="value" x="{_LEFT + _WIDTH + 12}" y="{y + 4}">{cpu.median:.2f}</text>'


def _kind(row: MeasuredPair) -> str:
    """Return how a median is to its goal, as far as it is known."""
    if row.pair.goal is None:
        return "free"
    least = row.cpu.median * (1 - row.within) if math.isfinite(row.within) else row.cpu.median
    return "within" if least <= row.pair.goal else "over"


def _x(ratio: float) -> float:
    low, high = math.log(_SCALE[0]), math.log(_SCALE[-1])
    place = (math.log(max(ratio, _SCALE[0])) - low) / (high - low)
    return round(_LEFT + _WIDTH * min(place, 1), 1)
