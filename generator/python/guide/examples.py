"""Example values as Python expressions: the document's own where they fit, else plain ones."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import Any, TypeAlias
from uuid import UUID

from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Definition,
    Encoded,
    Enum,
    Field,
    Integer,
    Map,
    Never,
    Null,
    Nullable,
    Number,
    Object,
    Reference,
    String,
    Tuple,
    Type,
    Union,
    same_value,
)
from generator.python.guide.layout import Group, Node
from generator.python.text.prose import quoted
from generator.python.types.annotations import has_param
from generator.reading.nodes import is_collection, is_mapping, is_number, is_sequence
from generator.reading.raw import mapping_at, sequence_at
from generator.records import dataclass
from generator.scalars import Scalar
from generator.type_tree import deref, fields_of, without_null

# What a text of a format looks like, and what tells whether an example is one.
TEXTS = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "duration": "P1D",
    "uuid": "6f1b0a1e-3c1d-4a57-9c0e-0d3c2b1a0f9e",
    "decimal": "12.50",
    "byte": "dGV4dA==",
}
PARSERS: Mapping[str, Callable[[str], object]] = {
    "date-time": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "uuid": UUID,
}
WORDS = re.compile(r"[^0-9A-Za-z]+|(?<=[a-z])(?=[A-Z])")
URLS = frozenset({"url", "uri"})
# What stands for the bytes of a file.
FILE = 'b"..."'
MAX_TEXT = 60
MAX_ITEMS = 2  # of a list
MAX_OPTIONAL = 3  # of the keys that need not be there
MAX_DEPTH = 4
# What a JSON number, a C integer of 64 bits and Python all write alike.
MAX_NUMBER = 2**53

Trail: TypeAlias = tuple[Location, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Makes example values of what is sent.

    Attributes:
        definitions: what references stand for.
        names_of: the Python names of an object's fields, by wire name.
    """

    definitions: Mapping[Location, Definition]
    names_of: Callable[[Location], Mapping[str, str]]

    def value(self, type_: Type, shown: Any, name: str, trail: Trail = ()) -> Node | None:
        """Return a value as an expression; None where the type has none.

        Args:
            type_: what it is of.
            shown: what the document shows, as plain data; None where it shows nothing.
            name: what it is for: a text is called after it.
            trail: the definitions around it.
        """
        match type_:
            case String(format=format_):
                return _text(format_, shown, name)
            case Reference(target=target):
                return self._named(target, shown, name, trail)
            case Nullable(inner=inner) | Encoded(inner=inner):
                return self.value(inner, shown, name, trail)
            case Object():
                return self._object(type_, {}, shown, trail)
            case Array(item=item):
                return self._list(item, shown, name, trail)
            case Tuple(items=items):
                return self._tuple(items, shown, name, trail)
            case Map(value=value):
                return self._map(value, shown, trail)
            case Union():
                return self._union(type_, shown, name, trail)
            case _:
                return _scalar(type_, shown)

    def fits(self, type_: Type, shown: Any) -> bool:
        """Whether what a document shows looks like a value of a type."""
        inner = without_null(deref(type_, self.definitions))
        match inner:
            case Object():
                return is_mapping(shown) and all(
                    self._shows(item, shown) for item in fields_of(inner, self.definitions)
                )
            case Union(variants=variants):
                return any(self.fits(variant, shown) for variant in variants)
            case Map():
                return isinstance(shown, dict)
            case Array() | Tuple():
                return isinstance(shown, list)
            case String(format=format_):
                return isinstance(shown, str) and format_ != "binary"
            case Const(value=value):
                return same_value(value, shown)
            case Enum(values=values):
                return any(same_value(value, shown) for value in values)
            case Integer() | Number():
                return is_number(shown)
            case Boolean():
                return isinstance(shown, bool)
            case _:
                return isinstance(inner, Anything)

    def keys_of(self, type_: Type) -> Mapping[str, str]:
        """Return what dictionaries that stand for an object call its properties, by their wire names."""
        inner = without_null(type_)
        if not isinstance(inner, Reference):
            return {}
        object_ = without_null(self.definitions[inner.target].type)
        if isinstance(object_, Reference):
            return self.keys_of(object_)
        has_names = isinstance(object_, Object) and has_param(object_, self.definitions)
        return self.names_of(inner.target) if has_names else {}

    def _shows(self, item: Field, shown: Mapping[str, Any]) -> bool:
        if item.name not in shown:
            return not item.required or item.access == "read"
        inner = without_null(deref(item.type, self.definitions))
        return not isinstance(inner, Const | Enum) or self.fits(inner, shown[item.name])

    def _named(self, target: Location, shown: Any, name: str, trail: Trail) -> Node | None:
        if target in trail or len(trail) > 2 * MAX_DEPTH:
            return None
        definition = self.definitions[target]
        if shown is None and definition.hints is not None:
            shown = definition.hints.example
        inner = without_null(definition.type)
        if isinstance(inner, Object):
            return self._object(inner, self.keys_of(Reference(target)), shown, (*trail, target))
        return self.value(inner, shown, name, (*trail, target))

    def _object(self, object_: Object, keys: Mapping[str, str], shown: Any, trail: Trail) -> Node | None:
        """Return a dictionary with what is required, and a little of what the document shows besides."""
        given = mapping_at(shown)
        parts: list[tuple[str, Node]] = []
        optional = 0
        for item in fields_of(object_, self.definitions):
            if item.access == "read":
                continue
            is_wanted = item.required or (given.get(item.name) is not None and optional < MAX_OPTIONAL)
            if not is_wanted:
                continue
            node = self.field(item, given.get(item.name), trail)
            if node is not None:
                parts.append((f"{quoted(keys.get(item.name, item.name))}: ", node))
                optional += not item.required
            elif item.required:
                return None
        return Group("{", tuple(parts), "}")

    def field(self, item: Field, shown: Any, trail: Trail = ()) -> Node | None:
        """Return a value for a property."""
        if shown is None and item.hints is not None:
            shown = item.hints.example
        return self.value(item.type, shown, item.name, trail)

    def _list(self, item: Type, shown: Any, name: str, trail: Trail) -> Node:
        values = sequence_at(shown)[:MAX_ITEMS] or [None]
        nodes = [self.value(item, value, name, trail) for value in values]
        return Group("[", tuple(("", node) for node in nodes if node is not None), "]")

    def _tuple(self, items: Sequence[Type], shown: Any, name: str, trail: Trail) -> Node | None:
        values = shown if is_sequence(shown) and len(shown) == len(items) else [None] * len(items)
        nodes = [self.value(item, value, name, trail) for item, value in zip(items, values, strict=True)]
        if None in nodes:
            return None
        closing = ",)" if len(nodes) == 1 else ")"
        return Group("(", tuple(("", node) for node in nodes if node is not None), closing)

    def _map(self, value: Type, shown: Any, trail: Trail) -> Node:
        pairs = sorted(mapping_at(shown).items()) or [("key", None)]
        parts: list[tuple[str, Node]] = []
        for key, item in islice(pairs, MAX_ITEMS + 1):
            node = self.value(value, item, "value", trail)
            if node is not None and len(key) <= MAX_TEXT:
                parts.append((f"{quoted(key)}: ", node))
        return Group("{", tuple(parts), "}")

    def _union(self, union: Union, shown: Any, name: str, trail: Trail) -> Node | None:
        """Return a value of the variant that the document shows, else of the first one that has any."""
        for index, variant in self._in_order(union, shown):
            is_shown = shown is not None and self.fits(variant, shown)
            node = self.value(variant, shown if is_shown else None, name, trail)
            if node is not None:
                return self._tagged(node, union, index)
        return None

    def _in_order(self, union: Union, shown: Any) -> Iterator[tuple[int, Type]]:
        found = list(enumerate(union.variants))
        if shown is None:
            yield from found
        else:
            yield from sorted(found, key=lambda pair: not self.fits(pair[1], shown))

    def _tagged(self, node: Node, union: Union, index: int) -> Node:
        """Return a dictionary with what tells its variant from the others."""
        if union.discriminator is None or isinstance(node, str) or node.opening != "{":
            return node
        values = [value for value, place in union.discriminator.mapping if place == index]
        key = f"{quoted(self._key(union, index))}: "
        if not values or any(prefix == key for prefix, _ in node.parts):
            return node
        return Group(node.opening, ((key, quoted(values[0])), *node.parts), node.closing)

    def _key(self, union: Union, index: int) -> str:
        """Return what dictionaries call the property that tells variants apart."""
        assert union.discriminator is not None
        property_ = union.discriminator.property
        return self.keys_of(union.variants[index]).get(property_, property_)


def _text(format_: str | None, shown: Any, name: str) -> Node:
    if format_ == "binary":
        return FILE
    if isinstance(shown, str) and 0 < len(shown) <= MAX_TEXT and _is_of(format_, shown):
        return quoted(shown)
    return quoted(TEXTS.get(format_ or "") or _called(name))


def _is_of(format_: str | None, text: str) -> bool:
    if format_ not in TEXTS:
        return text.isprintable()
    if format_ not in PARSERS:
        return False
    try:
        PARSERS[format_](text)
    except ValueError:
        return False
    return True


def _called(name: str) -> str:
    """Return a text that stands for what a name says."""
    words = [word.lower() for word in WORDS.split(name) if word]
    if not words:
        return "text"
    if words[-1] in URLS:
        return "https://example.com"
    return "name@example.com" if words[-1] == "email" else "_".join(words)[:MAX_TEXT]


def _scalar(type_: Type, shown: Any) -> Node | None:
    match type_:
        case Boolean():
            return repr(shown) if isinstance(shown, bool) else "True"
        case Integer():
            return repr(shown) if isinstance(shown, int) and _is_short(shown) else "1"
        case Number():
            return repr(shown) if is_number(shown) and _is_short(shown) else "1.5"
        case Const(value=value):
            return quoted(value)
        case Enum(values=values):
            return quoted(next((value for value in values if same_value(value, shown)), _usual(values)))
        case Null():
            return "None"
        case Never():
            return None
        case _:
            return _anything(shown, 0) or Group("{", (('"key": ', '"value"'),), "}")


def _usual(values: Sequence[Scalar]) -> Scalar:
    """Return the value of an enum to show: of formats the one that clients read, else the first."""
    return next((value for value in values if str(value).lower() == "json"), values[0])


def _is_short(number: float) -> bool:
    return not isinstance(number, bool) and abs(number) < MAX_NUMBER


def _anything(shown: Any, depth: int) -> Node | None:
    """Return plain data as it is shown; None for what is too large to show."""
    if is_collection(shown):
        return _collection(shown, depth + 1) if depth < MAX_DEPTH else None
    match shown:
        case bool():
            return repr(shown)
        case int() | float():
            return repr(shown) if _is_short(shown) else None
        case str():
            return quoted(shown) if len(shown) <= MAX_TEXT else None
        case _:
            return None


def _collection(shown: dict[str, Any] | list[Any], depth: int) -> Node:
    if is_sequence(shown):
        items = (_anything(item, depth) for item in shown[:MAX_ITEMS])
        return Group("[", tuple(("", node) for node in items if node is not None), "]")
    pairs = [(key, _anything(value, depth)) for key, value in sorted(mapping_at(shown).items())]
    kept = [(f"{quoted(key)}: ", node) for key, node in pairs if node is not None and len(key) <= MAX_TEXT]
    return Group("{", tuple(kept[: MAX_OPTIONAL + 1]), "}")
