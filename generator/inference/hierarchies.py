"""Objects with subtypes: where one is used, a value may be any of those that derive from it.

The object stays the class that the others inherit from. Beside it stands a union of them all, told apart by
the discriminator; values that it does not know are the object itself. Whatever uses the object uses that
union, but for what inherits from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Api, Definition, Discriminator, Object, Reference, Subtypes, Type, Union
from generator.type_tree import map_operation, map_type

# Below the pointer of a schema, the union of it with all that derives from it.
VARIANTS = "x-oasmith-variants"


def spread_subtypes(api: Api) -> Api:
    """Return the API with a union in the place of each object that others derive from."""
    unions = {
        location: location.child(VARIANTS)
        for location, definition in api.definitions.items()
        if _subtypes(definition) is not None
    }
    if not unions:
        return api
    spread = _spreader(unions | _aliases(unions, api.definitions))
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
    )


def _subtypes(definition: Definition) -> Subtypes | None:
    return definition.type.subtypes if isinstance(definition.type, Object) else None


def _aliases(
    unions: Mapping[Location, Location], definitions: Mapping[Location, Definition]
) -> dict[Location, Location]:
    """Return the unions that other names for objects stand for where they are used."""
    found: dict[Location, Location] = {}
    for location in definitions:
        end = location
        while isinstance(type_ := definitions[end].type, Reference) and type_.target != location:
            end = type_.target
        if end != location and end in unions:
            found[location] = unions[end]
    return found


def _spreader(unions: Mapping[Location, Location]) -> Callable[[Type], Type]:
    def spread(type_: Type) -> Type:
        return Reference(unions.get(type_.target, type_.target)) if isinstance(type_, Reference) else type_

    return spread


def _own_type(type_: Type, spread: Callable[[Type], Type]) -> Type:
    """Return a definition's type with unions inside it; another name for an object stays that."""
    match type_:
        case Reference():
            return type_
        case Object(base=base) if base is not None:
            spread_object = map_type(replace(type_, base=None), spread)
            assert isinstance(spread_object, Object)
            return replace(spread_object, base=base)
        case _:
            return map_type(type_, spread)


def _union(definition: Definition, location: Location) -> Definition:
    subtypes = _subtypes(definition)
    assert subtypes is not None
    pairs = (*subtypes.mapping, *subtypes.names)
    targets = [*dict.fromkeys(target for _, target in pairs), definition.location]
    discriminator = Discriminator(
        subtypes.property,
        tuple((value, targets.index(target)) for value, target in subtypes.mapping),
        otherwise=(len(targets) - 1,),
        names=tuple((name, targets.index(target)) for name, target in subtypes.names),
    )
    return replace(
        definition,
        location=location,
        type=Union(tuple(Reference(target) for target in targets), discriminator),
        origin=definition.origin.child("variant"),
        home=location,
        component=False,
    )
