"""Schemas that derive from one with a discriminator: the other way to write a union (OAS 3.1.1, 4.8.25.4)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from generator.diagnostics import Location
from generator.ir import Subtypes
from generator.lowering.context import Context, Place
from generator.reading.kinds import DISCRIMINATOR
from generator.reading.nodes import is_mapping
from generator.reading.raw import mapping_at, sequence_at
from generator.reading.references import Resolved, is_alias, is_reference


class Derived(NamedTuple):
    """A named schema with an allOf."""

    name: str
    location: Location
    node: Any


def derived_schemas(context: Context) -> Mapping[Location, Sequence[Derived]]:
    """Return the named schemas that derive from each schema, by the schema's location.

    What cannot be resolved is left out here: it is told where it is used.
    """
    root = context.references.root
    here = Location(root.name).child("components", "schemas")
    found: dict[Location, list[Derived]] = defaultdict(list)
    schemas = mapping_at(mapping_at(mapping_at(root.data).get("components")).get("schemas"))
    for name, node in sorted(schemas.items()):
        parts = sequence_at(mapping_at(node).get("allOf"))
        for part in [*parts, node] if is_reference(node) and not is_alias(node) else parts:
            base = context.try_resolve_schema(part, here.child(name)) if is_reference(part) else None
            if base is not None:
                found[base.location].append(Derived(name, here.child(name), node))
    return found


def subtypes_of(
    raw: Any, derived: Mapping[Location, Sequence[Derived]], place: Place, context: Context
) -> tuple[Subtypes | None, list[Derived]]:
    """Return the subtypes of a schema with a discriminator and no variants, and the schemas they are.

    Args:
        raw: the discriminator.
        derived: the named schemas that derive from each.
        place: where the schema stands.
        context: the run.
    """
    raw = context.kept(raw, DISCRIMINATOR, place.location.child("discriminator"))
    name = raw.get("propertyName")
    if not isinstance(name, str):
        message = "a discriminator without propertyName is left out"
        context.record("bad-discriminator", message, place.location, "ignored")
        return None, []
    here = place.location.child("discriminator")
    default = _resolved(raw.get("defaultMapping"), "'defaultMapping'", here.child("defaultMapping"), context)
    # What stands for all other values needs none.
    other = place.location if default is None else default.location
    stated: dict[str, Derived] = {}
    for key, ref in sorted(mapping_at(raw.get("mapping")).items()):
        meant = _resolved(ref, f"the discriminator value {key!r}", here.child("mapping", key), context)
        if meant is not None and meant.location != other:
            stated[key] = Derived(key, meant.location, meant.node)
    known = {other, *(item.location for item in stated.values())}
    below = _all_derived(place.location, derived)
    untold = [item for item in below if item.location not in known]
    stated |= {value: item for item in untold if (value := stated_value(item.node)) is not None}
    implied = {item.name: item for item in untold if stated_value(item.node) is None}
    if not stated and not implied:
        message = "nothing derives from this schema, so its discriminator tells nothing apart"
        context.record("base-discriminator", message, here)
        return None, []
    schemas = [*stated.values(), *implied.values()]
    if default is None or other == place.location:
        return Subtypes(name, _locations(stated), _locations(implied)), schemas
    schemas.append(Derived("", other, default.node))
    return Subtypes(name, _locations(stated), _locations(implied), other), schemas


def stated_value(node: Any) -> str | None:
    """Return the value of the discriminator that a schema says is its own, as Azure's documents have it."""
    value = mapping_at(node).get("x-ms-discriminator-value")
    return value if isinstance(value, str) else None


def _all_derived(base: Location, derived: Mapping[Location, Sequence[Derived]]) -> list[Derived]:
    """Return what derives from a schema, and what derives from that in turn."""
    found: dict[Location, Derived] = {}
    waiting = [base]
    while waiting:
        for item in derived.get(waiting.pop(), ()):
            if item.location != base and item.location not in found:
                found[item.location] = item
                waiting.append(item.location)
    return list(found.values())


def _locations(items: Mapping[str, Derived]) -> tuple[tuple[str, Location], ...]:
    return tuple(sorted((value, item.location) for value, item in items.items()))


def _resolved(ref: Any, what: str, location: Location, context: Context) -> Resolved | None:
    """Return the schema that a value of a mapping leads to, which is a name or a reference.

    Args:
        ref: that name or reference.
        what: whose it is.
        location: where it stands.
        context: the run.
    """
    if not isinstance(ref, str):
        return None
    is_name = not any(sign in ref for sign in "/#.")
    target = f"#/components/schemas/{ref}" if is_name else ref
    resolved = context.try_resolve_schema({"$ref": target}, location)
    if resolved is None:
        message = f"{what} leads nowhere; it is read as this schema"
        context.record("unmapped-discriminator", message, location)
    return resolved if resolved is not None and is_mapping(resolved.node) else None
