"""What a terminal gets: diagnostics as lines, `file:line:col: error[code]: message`, and text made safe."""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic, InputError, Location, Position

# What moves the cursor, colours, hides or turns around what a person reads; documents and names may hold it.
UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f]"
)
LONGEST = 4_000


def printable(line: str) -> str:
    """Return a line with what no line may hold escaped; of a very long one the beginning."""
    return escaped(line if len(line) <= LONGEST else f"{line[:LONGEST]} ...")


def escaped(text: str) -> str:
    """Return text with each character that cannot be printed as its escape."""
    return UNPRINTABLE.sub(_escape, text)


def printable_json(text: str) -> str:
    """Return JSON text that holds the same and is safe to print; line ends only stand between values."""
    return UNPRINTABLE.sub(lambda found: found[0] if found[0] == "\n" else json.dumps(found[0])[1:-1], text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four digits' worth


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

    if file.endswith(".toml"):
        return _positions_of_settings(file, pointers)
    try:
        return load(Path(file), root=False).positions(pointers)
    except InputError:
        return {}


def _positions_of_settings(file: str, pointers: Sequence[str]) -> dict[str, Position]:
    from generator.reading.files import read_file  # noqa: PLC0415 - as above
    from generator.toml_places import positions  # noqa: PLC0415

    try:
        return positions(read_file(Path(file)).decode(), pointers)
    except (OSError, UnicodeDecodeError):
        return {}
