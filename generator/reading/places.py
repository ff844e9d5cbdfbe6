"""Where things stand in a text: faults, and the offset at which each node begins."""

from collections.abc import Iterable
from dataclasses import field
from typing import NamedTuple

from generator.diagnostics import Location, Position
from generator.records import dataclass

MAX_DEPTH = 500
"""How deep mappings and sequences may be nested; later passes are recursive."""
TOO_DEEP = f"mappings and sequences are nested more than {MAX_DEPTH} deep"


class TextError(Exception):
    """The text cannot be read. The loader, which knows the file's name, makes it a diagnostic."""

    def __init__(self, code: str, message: str, offset: int) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.offset = offset


class Entry(NamedTuple):
    """A node as it stands in the text. `offset` is that of its key, or of the item in a sequence."""

    node: int
    parent: int
    token: str
    offset: int


ROOT = 0
"""The number of the root node."""


@dataclass(slots=True)
class _Frame:
    """A mapping or sequence that is being read: a key that awaits its value, or the next item's index."""

    node: int
    is_mapping: bool
    key: str | None = None
    offset: int = 0
    index: int = 0


class Outline:
    """Makes the entries of a text, from the keys, nodes and ends that a syntax comes across."""

    def __init__(self) -> None:
        self._frames = [_Frame(ROOT - 1, is_mapping=False)]
        self._count = ROOT - 1

    @property
    def awaits_key(self) -> bool:
        """Whether the next node is a key."""
        frame = self._frames[-1]
        return frame.is_mapping and frame.key is None

    def key(self, text: str, offset: int) -> None:
        """Take note of a key; the next node is its value."""
        self._frames[-1].key = text
        self._frames[-1].offset = offset

    def node(self, offset: int) -> Entry:
        """Return the entry of a node that begins at `offset`."""
        frame = self._frames[-1]
        self._count += 1
        if frame.key is not None:
            entry = Entry(self._count, frame.node, frame.key, frame.offset)
            frame.key = None
            return entry
        frame.index += 1
        return Entry(self._count, frame.node, str(frame.index - 1), offset)

    def begin(self, *, is_mapping: bool) -> None:
        """Enter the node that was last met."""
        self._frames.append(_Frame(self._count, is_mapping))

    def end(self) -> None:
        """Leave the innermost open node."""
        self._frames.pop()


@dataclass(slots=True)
class _Branch:
    """A node that someone asked for, or that lies on the way to one."""

    offset: int | None = None
    children: dict[str, "_Branch"] = field(default_factory=dict[str, "_Branch"])


def offsets(entries: Iterable[Entry], pointers: Iterable[str]) -> dict[str, int]:
    """Return where each JSON pointer's node begins, or its nearest ancestor that is in the text."""
    root = _Branch(offset=0)
    paths = {pointer: _plant(root, Location("", pointer).keys) for pointer in pointers}
    missing = len({id(branch) for path in paths.values() for branch in path}) - 1
    if missing:
        _fill(root, entries, missing)
    return {pointer: _deepest(path) for pointer, path in paths.items()}


def _plant(root: _Branch, keys: Iterable[str]) -> list[_Branch]:
    """Return the branches from the root to a node, made where they are not there yet."""
    path = [root]
    for key in keys:
        path.append(path[-1].children.setdefault(key, _Branch()))
    return path


def _fill(root: _Branch, entries: Iterable[Entry], missing: int) -> None:
    """Give the branches below `root` their offsets, and stop reading as soon as all have one."""
    wanted = {ROOT: root}
    for entry in entries:
        parent = wanted.get(entry.parent)
        branch = parent and parent.children.get(entry.token)
        if branch is not None and branch.offset is None:
            branch.offset = entry.offset
            wanted[entry.node] = branch
            missing -= 1
            if not missing:
                return


def _deepest(path: list[_Branch]) -> int:
    return next(branch.offset for branch in reversed(path) if branch.offset is not None)


def _repeated(entries: Iterable[Entry], key: str) -> tuple[int, int] | None:
    """Return where a key stands first and again, in the first mapping that has it twice."""
    seen: dict[int, int] = {}
    for entry in entries:
        if entry.token == key:
            first = seen.setdefault(entry.parent, entry.offset)
            if first != entry.offset:
                return first, entry.offset
    return None


def duplicate_key(text: str, entries: Iterable[Entry], key: str) -> TextError:
    """Return the problem of a mapping that has a key twice."""
    first, again = _repeated(entries, key) or (0, 0)
    places = positions(text, (first, again))
    one, two = places[first].line, places[again].line
    where = f"on line {one}" if one == two else f"on lines {one} and {two}"
    message = f"the key {key!r} is given twice, {where}"
    return TextError("duplicate-key", message, again)


def positions(text: str, places: Iterable[int]) -> dict[int, Position]:
    """Return the line and column of each offset, having counted every line once."""
    found: dict[int, Position] = {}
    line, counted = 1, 0
    for offset in sorted(set(places)):
        line += text.count("\n", counted, offset)
        counted = offset
        found[offset] = Position(line, offset - text.rfind("\n", 0, offset))
    return found


def position(text: str, offset: int) -> Position:
    """Return the line and column of an offset."""
    return positions(text, (offset,))[offset]
