"""YAML 1.2 text as plain data: our own constructor over the events of PyYAML's parser.

PyYAML itself reads YAML 1.1, where `no` is false and `2024-01-01` a date, and makes its nodes in Python:
eight times slower on a large document.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.reading.nodes import is_mapping, is_sequence
from generator.reading.places import (
    MAX_DEPTH,
    TOO_DEEP,
    Entry,
    Outline,
    TextError,
    duplicate_key,
)
from generator.reading.scalars import MAYBE_NOT_TEXT, resolve, resolve_as
from generator.records import dataclass

MAX_NODES = 1_000_000
"""How many nodes there may be once every alias is written out: more is an attack, not a document."""

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or PyYAML's own, twenty times slower, where libyaml is not installed."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MERGE: Any = object()
"""Stands for a plain `<<` among the keys of a mapping."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A node that has a name.

    Attributes:
        node: What it is.
        size: How many nodes it stands for.
        height: How deep mappings and sequences are nested in it, itself counted.
        text: Its text, if it is a scalar.
    """

    node: Any
    size: int
    height: int
    text: str | None = None


_Around = tuple[Any, bool, Any, str | None]
"""The node around the one being read, whether it is a mapping, and the inner one's key and anchor."""


def read(text: str, *, parser: Any = PARSER) -> Any:
    """Return the value that the one document of a YAML text stands for.

    Raises:
        TextError: `invalid-yaml`, `duplicate-key`, `alias-cycle`, `too-large` or `too-deep`.
    """
    try:
        return _Builder(parser(text).get_event).build()
    except _DuplicateKeyError as duplicate:
        raise duplicate_key(text, entries(text, parser=parser), duplicate.key) from None
    except yaml.reader.ReaderError:
        raise _forbidden_character(text) from None
    except yaml.MarkedYAMLError as problem:
        raise _invalid(problem.problem or "it cannot be read", _offset(problem, text)) from None


class _DuplicateKeyError(Exception):
    """A mapping has a key twice; where it does is only looked for once it is known."""

    def __init__(self, key: Any) -> None:
        super().__init__(key)
        self.key = "<<" if key is _MERGE else str(key)


class _Keys(dict[str, str]):
    """The keys met so far: each is kept once, however often it stands in the text."""

    def __missing__(self, text: str) -> str:
        self[text] = text
        return text


class _PlainScalars(dict[str, Any]):
    """What the plain scalars met so far stand for."""

    def __missing__(self, text: str) -> Any:
        value = self[text] = resolve(text)
        return value


class _Builder:
    """Makes the value, without recursion: the nodes around the one being read are on a list."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self._next_event = next_event
        self._around: list[_Around] = []
        self._anchors: dict[str, _Anchored] = {}
        self._plain_scalars = _PlainScalars()
        self._size = 0
        self._deepest = 0
        self._before: list[tuple[int, int]] = []  # size and deepest before each open node that has a name

    def build(self) -> Any:
        """Return the value of the only document."""
        next_event, around, scalar, keys = self._next_event, self._around, self._scalar, _Keys()
        node: Any = []
        is_mapping, key = False, None
        # Half a million events pass here, so the usual ones are told apart by identity and cost no call.
        while True:
            event = next_event()
            kind = event.__class__
            if is_mapping and kind is not MappingEndEvent:
                if kind is ScalarEvent and event.anchor is None and event.value != "<<":
                    key = keys[event.value]
                else:
                    key = self._unusual_key(event)
                if key in node:
                    raise _DuplicateKeyError(key)
                event = next_event()
                kind = event.__class__
            if kind is ScalarEvent:
                value = scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._enter(event)
                around.append((node, is_mapping, key, event.anchor))
                is_mapping = kind is MappingStartEvent
                node = {} if is_mapping else []
                continue
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._size += len(node)
                value = _merged(node) if is_mapping and _MERGE in node else node
                node, is_mapping, key, anchor = around.pop()
                if anchor is not None:
                    self._leave(anchor, value)
            elif kind is AliasEvent:
                value = self._alias(event).node
            elif kind is StreamEndEvent:
                return _only(node)
            else:
                self._begin_document(event, node)
                continue
            if is_mapping:
                node[key] = value
            else:
                node.append(value)

    def _scalar(self, event: Any) -> Any:
        value = event.value
        if event.implicit[0]:
            if value[:1] in MAYBE_NOT_TEXT:
                value = self._plain_scalars[value]
        elif event.tag is not None:
            value = _tagged(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, 1, 0, event.value)
        return value

    def _unusual_key(self, event: Any) -> Any:
        """Return a key that is a merge, has an anchor or is an alias: its text as it stands."""
        if isinstance(event, ScalarEvent):
            key = _MERGE if event.value == "<<" and event.implicit[0] else event.value
            if event.anchor is not None:
                self._anchors[event.anchor] = _Anchored(event.value, 1, 0, event.value)
            return key
        text = self._alias(event).text if isinstance(event, AliasEvent) else None
        if text is None:
            raise _invalid("a key is a mapping or a sequence", _start(event))
        return text

    def _enter(self, event: Any) -> None:
        depth = len(self._around) + 1
        if depth > self._deepest:
            self._reach(depth, event)
        if event.anchor is not None:
            # Inside it, its name stands for nothing that is finished.
            self._anchors.pop(event.anchor, None)
            self._before.append((self._size, self._deepest))
            self._deepest = depth

    def _leave(self, anchor: str, node: Any) -> None:
        size, deepest = self._before.pop()
        self._anchors[anchor] = _Anchored(node, self._size - size, self._deepest - len(self._around))
        self._deepest = max(self._deepest, deepest)

    def _reach(self, depth: int, event: Any) -> None:
        if depth > self._deepest:
            if depth > MAX_DEPTH:
                raise TextError("too-deep", TOO_DEEP, _start(event))
            self._deepest = depth

    def _alias(self, event: Any) -> _Anchored:
        """Return what an alias stands for: the same object each time."""
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            raise self._no_anchor(event)
        self._reach(len(self._around) + anchored.height, event)
        self._size += anchored.size
        if self._size > MAX_NODES:
            raise TextError(
                "too-large", f"with its aliases it has more than {MAX_NODES:,} nodes", _start(event)
            )
        return anchored

    def _no_anchor(self, event: Any) -> TextError:
        if any(anchor == event.anchor for *_, anchor in self._around):
            return TextError(
                "alias-cycle", f"the alias *{event.anchor} is inside what it names", _start(event)
            )
        return _invalid(f"the alias *{event.anchor} names nothing above it", _start(event))

    def _begin_document(self, event: Any, documents: list[Any]) -> None:
        if documents and isinstance(event, DocumentStartEvent):
            raise _invalid("there is more than one document in the file", _start(event))


def _tagged(event: Any) -> Any:
    try:
        return resolve_as(event.tag, event.value, is_plain=not event.style)
    except ValueError as problem:
        raise _invalid(str(problem), _start(event)) from None


def _merged(node: dict[Any, Any]) -> dict[str, Any]:
    """Return a mapping's own entries, over those of the mappings its `<<` key names, the first on top."""
    value = node.pop(_MERGE)
    sources: list[Any] = value if is_sequence(value) and value else [value]
    if not all(is_mapping(source) for source in sources):
        return node | {"<<": value}
    merged: dict[str, Any] = {}
    for source in reversed(sources):
        merged.update(source)
    return merged | node


def _only(items: list[Any]) -> Any:
    if not items:
        raise _invalid("there is no document in the file", 0)
    return items[0]


def entries(text: str, *, parser: Any = PARSER) -> Iterator[Entry]:
    """Yield the nodes of a text that `read` has accepted, in its order; an alias has no children."""
    outline = Outline()
    next_event: Callable[[], Any] = parser(text).get_event
    while not isinstance(event := next_event(), StreamEndEvent):
        if isinstance(event, CollectionEndEvent):
            outline.end()
        elif isinstance(event, NodeEvent) and outline.awaits_key:
            outline.key(_key(event), _start(event))
        elif isinstance(event, NodeEvent):
            yield outline.node(_start(event))
            if isinstance(event, CollectionStartEvent):
                outline.begin(is_mapping=isinstance(event, MappingStartEvent))


def _start(event: Any) -> int:
    offset: int = event.start_mark.index
    return offset


def _key(event: Any) -> str:
    return event.value if isinstance(event, ScalarEvent) else f"*{event.anchor}"


def _forbidden_character(text: str) -> TextError:
    match = _FORBIDDEN.search(text)
    code, offset = (ord(match[0]), match.start()) if match else (0xFFFD, 0)
    return _invalid(f"the character U+{code:04X} may not stand in it", offset)


def _offset(problem: Any, text: str) -> int:
    mark = problem.problem_mark or problem.context_mark
    return min(mark.index, len(text)) if mark else 0


def _invalid(problem: str, offset: int) -> TextError:
    return TextError("invalid-yaml", f"not valid YAML: {problem}", offset)
