"""Null, said where a type is used: what a definition is called never holds null itself.

A schema that allows null is nullable wherever it is referred to, and so is another name for it, or a union
with it. Its class, enum or union is one of the values without null, and whoever uses it says `| None`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Api, Definition, Nullable, Reference, Type, Union
from generator.type_tree import map_operation, map_type, with_type, without_null


def hoist_nulls(api: Api) -> Api:
    """Return the API with null outside of all definitions."""
    found = _nullable(api.definitions)
    if not found:
        return api
    hoist = _hoisting(found)
    return replace(
        api,
        definitions={
            location: with_type(definition, without_null(map_type(definition.type, hoist)))
            for location, definition in api.definitions.items()
        },
        operations=tuple(map_operation(operation, hoist) for operation in api.operations),
        webhooks=tuple(
            replace(webhook, operation=map_operation(webhook.operation, hoist)) for webhook in api.webhooks
        ),
    )


def _nullable(definitions: Mapping[Location, Definition]) -> set[Location]:
    """Return the definitions that allow null, themselves or by what they are one of."""
    users: dict[Location, list[Location]] = defaultdict(list)
    for location, definition in definitions.items():
        for target in _alternatives(definition.type):
            users[target].append(location)
    waiting = [location for location, found in definitions.items() if isinstance(found.type, Nullable)]
    found: set[Location] = set()
    while waiting:
        location = waiting.pop()
        if location not in found:
            found.add(location)
            waiting += users[location]
    return found


def _alternatives(type_: Type) -> Iterator[Location]:
    """Yield the definitions that a value of a type may be of, with nothing around it."""
    match without_null(type_):
        case Reference(target=target):
            yield target
        case Union(variants=variants):
            for variant in variants:
                yield from _alternatives(variant)
        case _:
            return


def _hoisting(found: set[Location]) -> Callable[[Type], Type]:
    """Return what makes references to definitions nullable, and takes null out of what holds them."""

    def hoist(type_: Type) -> Type:
        match type_:
            case Reference(target=target) if target in found:
                return Nullable(type_)
            case Nullable(inner=Nullable() as inner):
                return inner
            case Union(variants=variants) if any(isinstance(variant, Nullable) for variant in variants):
                return Nullable(replace(type_, variants=tuple(map(without_null, variants))))
            case _:
                return type_

    return hoist
