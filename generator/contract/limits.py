"""How constraints and formats relate to others: what they let pass more, and what less."""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any, TypeAlias

from generator.contract.relations import NARROWER, OTHER, SAME, WIDER, Relation
from generator.contract.terms import Term, unmarked
from generator.lowering.notes import LOWER_BOUNDS, UPPER_BOUNDS
from generator.reading.nodes import is_number

Bound: TypeAlias = tuple[float, int]
"""A number, and 1 where, of a lower bound, it is not itself allowed, or, of an upper bound, it is."""

# Formats of numbers, each with those that it is a part of.
_PARTS = {("int32", "int64"), ("float", "double")}
# What says no more of values than there is to say of all: JSON's numbers, and how texts are shown.
_SAYS_NOTHING = frozenset({"int64", "double", "password"})
_INSIDE = ("[]", "{}")
_NEGATED = "not "


def relate_limits(old: Mapping[str, Any], new: Mapping[str, Any], type_: Term) -> Relation:
    """Return how new constraints relate to old ones, of values of a type."""
    before, after = _meant(old, type_), _meant(new, type_)
    return SAME.union(
        *(_relate(key, before.get(key), after.get(key)) for key in before.keys() | after.keys())
    )


def _meant(limits: Mapping[str, Any], type_: Term) -> dict[str, Any]:
    """Return what constraints come to: both spellings of a bound as one, and none that all values meet."""
    found: dict[str, Any] = {}
    for key, value in limits.items():
        keyword = _keyword(key)
        prefix = key.removesuffix(keyword)
        is_integer = _is_integer(type_, prefix)
        if keyword in LOWER_BOUNDS | UPPER_BOUNDS and is_number(value):
            plain = (
                f"{prefix}{keyword.removeprefix('exclusive').lower() if 'exclusive' in keyword else keyword}"
            )
            bound = _bound(keyword, value, is_integer=is_integer)
            narrower = max if keyword in LOWER_BOUNDS else min
            found[plain] = narrower(found.get(plain, bound), bound)
        elif not (
            value in _SAYS_NOTHING if keyword == "format" else _is_any_integer(keyword, value, is_integer)
        ):
            found[key] = value
    return {key: value for key, value in found.items() if not _is_any_length(_keyword(key), value)}


def _keyword(key: str) -> str:
    """Return the keyword of a constraint, without what says in which part of a value it holds."""
    return key.rpartition("]")[2].rpartition("}")[2].rpartition(".")[2].rpartition(" ")[2]


def _is_integer(type_: Term, prefix: str) -> bool:
    """Whether values are integers in that part of them of which a prefix tells."""
    mark, inner = unmarked(type_)
    if mark == "?":
        return _is_integer(inner, prefix)
    if mark and prefix.startswith(mark):
        return _is_integer(inner, prefix.removeprefix(mark))
    return type_ == "int" and prefix in ("", "|integer.")


def _bound(keyword: str, value: float, *, is_integer: bool) -> Bound:
    is_exclusive = keyword.startswith("exclusive")
    if keyword in LOWER_BOUNDS:
        return (
            (floor(value) + 1 if is_exclusive else ceil(value), 0)
            if is_integer
            else (value, int(is_exclusive))
        )
    return (
        (ceil(value) - 1 if is_exclusive else floor(value), 1)
        if is_integer
        else (value, int(not is_exclusive))
    )


def _is_any_integer(keyword: str, value: object, is_integer: bool) -> bool:  # noqa: FBT001 - found, not chosen
    return is_integer and keyword == "multipleOf" and value == 1


def _is_any_length(keyword: str, value: object) -> bool:
    return keyword in {"minLength", "minItems", "minProperties"} and value == (0, 0)


def _relate(key: str, old: Any, new: Any) -> Relation:
    keyword = _keyword(key)
    if old == new and isinstance(old, bool) == isinstance(new, bool):
        return SAME
    if old is None or new is None:
        return NARROWER if old is None else WIDER
    if _NEGATED in key:
        return OTHER
    if keyword == "multipleOf" and all(is_number(item) and item > 0 for item in (old, new)):
        return _multiples(Fraction(str(old)), Fraction(str(new)))
    if isinstance(old, tuple) and isinstance(new, tuple):
        return NARROWER if (new > old) == (keyword in LOWER_BOUNDS) else WIDER
    if keyword == "format" and (old, new) in _PARTS:
        return WIDER
    return NARROWER if keyword == "format" and (new, old) in _PARTS else OTHER


def _multiples(old: Fraction, new: Fraction) -> Relation:
    """Return how the multiples of a number relate to those of another."""
    return WIDER if (old / new).denominator == 1 else NARROWER if (new / old).denominator == 1 else OTHER
