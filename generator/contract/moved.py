"""What a package as it is tells of an operation that stands elsewhere now, and of what stands in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from generator.contract.paths import template
from generator.diagnostics import Location, escape
from generator.ir import Operation

Told: TypeAlias = Mapping[str, Any]
"""What a manifest tells of an operation."""


class Former:
    """The operations of a manifest, by what one of today may be known by.

    Args:
        operations: what the manifest tells of each.
        today: the operations that there are now; what is still requested is no other one.
    """

    def __init__(self, operations: Sequence[Told], today: Iterable[Operation]) -> None:
        self._by_request = {f"{item['method']} {item['path']}": item for item in operations}
        self._by_id = _alone((item["id"], item) for item in operations)
        gone = self._by_request.keys() - {f"{item.method} {item.path}" for item in today}
        self._by_template = _alone((template(request), self._by_request[request]) for request in gone)

    def of(self, operation: Operation) -> Told | None:
        """Return what is told of an operation, by its request, its id, or a path whose names alone differ."""
        request = f"{operation.method} {operation.path}"
        return (
            self._by_request.get(request)
            or self._by_id.get(operation.operation_id or "")
            or self._by_template.get(template(request))
        )


def _alone(pairs: Iterable[tuple[str, Told]]) -> dict[str, Told]:
    """Return what only one operation is known by."""
    found: dict[str, list[Told]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return {key: items[0] for key, items in found.items() if len(items) == 1}


def relocated(
    models: Mapping[Location, str], pairs: Iterable[tuple[Operation, Told]], document: str
) -> Mapping[Location, str]:
    """Return where the class of each schema was, by today's places, too, of what operations have moved.

    Their paths may have other names, and bodies and answers that stood in them may be components.

    Args:
        models: where each class was, by the places of then.
        pairs: operations, and what is told of each.
        document: the root document.
    """
    ways = sorted({way for pair in pairs for way in _ways(*pair, document)})
    if not ways:
        return models
    below: dict[str, list[Location]] = defaultdict(list)
    for place in models:
        if place.file == document and place.pointer.startswith("/paths/"):
            below["/".join(place.pointer.split("/", 4)[:4])].append(place)
    found: dict[Location, set[str]] = defaultdict(set)
    for old, new in ways:
        for place in below["/".join(old.split("/", 4)[:4])]:
            if place.pointer.startswith(f"{old}/"):
                found[Location(new.file, f"{new.pointer}{place.pointer[len(old) :]}")].add(models[place])
    alone = {place: next(iter(paths)) for place, paths in found.items() if len(paths) == 1}
    return {**alone, **models}


def _ways(operation: Operation, told: Told, document: str) -> Iterator[tuple[str, Location]]:
    """Yield where an operation and its parts were, and where they are, of what stands elsewhere now."""
    here = operation.location
    tokens = here.pointer.split("/")
    if here.file != document or tokens[1:3] != ["paths", escape(operation.path)]:
        return
    was = "/".join(["", "paths", escape(told["path"]), told["method"].lower()])
    if len(tokens) == 4 and was != here.pointer:  # noqa: PLR2004 - the document, `paths`, the path, the method
        yield was, here
    parts = [(response.location, f"responses/{response.status}") for response in operation.responses]
    parts += [(operation.body.location, "requestBody")] if operation.body is not None else []
    for place, part in parts:
        if place != here.child(*part.split("/")):
            yield f"{was}/{part}", place
