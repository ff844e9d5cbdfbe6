"""What a package as it is calls things, by its manifest and contract: the next one calls them so, too."""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from generator.contract.records import Contract
from generator.diagnostics import Location
from generator.python.naming import Committed
from generator.python.operations.arguments import ACCEPT, MEDIA_TYPE
from generator.records import dataclass

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """A package whose names are kept.

    Attributes:
        manifest: its manifest.
        contract: its contract; None where nobody can read it, and names inside calls and classes are lost.
    """

    manifest: Mapping[str, Any]
    contract: Contract | None


def committed(before: Before | None, document: str) -> Committed:
    """Return the names of a package, none where there is no package.

    Args:
        before: the package.
        document: the root document, which places mean that name no file.
    """
    if before is None:
        return Committed()
    contract = before.contract
    models: Mapping[str, Mapping[str, Any]] = contract.models if contract is not None else {}
    client: Mapping[str, Any] = contract.client if contract is not None else {}
    return Committed(
        calls=_by_operation(before.manifest, lambda item: str(item["call"])),
        leads=_by_operation(before.manifest, lambda item: tuple(item.get("leads", ()))),
        arguments=_by_operation(before.manifest, _arguments),
        models=_models(before.manifest, document),
        fields={name: _fields(model["fields"]) for name, model in models.items() if "fields" in model},
        members={name: _members(model["members"]) for name, model in models.items() if "members" in model},
        credentials=_credentials(client.get("schemes", {})),
        client_parameters={str(key): name for name, key in client.get("parameters", {}).items()},
        variables={str(key): name for name, key in client.get("server_arguments", {}).items()},
    )


def _by_operation(manifest: Mapping[str, Any], told: Callable[[Mapping[str, Any]], T]) -> dict[str, T]:
    """Return what is told of operations, by their requests and by ids that only one has."""
    operations = manifest.get("operations", ())
    ids = Counter(item["id"] for item in operations)
    by_id = {item["id"]: told(item) for item in operations if ids[item["id"]] == 1}
    return by_id | {f"{item['method']} {item['path']}": told(item) for item in operations}


def _arguments(operation: Mapping[str, Any]) -> dict[str, str]:
    """Return what the arguments of an operation are called, by their places and names on the wire."""
    found = {
        f"{parameter['in']} {wire}": name
        for parameter in operation["parameters"]
        for wire, name in parameter["arguments"].items()
    }
    body: Mapping[str, Any] = operation.get("body") or {}
    accept: Mapping[str, Any] = operation.get("accept") or {}
    for form in (*body.get("other_forms", ()), body):
        for arguments in (form.get("arguments", {}), *form.get("variants", ())):
            found |= {f"body {wire}".rstrip(): name for wire, name in arguments.items()}
    further = {MEDIA_TYPE: body.get("media_type_argument"), ACCEPT: accept.get("argument")}
    return found | {key: name for key, name in further.items() if name is not None}


def _models(manifest: Mapping[str, Any], document: str) -> dict[Location, str]:
    """Return where the class of each schema was."""
    known = {**manifest.get("inline_models", {}), **manifest.get("models", {})}
    copies = manifest.get("copies", {}).items()
    known = {copy: known[place] for place, found in copies if place in known for copy in found} | known
    return {_location(place, document): path for place, path in known.items()}


def _location(place: str, document: str) -> Location:
    file, _, pointer = place.partition("#")
    return Location(file or document, pointer)


def _fields(fields: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {wire: str(item["name"]) for wire, item in fields.items()}


def _members(members: Mapping[str, Any]) -> dict[str, str]:
    return {str(value): name for name, value in members.items()}


def _credentials(schemes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {key: str(item["argument"]) for key, item in schemes.items() if "argument" in item}
