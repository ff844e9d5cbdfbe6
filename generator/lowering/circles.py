"""Definitions that are nothing but themselves: unions and other names that lead back to where they began.

`A: {oneOf: [{$ref: B}, ...]}` with `B: {anyOf: [{$ref: A}, ...]}` says no more than what the two say beside
each other. A way through a list, a map or an object is no such circle.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.diagnostics import Location
from generator.ir import Anything, Never, Null, Nullable, Reference, Type, Union
from generator.lowering.context import Context
from generator.lowering.unions import union
from generator.type_tree import without_null


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
            circle = list(path)
            _cut(here, circle[circle.index(target) :], context)
            path[here] = _targets(here, context)  # it may lead elsewhere now
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


def _cut(here: Location, circle: list[Location], context: Context) -> None:
    """Put in place of the way back what is said on the way, from where it leads to up to here."""
    definition = context.definitions[here]
    context.record("circular-schema", "what leads back to itself says nothing, and is left out", here)
    ways = {Reference(location) for location in circle}
    others = [part for location in circle[:-1] for part in _parts(context.definitions[location].type)]
    parts = [*_parts(definition.type), *others]
    inner = without_null(definition.type)
    discriminator = inner.discriminator if isinstance(inner, Union) else None
    type_ = union([_without(part, ways) for part in parts], discriminator)
    type_ = Anything() if isinstance(type_, Never) else type_
    context.definitions[here] = replace(definition, type=type_)


def _without(type_: Type, ways: set[Reference]) -> Type:
    """Return a type without the ways back, wherever in its unions they are; nothing where it is one."""
    match type_:
        case Reference():
            return Never() if type_ in ways else type_
        case Nullable(inner=inner):
            return union([_without(inner, ways), Null()])
        case Union(variants=variants):
            return union([_without(variant, ways) for variant in variants], type_.discriminator)
        case _:
            return type_


def _parts(type_: Type) -> list[Type]:
    """Return what a type is one of; the variants of a union keep their positions."""
    match type_:
        case Nullable(inner=inner):
            return [*_parts(inner), Null()]
        case Union(variants=variants):
            return list(variants)
        case _:
            return [type_]
