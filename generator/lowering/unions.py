"""Unions: their variants put together, and the discriminators that documents state."""

from collections.abc import Iterator
from dataclasses import field, replace
from typing import Any, TypeVar

from generator.diagnostics import Location
from generator.ir import Anything, Discriminator, Never, Null, Nullable, Type, Union
from generator.lowering.context import Context, Place, root_place
from generator.lowering.merging import Placed
from generator.lowering.subtypes import stated_value
from generator.reading.kinds import DISCRIMINATOR
from generator.reading.nodes import is_mapping
from generator.reading.raw import mapping_at, sequence_at
from generator.reading.references import is_reference
from generator.records import dataclass
from generator.type_tree import without_null

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Targets:
    """Where a union's variants are: by the schema that each refers to, its name and its own value."""

    locations: dict[Location, int] = field(default_factory=dict[Location, int])
    names: dict[str, int] = field(default_factory=dict[str, int])
    values: dict[str, int] = field(default_factory=dict[str, int])


def nullable(type_: Type) -> Type:
    """Return the type that also holds null."""
    return type_ if isinstance(type_, Nullable | Null | Anything) else Nullable(type_)


def union(variants: list[Type], discriminator: Discriminator | None = None) -> Type:
    """Return the union of types: null set around it, equal ones once, nothing beside any value.

    Args:
        variants: the types.
        discriminator: what tells them apart; its mapping gives positions among `variants`.
    """
    holds_null = any(isinstance(variant, Null | Nullable) for variant in variants)
    plain = [without_null(variant) for variant in variants if not isinstance(variant, Null | Never)]
    if not plain:
        return Null() if holds_null else Never()
    type_ = _plain_union(list(dict.fromkeys(plain)), variants, discriminator)
    return nullable(type_) if holds_null else type_


def _plain_union(distinct: list[Type], variants: list[Type], discriminator: Discriminator | None) -> Type:
    if any(isinstance(variant, Anything) for variant in distinct):
        return Anything()
    if len(distinct) == 1:
        return distinct[0]
    if discriminator is None:
        return Union(tuple(distinct))
    positions = {variant: index for index, variant in enumerate(distinct)}
    moved = [positions.get(without_null(variant)) for variant in variants]
    return Union(
        tuple(distinct),
        replace(
            discriminator,
            mapping=_moved(discriminator.mapping, moved),
            names=_moved(discriminator.names, moved),
        ),
    )


def _moved(pairs: tuple[tuple[T, int], ...], moved: list[int | None]) -> tuple[tuple[T, int], ...]:
    """Return what is paired with positions, where these are now; what led to a variant that went goes too."""
    return tuple((value, new) for value, index in pairs if (new := moved[index]) is not None)


def stated_discriminator(
    raw: Any, variants: tuple[Placed, ...], place: Place, context: Context
) -> Discriminator | None:
    """Return the explicit discriminator of a union (OAS 3.1.1, 4.8.25), if there is one.

    Names of schemas are implied where no mapping leads to them.
    """
    if not is_mapping(raw):
        return None
    raw = context.kept(raw, DISCRIMINATOR, place.location.child("discriminator"))
    name = raw.get("propertyName")
    if not isinstance(name, str):
        message = "a discriminator without propertyName is left out"
        context.record("bad-discriminator", message, place.location, "ignored")
        return None
    targets = _targets(variants, context)
    mapping = _stated_mapping(mapping_at(raw.get("mapping")), targets, place, context)
    mapping |= {value: at for value, at in targets.values.items() if at not in mapping.values()}
    default = _default(raw, targets, place, context)
    taken = {*mapping.values(), *default}
    names = {value: index for value, index in targets.names.items() if index not in taken}
    pairs = (tuple(sorted(found.items())) for found in (mapping, names))
    return Discriminator(name, next(pairs), otherwise=default, names=next(pairs))


def _default(raw: dict[str, Any], targets: _Targets, place: Place, context: Context) -> tuple[int, ...]:
    """Return the variant of all values that are not mapped, and of none (OAS 3.2.0, 4.25.2)."""
    if "defaultMapping" not in raw:
        return ()
    index = _mapped(raw["defaultMapping"], targets, place, context)
    if index is None:
        message = f"'defaultMapping' leads to no variant of this union: {raw['defaultMapping']!r}"
        context.record("unmapped-discriminator", message, place.location.child("discriminator"))
    return () if index is None else (index,)


def _targets(variants: tuple[Placed, ...], context: Context) -> _Targets:
    targets = _Targets()
    for index, variant in enumerate(variants):
        for location, node in _schemas_of(variant.node, variant.place.location, context, set()):
            targets.locations.setdefault(location, index)
            targets.names.setdefault(root_place(location).origin.root, index)
            value = stated_value(node)
            if value is not None:
                targets.values.setdefault(value, index)
    return targets


def _schemas_of(
    node: Any, location: Location, context: Context, seen: set[Location]
) -> Iterator[tuple[Location, Any]]:
    """Yield the named schemas that a variant is: what it refers to, and the variants of that in turn."""
    if is_reference(node):
        resolved = context.try_resolve_schema(node, location)
        if resolved is None or resolved.location in seen:
            return
        seen.add(resolved.location)
        node, location = resolved.node, resolved.location
        yield location, node
    node = mapping_at(node)
    parts = sequence_at(node.get("allOf"))
    alternatives = [("allOf", parts)] if len(parts) == 1 else []
    alternatives += [(keyword, sequence_at(node.get(keyword))) for keyword in ("oneOf", "anyOf")]
    for keyword, nodes in alternatives:
        for index, inner in enumerate(nodes):
            yield from _schemas_of(inner, location.child(keyword, index), context, seen)


def _stated_mapping(raw: dict[str, Any], targets: _Targets, place: Place, context: Context) -> dict[str, int]:
    mapping: dict[str, int] = {}
    for value, ref in sorted(raw.items()):
        index = _mapped(ref, targets, place, context)
        if index is None:
            message = f"the discriminator value {value!r} leads to no variant of this union; "
            message += "it is kept as unknown"
            context.record("unmapped-discriminator", message, place.location.child("discriminator"))
        else:
            mapping[value] = index
    return mapping


def _mapped(ref: Any, targets: _Targets, place: Place, context: Context) -> int | None:
    """Return the position that a value of a mapping leads to, which is a name or a reference."""
    if not isinstance(ref, str):
        return None
    if ref in targets.names:
        return targets.names[ref]
    if "/" not in ref and "#" not in ref and "." not in ref:
        return None
    resolved = context.try_resolve_schema({"$ref": ref}, place.location.child("discriminator", "mapping"))
    return None if resolved is None else targets.locations.get(resolved.location)
