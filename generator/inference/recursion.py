"""Unions that hold themselves, in more than one of their variants.

Trying each variant would take twice the time with each level of the data, so that few bytes of a server would
keep a client busy for hours. Where no property tells the variants apart, the names of their properties do.
"""

from collections.abc import Mapping
from dataclasses import replace

from generator.circles import strongly_connected
from generator.diagnostics import Location
from generator.ir import (
    Definition,
    Evidence,
    Nullable,
    Object,
    Type,
    Union,
    deref,
    references_of,
    without_null,
)


def tell_recursive_unions(
    definitions: Mapping[Location, Definition], evidence: list[Evidence]
) -> dict[Location, Definition]:
    """Return the definitions; unions that hold themselves twice are told apart by names.

    Args:
        definitions: what there is.
        evidence: why it is so; it grows.
    """
    edges = {location: references_of(definition.type) for location, definition in definitions.items()}
    circles = {location: group for group in map(frozenset, strongly_connected(edges)) for location in group}
    told = dict(definitions)
    for location, definition in definitions.items():
        union = without_null(definition.type)
        if isinstance(union, Union) and _is_tried(union, circles[location], definitions):
            by_names = replace(union, by_names=True)
            type_ = Nullable(by_names) if isinstance(definition.type, Nullable) else by_names
            told[location] = replace(definition, type=type_)
            evidence.append(_explained(location))
    return told


def _is_tried(union: Union, circle: frozenset[Location], definitions: Mapping[Location, Definition]) -> bool:
    """Tell whether several objects of a union lead back to it, with nothing that tells them apart."""
    if union.discriminator is not None:
        return False
    objects = [variant for variant in union.variants if _is_object(variant, definitions)]
    return sum(bool(references_of(variant) & circle) for variant in objects) > 1


def _is_object(variant: Type, definitions: Mapping[Location, Definition]) -> bool:
    return isinstance(without_null(deref(variant, definitions)), Object)


def _explained(location: Location) -> Evidence:
    return Evidence(
        subject=location,
        topic="union",
        conclusion="its variants are told apart by the names of their properties",
        because="it holds itself, and to try each of them would take twice the time with each level",
    )
