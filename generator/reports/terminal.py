"""Diagnostics as lines: `file:line:col: error[code]: message`."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, InputError, Location, Position


def lines(diagnostics: Sequence[Diagnostic]) -> list[str]:
    """Return diagnostics as lines, in their order."""
    nodes = {item.location for item in diagnostics if item.location is not None and item.position is None}
    positions = _positions(nodes)
    return [_line(item, positions) for item in diagnostics]


def _line(diagnostic: Diagnostic, positions: dict[Location, Position]) -> str:
    text = f"{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"
    location = diagnostic.location
    if location is None:
        return text
    position = diagnostic.position or positions.get(location)
    place = f":{position.line}:{position.column}" if position is not None else ""
    return f"{location.file}{place}: {text}"


def _positions(nodes: Iterable[Location]) -> dict[Location, Position]:
    """Return where nodes stand, as far as their files can be read; a whole file stands nowhere.

    Diagnostics only name their files: those are read once more, which nothing but a failing run pays for.
    """
    pointers: dict[str, list[str]] = {}
    for node in nodes:
        if node.pointer:
            pointers.setdefault(node.file, []).append(node.pointer)
    return {
        Location(file, pointer): position
        for file, sought in pointers.items()
        for pointer, position in _positions_in(file, sought).items()
    }


def _positions_in(file: str, pointers: Sequence[str]) -> dict[str, Position]:
    from generator.reading.document import load  # noqa: PLC0415 - most runs that end here read nothing

    try:
        return load(Path(file), root=False).positions(pointers)
    except InputError:
        return {}
