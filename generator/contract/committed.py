"""What a package as it is calls things, by its manifest and contract: the next one calls them so, too."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from generator.contract.moved import Former, relocated
from generator.contract.records import Contract
from generator.diagnostics import Location
from generator.ir import Operation
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


def committed(before: Before | None, document: str, operations: Sequence[Operation]) -> Committed:
    """Return the names of a package, none where there is no package.

    Args:
        before: the package.
        document: the root document, which places mean that name no file.
        operations: those that there are now: what is told of them is told by their requests and places.
    """
    if before is None:
        return Committed()
    former = Former(before.manifest.get("operations", ()), operations)
    pairs = [(item, known) for item in operations if (known := former.of(item)) is not None]
    contract = before.contract
    models: Mapping[str, Mapping[str, Any]] = contract.models if contract is not None else {}
    client: Mapping[str, Any] = contract.client if contract is not None else {}
    return Committed(
        calls=_by_request(pairs, lambda item: str(item["call"])),
        leads=_by_request(pairs, lambda item: tuple(item.get("leads", ()))),
        arguments=_by_request(pairs, _arguments),
        models=relocated(_models(before.manifest, document), pairs, document),
        copies=_copies(before.manifest, document),
        fields={name: _fields(model["fields"]) for name, model in models.items() if "fields" in model},
        members={name: _members(model["members"]) for name, model in models.items() if "members" in model},
        credentials=_credentials(client.get("schemes", {})),
        client_parameters={str(key): name for name, key in client.get("parameters", {}).items()},
        variables={str(key): name for name, key in client.get("server_arguments", {}).items()},
    )


def _by_request(
    pairs: Iterable[tuple[Operation, Mapping[str, Any]]], told: Callable[[Mapping[str, Any]], T]
) -> dict[str, T]:
    """Return what a manifest tells of operations, by their requests now."""
    return {f"{operation.method} {operation.path}": told(item) for operation, item in pairs}


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


def _copies(manifest: Mapping[str, Any], document: str) -> frozenset[Location]:
    """Return the places of what shares the class of another schema."""
    return frozenset(
        _location(place, document) for found in manifest.get("copies", {}).values() for place in found
    )


def _location(place: str, document: str) -> Location:
    file, _, pointer = place.partition("#")
    return Location(file or document, pointer)


def _fields(fields: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {wire: str(item["name"]) for wire, item in fields.items()}


def _members(members: Mapping[str, Any]) -> dict[str, str]:
    return {str(value): name for name, value in members.items()}


def _credentials(schemes: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    return {key: str(item["argument"]) for key, item in schemes.items() if "argument" in item}
