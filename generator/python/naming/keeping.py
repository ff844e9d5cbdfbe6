"""Names of models that the package as it is has, and who of the document's schemas keeps one.

A schema keeps its name by its JSON pointer, and so does a class that it shares with its copies. Variants and
parameters are counted by pointers; of them a name is kept only where no other is the one that it was made
for, and none had a name that was made for this one. Parameters have names of their own: they keep a name that
they may have now.
A class that copies share may be called as each of them may: which is nearest changes with the document. That
of an answer stays where another response describes its status, `4XX` what `404` did.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from generator.diagnostics import Location
from generator.ir import Definition
from generator.python.identifiers import is_plain
from generator.python.naming.records import ModelName
from generator.python.naming.reserved import BUILTIN_CLASSES, CLASSES
from generator.type_graph import in_circles

PARAMETERS = "parameters"
_STATUS = re.compile(r"/responses/([1-5](?:[0-9]{2}|XX|xx)|default)(?=/)")
# Keywords whose schemas, or what these stand in, are counted and not named.
COUNTED = frozenset({"oneOf", "anyOf", "allOf", PARAMETERS})


def kept_names(
    definitions: Mapping[Location, Definition],
    committed: Mapping[Location, str],
    forms_of: Callable[[Definition], Collection[str]],
) -> dict[Location, ModelName]:
    """Return the names that definitions have had, no class twice.

    Args:
        definitions: what there is now.
        committed: where each schema's class was: `models.pet.Pet`.
        forms_of: what one may be called now.
    """
    if not committed:
        return {}
    committed = {**_described_otherwise(definitions.values(), committed), **committed}
    claims = _claims(definitions.values(), forms_of)
    former = _former(committed)
    found: dict[Location, ModelName] = {}
    taken = {*CLASSES}
    circles = in_circles(definitions)
    for location, definition in sorted(definitions.items()):
        for standing in (definition, *definition.copies):
            name = _read(committed.get(standing.location, ""))
            if name is None or name.name in taken:
                continue
            # What refers to itself is read late, where a class that is built in comes first.
            if name.name in BUILTIN_CLASSES and location in circles:
                continue
            own = forms_of(standing)
            is_unsure = _is_of_parameter(standing) or _is_of_another(standing, name.name, claims)
            if name.name not in own and (is_unsure or _has_moved(standing, own, former)):
                continue
            found[location] = name
            taken.add(name.name)
            break
    return found


def _read(path: str) -> ModelName | None:
    """Return what a path of a manifest names; None where it is none that a package may have."""
    parts = path.split(".")
    if len(parts) != 3 or not all(map(is_plain, parts)):  # noqa: PLR2004 - models, the module, the class
        return None
    return ModelName(parts[2], parts[1])


def _described_otherwise(
    definitions: Iterable[Definition], committed: Mapping[Location, str]
) -> dict[Location, str]:
    """Return what was called how of answers whose statuses another response describes now."""
    standing = {it.location for definition in definitions for it in (definition, *definition.copies)}
    gone: dict[Location, set[tuple[str, str]]] = {}
    for location, path in committed.items():
        if location not in standing and (told := _status_of(location)) is not None:
            gone.setdefault(told[0], set()).add((told[1], path))
    found: dict[Location, str] = {}
    for location in standing - committed.keys() if gone else ():
        status_and_rest = _status_of(location)
        if status_and_rest is not None:
            rest, status = status_and_rest
            paths = {path for former, path in gone.get(rest, ()) if _describes(status, former)}
            if len(paths) == 1:
                found[location] = paths.pop()
    return found


def _status_of(location: Location) -> tuple[Location, str] | None:
    """Return where something is in an answer, its status left out, and that; None where it is in none."""
    place = _STATUS.search(location.pointer)
    if place is None:
        return None
    rest = f"{location.pointer[: place.start(1)]}{location.pointer[place.end(1) :]}"
    return Location(location.file, rest), place[1]


def _describes(status: str, other: str) -> bool:
    """Tell whether one of two responses describes the status of the other one, or the other way round."""
    ranges = {f"{item[0]}XX" for item in (status, other)}
    return "default" in (status, other) or (
        len(ranges) == 1 and bool(ranges & {status.upper(), other.upper()})
    )


def _claims(
    definitions: Iterable[Definition], forms_of: Callable[[Definition], Collection[str]]
) -> dict[Location, set[str]]:
    """Return what may be called how below each place whose schemas are counted."""
    claims: dict[Location, set[str]] = {}
    for definition in definitions:
        for standing in (definition, *definition.copies):
            if places := [*_counting(standing.location)]:
                names = forms_of(standing)
                for place in places:
                    claims.setdefault(place, set()).update(names)
    return claims


def _former(committed: Mapping[Location, str]) -> dict[Location, set[str]]:
    """Return what was called how below each place whose schemas are counted."""
    found: dict[Location, set[str]] = {}
    for location, path in committed.items():
        for place in _counting(location):
            found.setdefault(place, set()).add(path.rpartition(".")[2])
    return found


def _has_moved(standing: Definition, own: Collection[str], former: Mapping[Location, set[str]]) -> bool:
    """Tell whether another of the places that are counted had a name that this one may have."""
    return any(not former.get(place, set()).isdisjoint(own) for place in _counting(standing.location))


def _is_of_another(standing: Definition, name: str, claims: Mapping[Location, set[str]]) -> bool:
    return any(name in claims.get(above, ()) for above in _counting(standing.location))


def _is_of_parameter(standing: Definition) -> bool:
    """Tell whether a schema is that of a parameter in a list of them, or in one."""
    keys = standing.location.keys
    return not standing.component and any(
        key == PARAMETERS and after.isdecimal() for key, after in pairwise(keys)
    )


def _counting(location: Location) -> Iterator[Location]:
    """Yield the places above a schema whose schemas are counted."""
    tokens = location.pointer.split("/")
    for depth, token in enumerate(tokens[:-1], start=1):
        if token in COUNTED and tokens[depth].isdecimal():
            yield Location(location.file, "/".join(tokens[:depth]))
