"""Names of models that the package as it is has, and who of the document's schemas keeps one.

A schema keeps its name by its JSON pointer, and so does a class that it shares with its copies. Variants are
counted by pointers; of them a name is kept only where no other variant is the one that it was made for.
A class that copies share may be called as each of them may: which is nearest changes with the document.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from generator.diagnostics import Location
from generator.ir import Definition
from generator.python.identifiers import is_plain
from generator.python.naming.records import ModelName
from generator.python.naming.reserved import BUILTIN_CLASSES, CLASSES
from generator.type_graph import in_circles

# Keywords whose schemas are counted and not named.
COUNTED = frozenset({"oneOf", "anyOf", "allOf"})


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
    claims = _claims(definitions.values(), forms_of)
    found: dict[Location, ModelName] = {}
    taken = {*CLASSES}
    circles = in_circles(definitions)
    for location, definition in sorted(definitions.items()):
        for standing in (definition, *definition.copies):
            name = _read(committed.get(standing.location, ""))
            if name is None or name.name in taken:
                continue
            if (
                name.name in BUILTIN_CLASSES and location in circles
            ):  # which are read late, where it is built in
                continue
            if _is_of_another(standing, name.name, claims) and name.name not in forms_of(standing):
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


def _is_of_another(standing: Definition, name: str, claims: Mapping[Location, set[str]]) -> bool:
    return any(name in claims.get(above, ()) for above in _counting(standing.location))


def _counting(location: Location) -> Iterator[Location]:
    """Yield the places above a schema whose schemas are counted."""
    tokens = location.pointer.split("/")
    for depth, token in enumerate(tokens[:-1], start=1):
        if token in COUNTED and tokens[depth].isdecimal():
            yield Location(location.file, "/".join(tokens[:depth]))
