"""`oasmith inspect`: what of a document is honoured, approximated or ignored, each with its place."""

from typing import Any

from generator.diagnostics import Position
from generator.ir import Entry
from generator.pipeline import Understood
from generator.reports import near

# Of the nodes that an action of an overlay changed, so many are shown.
MOST_NODES = 3


def as_json(understood: Understood) -> dict[str, Any]:
    """Return the ledger as `inspect --format json` prints it; the format is described in ARCHITECTURE.md."""
    api = understood.api
    places = positions(understood, api.ledger)
    found: dict[str, Any] = {
        "document": api.document,
        "title": api.title,
        "counts": counts(understood),
        "entries": [
            {
                "kind": entry.kind,
                "code": entry.code,
                "message": entry.message,
                "file": entry.location.file,
                "pointer": entry.location.pointer,
                "line": places[entry].line,
                "column": places[entry].column,
            }
            for entry in api.ledger
        ],
    }
    if understood.deeds:
        lines = understood.references.positions(deed.location for deed in understood.deeds)
        found["overlays"] = [
            {
                "did": deed.did,
                "nodes": list(deed.nodes),
                "description": deed.description,
                "file": deed.location.file,
                "pointer": deed.location.pointer,
                "line": lines[deed.location].line,
                "column": lines[deed.location].column,
            }
            for deed in understood.deeds
        ]
    if api.near_misses:
        found["near_misses"] = [
            {
                "operation": f"{operation.method} {operation.path}",
                "id": operation.operation_id,
                "message": near.in_words(miss),
                "missing": list(miss.missing),
                "settings": near.settings_of(miss.pagination),
                "file": miss.subject.file,
                "pointer": miss.subject.pointer,
            }
            for operation, miss in near.near_misses(understood)
        ]
    return found


def counts(understood: Understood) -> dict[str, int]:
    """Return how much there is, and how much of it is not fully honoured."""
    api = understood.api
    return {
        "operations": len(api.operations),
        "models": len(api.definitions),
        "honoured": api.honoured,
        "approximated": sum(entry.kind == "approximated" for entry in api.ledger),
        "ignored": sum(entry.kind == "ignored" for entry in api.ledger),
    }


def as_text(understood: Understood) -> list[str]:
    """Return the ledger as lines: the counts, then each entry with its place."""
    numbers = counts(understood)
    sizes = f"{numbers['operations']} operations, {numbers['models']} models"
    honesty = ", ".join(f"{numbers[kind]} {kind}" for kind in ("honoured", "approximated", "ignored"))
    places = positions(understood, understood.api.ledger)
    entries = [_line(entry, places[entry]) for entry in understood.api.ledger]
    first = f"{understood.api.document}: {sizes}; {honesty}"
    return [first, *entries, *_near_misses(understood), *_deeds(understood)]


def _deeds(understood: Understood) -> list[str]:
    """Return a line for each action of an overlay: what it did, to which nodes, and why."""
    places = understood.references.positions(deed.location for deed in understood.deeds)
    lines: list[str] = []
    for deed in understood.deeds:
        place = places[deed.location]
        more = f" and {len(deed.nodes) - MOST_NODES} more" if len(deed.nodes) > MOST_NODES else ""
        nodes = ", ".join(f"#{node}" for node in deed.nodes[:MOST_NODES])
        why = " ".join(deed.description.split())
        line = f"{deed.location.file}:{place.line}:{place.column}: overlay: {deed.did} {nodes}{more}"
        lines.append(f"{line}: {why}" if why else line)
    return lines


def _near_misses(understood: Understood) -> list[str]:
    """Return two lines for each near miss of pages: what is missing, and what settles it."""
    lines: list[str] = []
    for operation, miss in near.near_misses(understood):
        place = understood.references.documents[miss.subject.file].position(miss.subject.pointer)
        where = f"{miss.subject.file}:{place.line}:{place.column}"
        lines += [f"{where}: near-miss[pagination]: {near.in_words(miss)}"]
        lines += [f"    pagination: {near.settings_line(operation, miss)}"]
    return lines


def _line(entry: Entry, place: Position) -> str:
    where = f"{entry.location.file}:{place.line}:{place.column}"
    return f"{where}: {entry.kind}[{entry.code}]: {entry.message}"


def positions(understood: Understood, entries: tuple[Entry, ...]) -> dict[Entry, Position]:
    """Return the place of each entry; every file is read once more for all of its entries."""
    documents = understood.references.documents
    found: dict[Entry, Position] = {}
    for file in {entry.location.file for entry in entries}:
        here = [entry for entry in entries if entry.location.file == file]
        places = documents[file].positions(entry.location.pointer for entry in here)
        found |= {entry: places[entry.location.pointer] for entry in here}
    return found
