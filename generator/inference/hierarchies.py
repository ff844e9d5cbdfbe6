"""Objects with subtypes: where one is used, a value may be any of those that derive from it.

The object stays the class that the others inherit from. Beside it stands a union of them all, told apart by
the discriminator; values that it does not know are the object itself. Whatever uses the object uses that
union, but for what inherits from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import (
    Api,
    Definition,
    Discriminator,
    Evidence,
    Nullable,
    Object,
    Reference,
    Type,
    Union,
    map_operation,
    map_type,
    without_null,
)

# Below the pointer of a schema, the union of it with all that derives from it.
VARIANTS = "x-oasmith-variants"


def spread_subtypes(api: Api) -> Api:
    """Return the API with a union in the place of each object that others derive from."""
    unions = {
        location: location.child(VARIANTS)
        for location, definition in api.definitions.items()
        if _subtypes_object(definition) is not None
    }
    if not unions:
        return api
    spread = _spreader(unions)
    definitions = {
        location: replace(definition, type=_own_type(definition.type, spread))
        for location, definition in api.definitions.items()
    }
    definitions |= {
        unions[location]: _union(api.definitions[location], unions[location]) for location in unions
    }
    return replace(
        api,
        definitions=dict(sorted(definitions.items())),
        operations=tuple(map_operation(operation, spread) for operation in api.operations),
        webhooks=tuple(
            replace(webhook, operation=map_operation(webhook.operation, spread)) for webhook in api.webhooks
        ),
        evidence=(*api.evidence, *(_evidence(unions[key], api.definitions[key]) for key in sorted(unions))),
    )


def _subtypes_object(definition: Definition) -> Object | None:
    inner = without_null(definition.type)
    return inner if isinstance(inner, Object) and inner.subtypes is not None else None


def _spreader(unions: Mapping[Location, Location]) -> Callable[[Type], Type]:
    def spread(type_: Type) -> Type:
        return Reference(unions.get(type_.target, type_.target)) if isinstance(type_, Reference) else type_

    return spread


def _own_type(type_: Type, spread: Callable[[Type], Type]) -> Type:
    """Return a definition's type with unions inside it; another name for an object stays that."""
    inner = without_null(type_)
    if isinstance(inner, Reference):
        return type_
    if isinstance(inner, Object) and inner.base is not None:
        spread_object = map_type(replace(inner, base=None), spread)
        assert isinstance(spread_object, Object)
        inner = replace(spread_object, base=inner.base)
        return Nullable(inner) if isinstance(type_, Nullable) else inner
    return map_type(type_, spread)


def _union(definition: Definition, location: Location) -> Definition:
    object_ = _subtypes_object(definition)
    assert object_ is not None
    assert object_.subtypes is not None
    targets = [*dict.fromkeys(target for _, target in object_.subtypes.mapping), definition.location]
    mapping = tuple((value, targets.index(target)) for value, target in object_.subtypes.mapping)
    union = Union(
        tuple(Reference(target) for target in targets),
        Discriminator(object_.subtypes.property, mapping, otherwise=len(targets) - 1),
    )
    return replace(
        definition,
        location=location,
        type=Nullable(union) if isinstance(definition.type, Nullable) else union,
        origin=definition.origin.child("variant"),
        home=location,
        component=False,
    )


def _evidence(subject: Location, definition: Definition) -> Evidence:
    object_ = _subtypes_object(definition)
    assert object_ is not None
    assert object_.subtypes is not None
    values = ", ".join(repr(value) for value, _ in object_.subtypes.mapping)
    return Evidence(
        subject=subject,
        topic="union",
        conclusion=f"what derives from it is told apart by '{object_.subtypes.property}'",
        because=f"its discriminator has these values: {values}",
    )
