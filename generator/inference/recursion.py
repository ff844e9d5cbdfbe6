"""Unions that hold themselves, in more than one of their variants.

Trying each variant would take twice the time with each level of the data, so that few bytes of a server would
keep a client busy for hours. Where no property tells objects apart, the names of their properties do. Nothing
tells lists of such unions apart, nor maps from objects: what is in these is any value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.circles import strongly_connected
from generator.diagnostics import Location
from generator.ir import (
    Anything,
    Array,
    Definition,
    Entry,
    Evidence,
    Map,
    Object,
    Reference,
    Tuple,
    Type,
    Union,
)
from generator.records import dataclass
from generator.type_tree import deref, map_type, references_of, without_null


def tell_recursive_unions(
    definitions: Mapping[Location, Definition], evidence: list[Evidence], ledger: list[Entry]
) -> dict[Location, Definition]:
    """Return the definitions; unions that hold themselves twice are told apart by names, or loosened.

    Args:
        definitions: what there is.
        evidence: why it is so; it grows.
        ledger: what is wider than the document has it; it grows.
    """
    edges = {location: references_of(definition.type) for location, definition in definitions.items()}
    told = dict(definitions)
    for circle in map(frozenset, strongly_connected(edges)):
        for location in circle:
            if edges[location] & circle:
                told[location] = _told(definitions[location], circle, definitions, evidence, ledger)
    return told


def _told(
    definition: Definition,
    circle: frozenset[Location],
    definitions: Mapping[Location, Definition],
    evidence: list[Evidence],
    ledger: list[Entry],
) -> Definition:
    """Return a definition of a circle whose unions are told apart, those inside its parts as well."""

    def told(type_: Type) -> Type:
        if not isinstance(type_, Union) or type_.discriminator is not None:
            return type_
        tried = _tried(type_, circle, definitions)
        if tried.by_nothing:
            type_ = _loosened(type_, circle, definitions)
            ledger.append(_loose(definition.location))
        # What only has others' objects leaves it to these.
        if tried.objects > 1 and any(_is_object(item, definitions) for item in type_.variants):
            evidence.append(_explained(definition.location))
            return replace(type_, by_names=True)
        return type_

    return replace(definition, type=map_type(definition.type, told))


def _is_object(type_: Type, definitions: Mapping[Location, Definition]) -> bool:
    return isinstance(without_null(deref(type_, definitions)), Object)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tried:
    """How many variants of each kind lead back to their union."""

    objects: int
    arrays: int
    maps: int

    @property
    def by_nothing(self) -> bool:
        """Whether some of them cannot be told apart."""
        return self.arrays > 1 or (self.maps > 0 and self.maps + self.objects > 1)


def _tried(union: Union, circle: frozenset[Location], definitions: Mapping[Location, Definition]) -> _Tried:
    kinds = [
        without_null(deref(variant, definitions))
        for variant in _flat(union, circle, definitions)
        if references_of(variant) & circle
    ]
    return _Tried(
        objects=sum(isinstance(kind, Object) for kind in kinds),
        arrays=sum(isinstance(kind, Array | Tuple) for kind in kinds),
        maps=sum(isinstance(kind, Map) for kind in kinds),
    )


def _flat(
    union: Union, circle: frozenset[Location], definitions: Mapping[Location, Definition]
) -> Iterator[Type]:
    """Yield the variants of a union, and of the unions among these that hold it."""
    waiting, seen = [*reversed(union.variants)], set[Location]()
    while waiting:
        variant = waiting.pop()
        target = variant.target if isinstance(variant, Reference) else None
        meant = without_null(deref(variant, definitions))
        if target is None or target not in circle or not isinstance(meant, Union):
            yield variant
        elif target not in seen:
            seen.add(target)
            waiting += reversed(meant.variants)


def _loosened(union: Union, circle: frozenset[Location], definitions: Mapping[Location, Definition]) -> Union:
    """Return a union whose lists and maps that lead back to it hold any value."""
    loose: dict[Type, None] = {}
    for variant in _flat(union, circle, definitions):
        meant = without_null(deref(variant, definitions))
        if references_of(variant) & circle and isinstance(meant, Array | Tuple):
            loose[Array(Anything())] = None
        elif references_of(variant) & circle and isinstance(meant, Map):
            loose[Map(Anything())] = None
        else:
            loose[variant] = None
    return replace(union, variants=tuple(loose))


def _explained(location: Location) -> Evidence:
    return Evidence(
        subject=location,
        topic="union",
        conclusion="its variants are told apart by the names of their properties",
        because="it holds itself, and to try each of them would take twice the time with each level",
    )


def _loose(location: Location) -> Entry:
    message = (
        "several variants hold this union again, and nothing tells them apart: what is in its lists and maps "
        "is any value, for to try each variant would take twice the time with each level"
    )
    return Entry(kind="approximated", code="recursive-union", message=message, location=location)
