"""Where keys stand in a TOML text, which the standard library reads without telling.

The shortest beginning of a text, in whole lines, that has a key ends with the statement that gives it. So the
reader itself says where statements begin and end, whatever is quoted in them.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from typing import Any

from generator.diagnostics import Location, Position
from generator.reading.nodes import is_mapping, is_sequence

# Where the settings are, from the root: pointers lead from there.
_HOMES: tuple[tuple[str, ...], ...] = ((), ("tool", "oasmith"))


def positions(text: str, pointers: Iterable[str]) -> dict[str, Position]:
    """Return where the keys of settings stand, each by its pointer; else what is above them."""
    lines = text.replace("\r\n", "\n").split("\n")
    whole = _read(lines)
    if whole is None:
        return {}
    return {pointer: _position(lines, whole, list(Location("", pointer).keys)) for pointer in pointers}


def _position(lines: Sequence[str], whole: Any, sought: list[str]) -> Position:
    path = max((_there(whole, [*home, *sought]) for home in _HOMES), key=len)
    if not path:
        return Position(1, 1)
    end = _least(lines, path)
    start = end - 1
    while start and _read(lines[:start]) is None:
        start -= 1
    return _in_statement(lines[start:end], start, path)


def _least(lines: Sequence[str], path: Sequence[str | int]) -> int:
    """Return how many lines have to be read for a key to be there."""
    low, high = 0, len(lines)
    while low + 1 < high:
        middle = (low + high) // 2
        whole = next((count for count in range(middle, low, -1) if _read(lines[:count]) is not None), low)
        if whole > low and _has(_read(lines[:whole]), path):
            high = whole
        else:
            low = middle
    return high


def _in_statement(lines: Sequence[str], before: int, path: Sequence[str | int]) -> Position:
    """Return where the last name of a path stands in the lines of a statement; else where that begins."""
    name = path[-1] if isinstance(path[-1], str) else ""
    spelled = re.compile(rf"""(?:^|[\s{{,.\[])(["']?){re.escape(name)}\1\s*(?:[=.\]]|$)""")
    for number, line in enumerate(lines, before + 1):
        found = spelled.search(line) if name else None
        if found:
            return Position(number, found.start() + 1 + (found[0][:1] in " \t{,.["))
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return Position(before + first + 1, 1)


def _there(data: Any, sought: list[str]) -> list[str | int]:
    """Return the keys of a path as far as they are there; a name may stand for several with dots between."""
    path: list[str | int] = []
    while sought:
        key, taken = _next(data, sought)
        if not taken:
            break
        path.append(key)
        data = data[key]
        sought = sought[taken:]
    return path


def _next(data: Any, sought: Sequence[str]) -> tuple[str | int, int]:
    """Return the first key of a path, and how many of its parts that is; none where it is not there."""
    if is_sequence(data):
        is_index = sought[0].isdecimal() and int(sought[0]) < len(data)
        return (int(sought[0]), 1) if is_index else ("", 0)
    if is_mapping(data):
        for taken in range(len(sought), 0, -1):
            name = ".".join(sought[:taken])
            for key in (name, name.replace("_", "-")):
                if key in data:
                    return key, taken
    return "", 0


def _has(data: Any, path: Sequence[str | int]) -> bool:
    for key in path:
        try:
            data = data[key]
        except (KeyError, IndexError, TypeError):
            return False
    return True


def _read(lines: Sequence[str]) -> Any:
    """Return what lines hold; None where they are no whole text."""
    try:
        return tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError):
        return None
