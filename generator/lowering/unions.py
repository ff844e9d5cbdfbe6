"""Unions: their variants put together, and the discriminators that documents state."""

from dataclasses import dataclass, field
from typing import Any

from generator.diagnostics import Location
from generator.ir import Anything, Discriminator, Never, Null, Nullable, Type, Union, without_null
from generator.lowering.context import Context, Place, root_place
from generator.lowering.merging import Placed
from generator.reading.nodes import is_mapping
from generator.reading.raw import mapping_at
from generator.reading.references import is_reference


@dataclass(frozen=True, slots=True)
class _Targets:
    """The positions of a union's variants: by the schema that each refers to, and by that schema's name."""

    locations: dict[Location, int] = field(default_factory=dict[Location, int])
    names: dict[str, int] = field(default_factory=dict[str, int])


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
    mapping = tuple(
        (value, positions.get(without_null(variants[index]), -1)) for value, index in discriminator.mapping
    )
    return Union(tuple(distinct), Discriminator(discriminator.property, mapping))


def stated_discriminator(
    raw: Any, variants: tuple[Placed, ...], place: Place, context: Context
) -> Discriminator | None:
    """Return the explicit discriminator of a union (OAS 3.1.1, 4.8.25), if there is one.

    Names are implied where no mapping gives them.
    """
    if not is_mapping(raw):
        return None
    name = raw.get("propertyName")
    if not isinstance(name, str):
        message = "a discriminator without propertyName is left out"
        context.record("bad-discriminator", message, place.location, "ignored")
        return None
    targets = _targets(variants, context)
    mapping = _stated_mapping(mapping_at(raw.get("mapping")), targets, place, context)
    taken = set(mapping.values())
    mapping |= {value: index for value, index in targets.names.items() if index not in taken}
    return Discriminator(name, tuple(sorted(mapping.items()))) if mapping else None


def _targets(variants: tuple[Placed, ...], context: Context) -> _Targets:
    targets = _Targets()
    for index, variant in enumerate(variants):
        if is_reference(variant.node):
            location = context.resolve(variant.node, variant.place.location).location
            targets.locations[location] = index
            targets.names[root_place(location).origin.root] = index
    return targets


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
    location = place.location.child("discriminator", "mapping")
    return targets.locations.get(context.resolve({"$ref": ref}, location).location)
