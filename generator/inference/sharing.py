"""Inline schemas that are copies of each other: one definition for all of them.

Two are copies when they and all that stands below them say the same in every word; examples and places do not
count. Enums are copies when properties of one name have the same members, whatever is written beside them.

What was of one class in the package as it is stays so as long as it is of one shape, and what was of two
stays apart: who mends the wording of a document breaks nobody's imports.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from generator.diagnostics import Location
from generator.ir import Api, Definition, Enum, Object, Reference, Type, Union
from generator.type_tree import map_operation, map_type, references_of, with_type

# What a definition says: its type, its title, its description, and whether it is deprecated; of an enum its
# members, and the property whose values they are.
_Words: TypeAlias = tuple[Type, str, str, bool] | tuple[frozenset[tuple[object, ...]], str, bool]
# What it says without its prose.
_Shape: TypeAlias = tuple[Type | frozenset[tuple[object, ...]], bool]


def share_copies(api: Api, classes: Mapping[Location, str]) -> Api:
    """Return the API with each inline schema once, in the definition that stands nearest to a named one.

    Args:
        api: the document.
        classes: where the class of each schema was.
    """
    chosen = _chosen(api.definitions, classes)
    if not chosen:
        return api
    change = redirecting(chosen)
    copies = _copies(chosen, api.definitions)
    definitions = {
        location: _moved(with_type(definition, map_type(definition.type, change)), copies.get(location, ()))
        for location, definition in api.definitions.items()
        if location not in chosen
    }
    return replace(
        api,
        operations=tuple(map_operation(operation, change) for operation in api.operations),
        webhooks=tuple(
            replace(hook, operation=map_operation(hook.operation, change)) for hook in api.webhooks
        ),
        definitions=_at_home(definitions),
    )


def _chosen(
    definitions: Mapping[Location, Definition], classes: Mapping[Location, str]
) -> dict[Location, Location]:
    """Return the definition that stands for each copy."""
    apart: set[Location] = set()
    while True:
        chosen = _groups(definitions, classes, apart)
        clashes = {
            variant.target
            for definition in definitions.values()
            for union in unions(definition.type)
            for variant in doubles(union, chosen)
        }
        if clashes <= apart:
            return chosen
        apart |= clashes


def _groups(
    definitions: Mapping[Location, Definition], classes: Mapping[Location, str], apart: set[Location]
) -> dict[Location, Location]:
    chosen: dict[Location, Location] = {}
    known: dict[_Words, Location] = {}
    unclaimed: dict[_Words, Location] = {}
    kept: dict[tuple[str, _Shape], Location] = {}
    change = redirecting(chosen)
    # What is nearest comes first among those that are alike; what is below a definition comes before it.
    for location in _from_below(definitions):
        definition = definitions[location]
        if definition.component or location in apart:
            continue
        said, own = _words(definition, change), classes.get(location)
        if own is None:  # what is new is of the first class that says the same
            first = known.get(said)
            unclaimed |= {said: location} if first is None else {}
        else:
            known_as = (own, shape_of(definition, change))
            first = kept.get(known_as) or unclaimed.pop(said, None)
            kept.setdefault(known_as, first or location)
        known.setdefault(said, first or location)
        if first is not None:
            chosen[location] = first
    return chosen


def shape_of(definition: Definition, change: Callable[[Type], Type]) -> _Shape:
    """Return what a definition says without its prose: its type, and whether it is deprecated.

    Args:
        definition: what says it.
        change: what makes references to others those to what stands for them.
    """

    def silent(type_: Type) -> Type:
        type_ = change(type_)
        if not isinstance(type_, Object):
            return type_
        return replace(type_, fields=tuple(replace(it, description="", notes=()) for it in type_.fields))

    if isinstance(definition.type, Enum):
        return _members(definition.type), definition.deprecated
    return map_type(definition.type, silent), definition.deprecated


def _words(definition: Definition, change: Callable[[Type], Type]) -> _Words:
    if isinstance(definition.type, Enum):
        return _members(definition.type), _property(definition), definition.deprecated
    type_ = map_type(definition.type, change)
    return type_, definition.title, definition.description, definition.deprecated


def _members(enum: Enum) -> frozenset[tuple[object, ...]]:
    """Return the members of an enum, in whatever order they are written; 1, 1.0 and True are not the same."""
    names = enum.names or (None,) * len(enum.values)
    return frozenset((type(value), value, name) for value, name in zip(enum.values, names, strict=True))


def _property(definition: Definition) -> str:
    """Return the name of the property or parameter that has a type, be it in a list or one variant of it."""
    keys, origin = definition.location.keys, definition.origin
    for place in range(len(keys) - 2, -1, -1):
        if keys[place] == "properties":
            return keys[place + 1]
    return origin.steps[0] if origin.operation and origin.steps else origin.root


def _from_below(definitions: Mapping[Location, Definition]) -> Iterator[Location]:
    """Yield definitions after those that they refer to, the nearest to a named one first."""
    depths = {location: _distance(definition) for location, definition in definitions.items()}
    done: set[Location] = set()
    for root in sorted(definitions, key=lambda location: (depths[location], location)):
        waiting = [(root, False)]
        while waiting:
            location, is_ready = waiting.pop()
            if is_ready:
                yield location
            elif location not in done:
                done.add(location)
                waiting.append((location, True))
                below = references_of(definitions[location].type) - done
                waiting += [(target, False) for target in sorted(below, reverse=True)]


def _distance(definition: Definition) -> tuple[bool, int]:
    """Return how far a definition stands from what the document names; an operation is farther."""
    return definition.origin.operation, len(definition.origin.steps)


def redirecting(chosen: Mapping[Location, Location]) -> Callable[[Type], Type]:
    """Return what makes references to a schema those to what stands for it."""

    def change(type_: Type) -> Type:
        if isinstance(type_, Reference) and type_.target in chosen:
            return Reference(chosen[type_.target])
        return type_

    return change


def unions(type_: Type) -> Iterator[Union]:
    """Yield the unions in a type."""
    found: list[Union] = []

    def note(inner: Type) -> Type:
        if isinstance(inner, Union):
            found.append(inner)
        return inner

    map_type(type_, note)
    return iter(found)


def doubles(union: Union, chosen: Mapping[Location, Location]) -> Iterator[Reference]:
    """Yield the variants of a union that would be one: its discriminator counts them."""
    targets = [item for item in union.variants if isinstance(item, Reference)]
    standing = [chosen.get(item.target, item.target) for item in targets]
    yield from (item for item, one in zip(targets, standing, strict=True) if standing.count(one) > 1)


def _copies(
    chosen: Mapping[Location, Location], definitions: Mapping[Location, Definition]
) -> dict[Location, tuple[Definition, ...]]:
    """Return the copies of each definition that has any, sorted."""
    found: dict[Location, list[Definition]] = {}
    for copy, location in sorted(chosen.items()):
        found.setdefault(location, []).append(definitions[copy])
    return {location: tuple(copies) for location, copies in found.items()}


def _moved(definition: Definition, copies: tuple[Definition, ...]) -> Definition:
    """Return a definition with its copies, in a module of its own, where these stand in several."""
    if not copies:
        return definition
    if all(copy.home == definition.home for copy in copies):
        return replace(definition, copies=copies)
    return replace(
        definition, copies=copies, home=definition.location, owner=definition.owner or definition.home
    )


def _at_home(definitions: dict[Location, Definition]) -> dict[Location, Definition]:
    """Return definitions, those below one that has moved in its module, unless they have moved themselves."""
    moved = [location for location, it in definitions.items() if it.owner is not None and it.copies]
    for location in sorted(moved):
        home, owner = definitions[location].home, definitions[location].owner
        waiting = [location]
        while waiting:
            for target in references_of(definitions[waiting.pop()].type):
                below = definitions[target]
                if (
                    below.home == owner
                    and not below.component
                    and below.owner is None
                    and location.holds(target)
                ):
                    definitions[target] = replace(below, home=home, owner=owner)
                    waiting.append(target)
    return definitions
