"""Names of models that the package as it is has, and who of the document's schemas keeps one.

A schema keeps its name by its JSON pointer, and so does a class that it shares with its copies. Variants and
parameters are counted by pointers; of them a name is kept only where no other is the one that it was made
for, and none had a name that was made for this one. Parameters have names of their own: they keep a name that
they may have now.
A class that copies share may be called as each of them may: which is nearest changes with the document. That
of an answer stays where another response describes its status, `4XX` what `404` did, or where another status
means success; and that of a body or an answer where its media type is written otherwise, or is other JSON.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from generator.diagnostics import Location, unescape
from generator.ir import Definition
from generator.media import essence_of, is_json
from generator.python.identifiers import is_plain
from generator.python.naming.records import ModelName
from generator.python.naming.reserved import BUILTIN_CLASSES, CLASSES
from generator.type_graph import in_circles

PARAMETERS = "parameters"
_STATUS = re.compile(r"/responses/([1-5](?:[0-9]{2}|XX|xx)|default)(?=/)")
_MEDIA_TYPE = re.compile(r"/content/([^/]+)(?=/)")
# Keywords whose schemas, or what these stand in, are counted and not named.
COUNTED = frozenset({"oneOf", "anyOf", "allOf", PARAMETERS})


def kept_names(
    definitions: Mapping[Location, Definition],
    committed: Mapping[Location, str],
    forms_of: Callable[[Definition], Collection[str]],
    copies: Collection[Location] = (),
) -> dict[Location, ModelName]:
    """Return the names that definitions have had, no class twice.

    Args:
        definitions: what there is now.
        committed: where each schema's class was: `models.pet.Pet`.
        forms_of: what one may be called now.
        copies: places of classes that stood elsewhere, where these names are before they are here.
    """
    if not committed:
        return {}
    committed = {**_described_otherwise(definitions.values(), committed), **committed}
    claims = _claims(definitions.values(), forms_of)
    former = _former(committed)
    found: dict[Location, ModelName] = {}
    taken = {*CLASSES}
    circles = in_circles(definitions)
    stood = committed.keys() - {*copies}
    for location, definition in sorted(
        definitions.items(), key=lambda item: (_is_newcomer(item[1], stood), item[0])
    ):
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


def _is_newcomer(definition: Definition, stood: Collection[Location]) -> bool:
    """Tell whether a class stands where none stood, and comes behind those that do."""
    return not any(it.location in stood for it in (definition, *definition.copies))


def _read(path: str) -> ModelName | None:
    """Return what a path of a manifest names; None where it is none that a package may have."""
    parts = path.split(".")
    if len(parts) != 3 or not all(map(is_plain, parts)):  # noqa: PLR2004 - models, the module, the class
        return None
    return ModelName(parts[2], parts[1])


def _described_otherwise(
    definitions: Iterable[Definition], committed: Mapping[Location, str]
) -> dict[Location, str]:
    """Return what was called how of bodies and answers whose statuses or media types are others now."""
    standing = {it.location for definition in definitions for it in (definition, *definition.copies)}
    gone: dict[Location, set[tuple[str, str, str]]] = {}
    for location, path in committed.items():
        if location not in standing and (told := _content_of(location)) is not None:
            gone.setdefault(told[0], set()).add((*told[1:], path))
    found: dict[Location, str] = {}
    for location in standing - committed.keys() if gone else ():
        told = _content_of(location)
        if told is not None:
            rest, status, media_type = told
            paths = {
                path
                for former, other, path in gone.get(rest, ())
                if _describes(status, former) and _is_alike(media_type, other)
            }
            if len(paths) == 1:
                found[location] = paths.pop()
    return found


def _content_of(location: Location) -> tuple[Location, str, str] | None:
    """Return where something is in a body or an answer, without its status and media type, and these two.

    None where it is in neither; what has one of them alone has no text for the other.
    """
    rest, said = location.pointer, ["", ""]
    for place, pattern in enumerate((_STATUS, _MEDIA_TYPE)):
        if found := pattern.search(rest):
            rest, said[place] = f"{rest[: found.start(1)]}{rest[found.end(1) :]}", unescape(found[1])
    return (Location(location.file, rest), said[0], said[1]) if any(said) else None


def _describes(status: str, other: str) -> bool:
    """Tell whether one of two responses describes the status of the other one, or both mean success."""
    if status == other:
        return True
    ranges = {f"{item[:1]}XX" for item in (status, other)}
    return "default" in (status, other) or (
        len(ranges) == 1 and bool((ranges & {status.upper(), other.upper()}) or ranges == {"2XX"})
    )


def _is_alike(media_type: str, other: str) -> bool:
    """Tell whether two media types are one, whatever their parameters, or JSON both of them."""
    return essence_of(media_type) == essence_of(other) or (is_json(media_type) and is_json(other))


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
