"""Where things stood in the document of a package, as far as its contract says it."""

from collections.abc import Mapping

from generator.contract.records import Contract, Where
from generator.diagnostics import Location
from generator.reading.kinds import METHODS


def places_of(contract: Contract, document: str) -> Mapping[Where, Location]:
    """Return where operations and models stood; on which lines nobody knows any more.

    Args:
        contract: the contract of a package on the disk.
        document: the root document, which places mean that name no file.
    """
    found: dict[Where, Location] = {}
    for request in contract.operations:
        method, _, path = request.partition(" ")
        item = Location(document).child("paths", path)
        is_plain = method.lower() in METHODS
        found["operations", request] = (
            item.child(method.lower()) if is_plain else item.child("additionalOperations", method)
        )
    for name, model in contract.models.items():
        file, _, pointer = model["pointer"].rpartition("#")
        found["models", name] = Location(file or document, pointer)
    return found
