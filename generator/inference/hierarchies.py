"""Objects with subtypes: where one is used, a value may be any of those that derive from it.

The object stays the class that the others inherit from. Beside it stands a union of them all, told apart by
the discriminator; values that it does not know are the object itself. Whatever uses the object uses that
union, but for what inherits from it.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Api, Definition, Discriminator, Object, Reference, Subtypes, Type, Union
from generator.type_tree import map_operation, map_type

# Below the pointer of a schema, the union of it with all that derives from it.
VARIANTS = "x-oasmith-variants"


def spread_subtypes(api: Api) -> Api:
    """Return the API with a union in the place of each object that others derive from."""
    api = replace(api, definitions=_inherited(api.definitions))
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


def _inherited(definitions: Mapping[Location, Definition]) -> Mapping[Location, Definition]:
    """Return definitions in which what derives has those of its base's subtypes that derive from it in turn.

    So a value of a middle class is read as what it is, as a value of the first one is.
    """
    roots = [it for it in definitions.values() if _subtypes(it) is not None]
    if not roots:
        return definitions
    derived: dict[Location, list[Location]] = defaultdict(list)
    for location, definition in definitions.items():
        if isinstance(definition.type, Object) and definition.type.base is not None:
            derived[definition.type.base.target].append(location)
    found: dict[Location, Definition] = {}
    for root in roots:
        subtypes = _subtypes(root)
        for location in _below(root.location, derived):
            type_ = definitions[location].type
            below = _below(location, derived)
            if subtypes is None or not below or not isinstance(type_, Object) or type_.subtypes is not None:
                continue
            own = replace(subtypes, mapping=_of(subtypes.mapping, below), names=_of(subtypes.names, below))
            if own.mapping or own.names:
                found[location] = replace(definitions[location], type=replace(type_, subtypes=own))
    return {**definitions, **found} if found else definitions


def _below(base: Location, derived: Mapping[Location, Sequence[Location]]) -> set[Location]:
    """Return what derives from an object, and what derives from that in turn."""
    found: set[Location] = set()
    waiting = [base]
    while waiting:
        fresh = {item for item in derived.get(waiting.pop(), ()) if item != base} - found
        found |= fresh
        waiting += fresh
    return found


def _of(
    pairs: tuple[tuple[str, Location], ...], targets: AbstractSet[Location]
) -> tuple[tuple[str, Location], ...]:
    return tuple((value, target) for value, target in pairs if target in targets)


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
    default = subtypes.default or definition.location
    targets = [*dict.fromkeys([*(target for _, target in pairs), default, definition.location])]
    discriminator = Discriminator(
        subtypes.property,
        tuple((value, targets.index(target)) for value, target in subtypes.mapping),
        otherwise=(targets.index(default),),
        base=(targets.index(definition.location),),
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
