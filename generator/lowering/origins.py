"""What is referred to in an operation and not in the components: it is named after that operation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.diagnostics import Location
from generator.ir import Definition, Operation, Origin
from generator.lowering.context import steps_of
from generator.reading.raw import mapping_at, sequence_at, text_at
from generator.words import words

# The paths, one of them, and a request of it.
_DEPTH = 3


def named_after_operations(
    definitions: Mapping[Location, Definition], operations: Iterable[Operation], root: Mapping[str, Any]
) -> dict[Location, Definition]:
    """Return the definitions, those in paths with the origin that they would have where they stand.

    Args:
        definitions: all of them, sorted.
        operations: those that have names.
        root: the document.
    """
    named = {operation.location for operation in operations}
    homes: dict[Location, list[Definition]] = defaultdict(list)
    for definition in definitions.values():
        home, location = definition.home, definition.location
        is_in_paths = home.keys[:1] == ("paths",) and len(home.keys) >= _DEPTH
        is_there = is_in_paths and (home == location or home.holds(location))
        if is_there and not definition.origin.operation and not _is_property(home.keys):
            homes[home].append(definition)
    found = dict(definitions)
    for home, members in homes.items():
        place = Location(home.file).child(*home.keys[:_DEPTH])
        is_named = place in named
        for it in members:
            steps = tuple(_steps(it.location.keys, root))
            origin = Origin(_words(home.keys), steps, operation=is_named)
            outer = min(
                (other.location for other in members if other.location.holds(it.location)), default=None
            )
            found[it.location] = replace(
                it, origin=origin, home=outer or it.location, owner=place if is_named else None
            )
    return found


def _is_property(keys: Sequence[str]) -> bool:
    """Whether what is referred to is a property of a schema, which is a name."""
    return "schema" in keys and "properties" in keys[keys.index("schema") :]


def _words(keys: Sequence[str]) -> str:
    """Return the fixed words of a path, which name what is in a request that is none of the operations."""
    fixed = (part for part in keys[1].split("/") if "{" not in part)
    return " ".join(word for part in fixed for word in words(part)) or keys[2]


def _steps(keys: Sequence[str], root: Mapping[str, Any]) -> Iterator[str]:
    """Yield the steps from an operation, or from a path, down to a schema."""
    below = keys[_DEPTH:] if keys[2] != "parameters" else keys[2:]
    match below:
        case ("requestBody", *rest):
            yield "body"
        case ("responses", status, *rest):
            yield f"response {status}"
        case ("parameters", index, *rest):
            node: Any = root
            for key in keys[: len(keys) - len(rest) - 1]:
                node = mapping_at(node).get(key)
            parameters = sequence_at(node)
            at = int(index) if index.isdecimal() and int(index) < len(parameters) else None
            yield (text_at(mapping_at(parameters[at]).get("name")) if at is not None else "") or "parameter"
        case rest:
            pass
    schema = rest[rest.index("schema") + 1 :] if "schema" in rest else ()
    headers = rest[1:2] if rest[:1] == ["headers"] else ()
    yield from (*headers, *steps_of(tuple("base" if key == "allOf" else key for key in schema)))
