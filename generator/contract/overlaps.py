"""Variants of a union of which one value may be either: what it is read as depends on their order."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from generator.contract.bases import Models, fields_of
from generator.contract.terms import Term, key_of, unmarked
from generator.reading.nodes import is_mapping, is_sequence

_DEPTH = 20  # of types in types
_NUMBERS = frozenset({"int", "num"})
_Told: TypeAlias = Mapping[str, Any] | None


class Overlaps:
    """Tells which variants have values in common.

    Args:
        models: the models that variants name.
    """

    def __init__(self, models: Models) -> None:
        self._models = models

    def reorder(self, old: list[Term], new: list[Term], told: _Told) -> bool:
        """Whether a value that was read as one variant is read as another, because of their order.

        Args:
            old: the variants as they were.
            new: those of now: what is new may come first, too.
            told: the discriminator.
        """
        before = {key_of(item): place for place, item in enumerate(old)}
        after = {key_of(item): place for place, item in enumerate(new)}
        return any(
            before.get(key_of(item), len(old)) > before[key_of(other)]
            and after[key_of(item)] < after[key_of(other)]
            and self._decides(item, other, told)
            for item in new
            for other in old
            if key_of(other) in after and key_of(item) != key_of(other)
        )

    def _decides(self, left: Term, right: Term, told: _Told) -> bool:
        """Whether the order of two variants decides what a value is read as."""
        left, right = self._inner(left), self._inner(right)
        objects = [is_mapping(item) for item in (left, right)]
        if all(objects):
            return not self._are_told_apart(left, right, told) and self._share(left, right, 0)
        if any(objects):
            mapping, other = (left, right) if objects[0] else (right, left)
            # The class of a map comes last where objects demand something.
            is_open = not any(item.get("required") for item in fields_of(mapping, self._models).values())
            return other == "any" or (is_open and unmarked(other)[0] == "{}")
        marks = [unmarked(item) for item in (left, right)]
        if marks[0][0] and marks[0][0] == marks[1][0]:
            return self._decides(marks[0][1], marks[1][1], None)
        if all(_is_enum(item) for item in (left, right)):  # each takes what neither knows
            return _kind(left) == _kind(right)
        return not _are_read_alike(left, right) and self._share(left, right, 0)

    def _are_told_apart(self, left: Mapping[str, Any], right: Mapping[str, Any], told: _Told) -> bool:
        """Whether the values of a discriminator tell objects apart: no value is that of both."""
        if told is None:
            return False
        both = [{key_of(self._inner(item)) for item in items} for items in told["mapping"].values()]
        return not any({key_of(left), key_of(right)} <= items for items in both)

    def _inner(self, term: Term) -> Any:
        """Return what a term stands for without null: an object as its model, an enum as its values."""
        for _ in range(_DEPTH):
            if is_mapping(term):
                return term
            mark, inner = unmarked(term)
            if mark == "?":
                term = inner
            elif isinstance(term, str) and term.startswith("@") and not mark:
                model = self._models.get(term[1:], {"type": "any"})
                if "fields" in model:
                    return model
                if "members" in model:
                    return ["enum", *model["members"].values()]
                term = model["type"]
            else:
                return term
        return "any"

    def _share(self, left: Term, right: Term, depth: int) -> bool:
        """Whether there may be a value of both types."""
        left, right = self._inner(left), self._inner(right)
        if "any" in (left, right) or depth > _DEPTH:
            return True
        for one, other in ((left, right), (right, left)):
            if is_sequence(one) and one[0] == "or":
                return any(self._share(item, other, depth + 1) for item in one[1])
        if is_mapping(left) and is_mapping(right):
            return self._objects(left, right, depth)
        kinds = _kind(left), _kind(right)
        if kinds[0] != kinds[1]:
            return False
        if kinds[0] in {"[]", "object"}:
            return True
        return _scalars(left, right)

    def _objects(self, left: Mapping[str, Any], right: Mapping[str, Any], depth: int) -> bool:
        """Whether a value may have what both demand, and nothing that one of them does not know."""
        before, after = fields_of(left, self._models), fields_of(right, self._models)
        demanded = {name for own in (before, after) for name, item in own.items() if item.get("required")}
        return demanded <= before.keys() & after.keys() and all(
            self._share(before[name]["type"], after[name]["type"], depth + 1) for name in demanded
        )


def _kind(term: Any) -> str:
    """Return which kind of JSON a type is of."""
    if is_mapping(term):
        return "object"
    mark, _ = unmarked(term)
    match term:
        case _ if mark == "{}":
            return "object"
        case _ if mark:
            return mark
        case ["const" | "enum", value, *_]:
            return _kind_of_value(value)
        case ["tuple", *_]:
            return "[]"
        case ["json", _]:
            return "str"
        case str():
            return "num" if term in _NUMBERS else term.partition(":")[0]
        case _:
            return str(term[0])


def _kind_of_value(value: object) -> str:
    if isinstance(value, bool):
        return "bool"
    return "str" if isinstance(value, str) else "num"


def _values(term: Any) -> set[str] | None:
    is_told = is_sequence(term) and term[0] in {"const", "enum"}
    return {key_of(value) for value in term[1:]} if is_told else None


def _scalars(left: Any, right: Any) -> bool:
    """Whether scalars of one kind share a value: formats of text are hardly ever those of others."""
    before, after = _values(left), _values(right)
    if before is not None and after is not None:
        return not before.isdisjoint(after)
    return "str" in (left, right) or not (_is_formatted(left) or _is_formatted(right)) or left == right


def _is_enum(term: Any) -> bool:
    return is_sequence(term) and bool(term[0] == "enum")


def _is_formatted(term: Any) -> bool:
    return isinstance(term, str) and ":" in term


def _are_read_alike(left: Any, right: Any) -> bool:
    """Whether a value is the same in Python whichever type comes first; a known one is always that."""
    is_known = any(_values(item) is not None for item in (left, right))
    return is_known or not any(_is_formatted(item) for item in (left, right))
