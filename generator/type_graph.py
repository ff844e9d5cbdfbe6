"""Which models refer to each other in circles, and in which order a module states them."""

from collections.abc import Mapping
from graphlib import TopologicalSorter

from generator.circles import strongly_connected
from generator.diagnostics import Location
from generator.ir import Definition
from generator.type_tree import references_of


def components_of(definitions: Mapping[Location, Definition]) -> tuple[frozenset[Location], ...]:
    """Return the homes that must share a module, as sets: those that refer to each other in a circle."""
    edges: dict[Location, set[Location]] = {}
    for definition in definitions.values():
        targets = edges.setdefault(definition.home, set())
        for target in references_of(definition.type):
            home = definitions[target].home
            if home != definition.home:
                targets.add(home)
    groups = (frozenset(group) for group in strongly_connected(edges) if len(group) > 1)
    return tuple(sorted(groups, key=min))


def in_circles(definitions: Mapping[Location, Definition]) -> frozenset[Location]:
    """Return the definitions that refer to each other in circles; one that refers to itself alone is none."""
    edges = {location: references_of(definition.type) for location, definition in definitions.items()}
    groups = strongly_connected(edges)
    return frozenset(location for group in groups if len(group) > 1 for location in group)


def in_order(needs: Mapping[Location, set[Location]]) -> list[Location]:
    """Return the keys so that each comes after what it needs, otherwise sorted."""
    sorter = TopologicalSorter({key: sorted(needs[key] & needs.keys()) for key in sorted(needs)})
    sorter.prepare()
    ordered: list[Location] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        ordered += ready
        sorter.done(*ready)
    return ordered
