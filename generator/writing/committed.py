"""What a package as it is calls things, by its manifest: the next one calls them so, too."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from generator.diagnostics import Location
from generator.python.naming import Committed

T = TypeVar("T")


def committed(manifest: Mapping[str, Any], document: str) -> Committed:
    """Return the names of a package.

    Args:
        manifest: its manifest; an empty one where there is no package.
        document: the root document, which places mean that name no file.
    """
    return Committed(
        calls=_by_operation(manifest, lambda item: str(item["call"])),
        leads=_by_operation(manifest, lambda item: tuple(item.get("leads", ()))),
        models=_models(manifest, document),
    )


def _by_operation(manifest: Mapping[str, Any], told: Callable[[Mapping[str, Any]], T]) -> dict[str, T]:
    """Return what is told of operations, by their requests and by ids that only one has."""
    operations = manifest.get("operations", ())
    ids = Counter(item["id"] for item in operations)
    by_id = {item["id"]: told(item) for item in operations if ids[item["id"]] == 1}
    return by_id | {f"{item['method']} {item['path']}": told(item) for item in operations}


def _models(manifest: Mapping[str, Any], document: str) -> dict[Location, str]:
    """Return where the class of each schema was."""
    known = {**manifest.get("inline_models", {}), **manifest.get("models", {})}
    found: dict[Location, str] = {}
    for place, path in known.items():
        file, _, pointer = place.partition("#")
        found[Location(file or document, pointer)] = path
    return found
