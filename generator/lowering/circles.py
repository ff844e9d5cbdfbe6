"""Definitions that are nothing but themselves: unions and other names that lead back to where they began.

`A: {oneOf: [{$ref: B}, ...]}` with `B: {anyOf: [{$ref: A}, ...]}` says no more than the variants that are left
when the way back is taken out. A way through a list, a map or an object is no such circle.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Anything, Definition, Never, Nullable, Reference, Type, Union
from generator.lowering.context import Context
from generator.lowering.unions import union


def break_circles(context: Context) -> None:
    """Take the ways back out of all definitions; each is entered in the ledger."""
    done: set[Location] = set()
    for start in sorted(context.definitions):
        if start not in done:
            _break_from(start, done, context)


def _break_from(start: Location, done: set[Location], context: Context) -> None:
    """Walk down from a definition, without recursion, for names may lead on thousands of times."""
    path = {start: _targets(start, context)}
    while path:
        here, targets = next(reversed(path.items()))
        target = next(targets, None)
        if target is None:
            path.popitem()
            done.add(here)
        elif target in path:
            _cut(context.definitions[here], target, context)
        elif target not in done and target in context.definitions:
            path[target] = _targets(target, context)


def _targets(location: Location, context: Context) -> Iterator[Location]:
    return iter(sorted(_named(context.definitions[location].type)))


def _named(type_: Type) -> set[Location]:
    """Return the definitions that a type is, or may be, without anything around them."""
    match type_:
        case Reference(target=target):
            return {target}
        case Nullable(inner=inner):
            return _named(inner)
        case Union(variants=variants):
            return {location for variant in variants for location in _named(variant)}
        case _:
            return set()


def _cut(definition: Definition, target: Location, context: Context) -> None:
    message = "what leads back to itself says nothing, and is left out"
    context.record("circular-schema", message, definition.location)
    type_ = _without(definition.type, target)
    type_ = Anything() if isinstance(type_, Never) else type_
    context.definitions[definition.location] = replace(definition, type=type_)


def _without(type_: Type, target: Location) -> Type:
    match type_:
        case Reference(target=found) if found == target:
            return Never()
        case Nullable(inner=inner):
            return union([Nullable(_without(inner, target))])
        case Union(variants=variants, discriminator=discriminator):
            return union([_without(variant, target) for variant in variants], discriminator)
        case _:
            return type_
