"""How one type of the contract relates to another: what it allows more, and what less."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from generator.contract.bases import bases_of
from generator.contract.overlaps import Overlaps
from generator.contract.terms import Term, key_of, marked, unmarked
from generator.reading.nodes import is_mapping, is_sequence

Relation: TypeAlias = frozenset[Literal["wider", "narrower", "grown", "ordered", "held", "alone", "classed"]]
"""What a new type allows that the old one did not, and no more.

`grown` is more of what is open anyway; `ordered` is what reads values as others by the order of its variants.
`held` is what differs inside a list or a map: type checkers take a `list[int]` for no `list[float]`. `alone`
is that a list may no longer be given as its only item, `classed` that a value is a member of an enum, or not.
"""

SAME: Relation = frozenset()
WIDER: Relation = frozenset({"wider"})
NARROWER: Relation = frozenset({"narrower"})
GROWN: Relation = frozenset({"grown"})
ORDERED: Relation = frozenset({"ordered"})
HELD: Relation = frozenset({"held"})
ALONE: Relation = frozenset({"alone"})
CLASSED: Relation = frozenset({"classed"})
OTHER: Relation = WIDER | NARROWER

_DEPTH = 20  # of aliases of aliases
_SCALARS: Mapping[type, str] = {str: "str", int: "int", bool: "bool", float: "num"}


class Relations:
    """Relates types of two packages, whose models are known by the same names.

    Args:
        old: the models of the old package.
        new: those of the new one.
    """

    def __init__(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        self._old = old
        self._new = new
        self._overlaps = Overlaps(new)
        self._met: set[tuple[str, str]] = set()

    def types(self, old: Term, new: Term) -> Relation:
        """Return how a new type relates to an old one; a model that both name says itself how it changed."""
        if key_of(old) == key_of(new):
            return SAME
        (was, inner), (mark, other) = unmarked(old), unmarked(new)
        if "?" in {was, mark}:
            return self._nullable(old, new)
        if "any" in (old, new):  # of what may be anything, code takes that it is what it needs
            return OTHER if old == "any" else WIDER
        if was or mark:
            return self._containers(was, inner, other) if was == mark else OTHER
        if isinstance(old, str) and isinstance(new, str) and {old[:1], new[:1]} != {"@"}:
            numbers = {("int", "num"): WIDER, ("num", "int"): NARROWER}
            if "@" not in {old[:1], new[:1]}:
                return numbers.get((old, new), OTHER)
        pair = (key_of(old), key_of(new))
        if pair in self._met:  # they hold themselves
            return SAME
        self._met.add(pair)
        found = self._structures(old, new)
        self._met.discard(pair)
        return found

    def is_compound(self, *terms: Term) -> bool:
        """Whether a type may be of more than one value: a list, a map, an object, or anything."""
        return any(self._is_compound(term, 0) for term in terms)

    def _is_compound(self, term: Term, depth: int) -> bool:
        told = self._told(self._told(term, self._old), self._new)
        if is_mapping(told) or told == "any" or depth > _DEPTH:
            return True
        mark, inner = unmarked(told)
        if mark == "?" or told != term:
            return self._is_compound(inner, depth + 1)
        if _is_union(told):
            return any(self._is_compound(variant, depth + 1) for variant in _variants(told))
        return bool(mark) or (is_sequence(told) and told[0] == "tuple")

    def _containers(self, mark: str, old: Term, new: Term) -> Relation:
        """Return how lists or maps relate, by their items."""
        inside = self.types(old, new)
        if mark == "[]" and self._may_be_alone(old, self._old) and not self._may_be_alone(new, self._new):
            inside |= ALONE
        return inside | (HELD if inside & (OTHER | GROWN) and are_written_apart(old, new) else SAME)

    def _may_be_alone(self, item: Term, models: Mapping[str, Any]) -> bool:
        """Whether a list of such items may be given as one of them, which then is no list itself."""
        for _ in range(_DEPTH):
            mark, inner = unmarked(item)
            told = inner if mark == "?" else self._told(item, models)
            if told == item or is_mapping(told):
                break
            item = told
        if _is_union(item):
            return all(self._may_be_alone(variant, models) for variant in _variants(item))
        is_tuple = is_sequence(item) and item[0] == "tuple"
        return not is_tuple and item not in ("any", "null") and unmarked(item)[0] != "[]"

    def _nullable(self, old: Term, new: Term) -> Relation:
        (was, inner), (mark, other) = unmarked(old), unmarked(new)
        inside = self.types(inner if was == "?" else old, other if mark == "?" else new)
        if was == mark:
            return inside
        return inside | (WIDER if mark == "?" else NARROWER)

    def _structures(self, old: Term, new: Term) -> Relation:
        left, right = self._told(old, self._old), self._told(new, self._new)
        if _is_class(old, self._old) and _is_class(new, self._new):
            return self._classes(old[1:], new[1:])
        if is_mapping(left) or is_mapping(right):
            # An object is a variant by its name.
            variants = (old if is_mapping(left) else left, new if is_mapping(right) else right)
            return self._unions(*variants) if any(map(_is_union, variants)) else OTHER
        if (left, right) != (old, new):
            # A literal passes for no member of an enum, nor the other way round.
            is_literal = any(is_sequence(term) and term[0] == "const" for term in (left, right))
            is_class = _is_class(old, self._old) or _is_class(new, self._new)
            return self.types(left, right) | (CLASSED if is_literal and is_class else SAME)
        if _is_union(left) or _is_union(right):
            return self._unions(left, right)
        if _values(left) is not None or _values(right) is not None:
            return _by_values(left, right)
        match left, right:
            case ["json", inner], ["json", other]:
                return self.types(inner, other)
            case ["tuple", items, rest], ["tuple", others, further] if len(items) == len(others):
                found = [self.types(item, other) for item, other in zip(items, others, strict=True)]
                found.append(self._rests(rest, further))
                # With a rest of some type it is a list in Python.
                is_held = any(item & (OTHER | GROWN) for item in found) and any(
                    item not in (None, "any") for item in (rest, further)
                )
                return SAME.union(*found, HELD if is_held else SAME)
            case _:
                return OTHER

    def _rests(self, old: Term | None, new: Term | None) -> Relation:
        if old is None or new is None:
            return SAME if old == new else WIDER if old is None else NARROWER
        return self.types(old, new)

    def _told(self, term: Term, models: Mapping[str, Any]) -> Any:
        """Return what a reference stands for: an object as its mapping, everything else as its type."""
        if not isinstance(term, str) or not term.startswith("@"):
            return term
        model = models.get(term[1:])
        if model is None:
            return term
        if "fields" in model:
            return model
        if "members" in model:
            return ["enum", *model["members"].values()]
        return marked(model["type"], "?") if model.get("nullable") else model["type"]

    def _classes(self, old: str, new: str) -> Relation:
        """Return how two classes relate that are not one: what derives from a class can stand for it."""
        return NARROWER if old in bases_of(self._new.get(new, {}), self._new) else OTHER

    def _unions(self, old: Term, new: Term) -> Relation:
        before, after = _variants(old), _variants(new)
        gone = [item for item in before if key_of(item) not in set(map(key_of, after))]
        come = [item for item in after if key_of(item) not in set(map(key_of, before))]
        order = ORDERED if self.reorder(old, new) else SAME
        if len(gone) == 1 and len(come) == 1:
            return order | self.types(gone[0], come[0])
        more = GROWN if _is_union(old) else WIDER
        found = (more if come else SAME) | (NARROWER if gone else SAME)
        if gone and come:
            return OTHER
        told, tells = _discriminator(old), _discriminator(new)
        if told and tells and told["property"] != tells["property"]:
            return OTHER
        found |= order
        return found or (SAME if told == tells else OTHER if told and tells else GROWN)

    def reorder(self, old: Term, new: Term) -> bool:
        """Whether the order of a union's variants has values read as others than before."""
        told = _discriminator(old) and _discriminator(new)
        return self._overlaps.reorder(_variants(old), _variants(new), told)


def are_written_apart(old: Term, new: Term) -> bool:
    """Whether items differ in Python: `Any` is as good as any other, and inline enums are scalars."""
    scalars = [
        _SCALARS[type(term[1])] if is_sequence(term) and term[0] == "enum" else term for term in (old, new)
    ]
    while unmarked(new)[0]:
        new = unmarked(new)[1]
    return new != "any" and scalars[0] != scalars[1]


def is_constant(item: Mapping[str, Any], models: Mapping[str, Any]) -> bool:
    """Whether something has to be sent, and has but one value: then it is sent without being given."""
    term = item["type"]
    for _ in range(_DEPTH):
        if not isinstance(term, str) or not term.startswith("@"):
            break
        model = models.get(term[1:], {})
        term = "null" if model.get("nullable") else model.get("type", "any")
    return bool(item.get("required")) and is_sequence(term) and term[0] == "const"


def _is_class(term: Term, models: Mapping[str, Any]) -> bool:
    """Whether a type is a class of its own: an object or an enum, whose name code may say."""
    if not isinstance(term, str) or not term.startswith("@"):
        return False
    model: Mapping[str, Any] = models.get(term[1:], {})
    return "fields" in model or "members" in model


def _is_union(term: Any) -> bool:
    return is_sequence(term) and bool(term[0] == "or")


def _variants(term: Any) -> list[Term]:
    return list(term[1]) if _is_union(term) else [term]


def _discriminator(term: Any) -> dict[str, Any] | None:
    return term[2] if _is_union(term) else None


def _values(term: Any) -> set[str] | None:
    return (
        {key_of(value) for value in term[1:]} if is_sequence(term) and term[0] in {"const", "enum"} else None
    )


def _by_values(old: Any, new: Any) -> Relation:
    """Return how types relate of which one at least is a constant or an enum."""
    before, after = _values(old), _values(new)
    if before is not None and after is not None:
        more = GROWN if old[0] == "enum" else WIDER
        return (more if after - before else SAME) | (NARROWER if before - after else SAME)
    values, whole = (old, new) if before is not None else (new, old)
    if not all(_SCALARS[type(value)] == whole for value in values[1:]):
        return OTHER
    return WIDER if before is not None else NARROWER
