"""What stands beside a union narrows it: variants that it leaves no value are none."""

from typing import Any

from generator.ir import same_value
from generator.lowering.context import Context, Place
from generator.lowering.keywords import is_null
from generator.lowering.merging import Alternatives, Merged, Merger, Placed, allowed_values
from generator.reading.nodes import is_mapping, is_sequence

# What narrows the variants of a union that it stands beside. Bounds and patterns only tell more of them.
NARROWING = frozenset(
    {"properties", "required", "additionalProperties", "patternProperties"}
    | {"const", "enum", "items", "prefixItems"}
)


def narrows(merged: Merged) -> bool:
    """Whether what is said beside a union is more than a type."""
    beside = merged.properties or merged.required or merged.extra is not None
    return bool(beside) or not NARROWING.isdisjoint(merged.keywords)


def narrowed(alternatives: Alternatives, merged: Merged, place: Place, context: Context) -> Alternatives:
    """Return the variants that can hold beside what is said; null always can.

    Where none can, the document contradicts itself, and all are taken.

    Args:
        alternatives: the variants.
        merged: what is said beside them.
        place: the place of the whole.
        context: the run.
    """
    found = tuple(
        variant
        for variant in alternatives.variants
        if is_null(variant.node) or not _contradicts(variant, merged, place, context)
    )
    if all(is_null(variant.node) for variant in found):
        return alternatives
    return Alternatives(found, alternatives.discriminator)


def together(variant: Placed, merged: Merged, whole: Place, context: Context) -> Merged:
    """Return what a variant and what is said beside its union say together."""
    one = merged.without_unions()
    trail = frozenset({whole.location, variant.place.location})
    Merger(context, one).add(variant.node, variant.place, trail)
    return one


def says_all(variant: Placed, merged: Merged, whole: Place, context: Context) -> bool:
    """Whether a variant says all itself that is said beside its union, which only chooses among them."""
    own = together(variant, Merged(), whole, context)
    if merged.extra is not None or merged.keywords or not {*merged.required} <= {*own.required}:
        return False
    if merged.types is not None and own.types != merged.types and own.types is not None:
        return False
    return all(
        name in own.properties and _is_within(own.properties[name], said, context)
        for name, said in merged.properties.items()
    )


def has_other_types(variant: Placed, merged: Merged, whole: Place, context: Context) -> bool:
    """Whether a variant alone is of more types than beside what is said."""
    own = together(variant, Merged(), whole, context)
    both = together(variant, merged, whole, context)
    return own.types is not None and own.types != both.types and not is_null(variant.node)


def _contradicts(variant: Placed, merged: Merged, whole: Place, context: Context) -> bool:
    one = together(variant, merged, whole, context)
    if len(one.conflicts) > len(merged.conflicts) or not _has_values(one):
        return True
    said = (found for name, found in one.properties.items() if name in merged.properties)
    return any(len(found) > 1 and _is_empty(found, context) for found in said)


def _has_values(merged: Merged) -> bool:
    """Whether some of the values that are allowed are of a type that is."""
    values = allowed_values(merged)
    types = merged.types or (["object"] if merged.properties else None)
    return values is None or types is None or any(_is_of(value, types) for value in values)


def _is_empty(declarations: list[Placed], context: Context) -> bool:
    """Whether what is said of a property leaves it no value."""
    said = _all_said(declarations, context)
    return bool(said.conflicts) or not _has_values(said)


def _is_within(own: list[Placed], said: list[Placed], context: Context) -> bool:
    """Whether a property has no other values than it may have, and nothing else is said of it."""
    mine, other = _all_said(own, context), _all_said(said, context)
    values, allowed = allowed_values(mine), allowed_values(other)
    if values is None or allowed is None or other.properties or other.unions or other.extra is not None:
        return False
    return all(any(same_value(value, item) for item in allowed) for value in values)


def _all_said(declarations: list[Placed], context: Context) -> Merged:
    said = Merged()
    merger = Merger(context, said)
    for item in declarations:
        merger.add(item.node, item.place, frozenset({item.place.location}))
    return said


def _is_of(value: Any, types: list[str]) -> bool:
    """Whether a value is of one of some types; null is told elsewhere."""
    if value is None:
        return True
    if isinstance(value, bool):
        return "boolean" in types
    if isinstance(value, int | float):
        return "number" in types or ("integer" in types and float(value).is_integer())
    if is_mapping(value):
        return "object" in types
    return "array" in types if is_sequence(value) else "string" in types
