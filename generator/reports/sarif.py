"""Changes as SARIF 2.1.0, which code scanning and editors show beside the lines of documents."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from generator.contract.records import Change
from generator.contract.severity import RULES
from generator.diagnostics import Location, Position
from generator.reading.files import is_url
from generator.reading.sources import PIPED
from generator.writing.manifest import VERSION

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(
    changes: Iterable[Change],
    places: Mapping[Location, Position],
    causes: Iterable[str] = (),
    *,
    paths: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return changes as one run: what breaks is an error, all else a note; rules have their reasons.

    Args:
        changes: of one or several packages.
        places: on which lines of documents they are.
        causes: why packages are out of date, which no line of a document says.
        paths: the files that other revisions of them are of, where lines are others.
    """
    found = list(changes)
    rules = sorted({item.id for item in found})
    driver = {
        "name": "oasmith",
        "semanticVersion": VERSION,
        "rules": [{"id": rule, "shortDescription": {"text": RULES[rule].reason}} for rule in rules],
    }
    results = [_result(item, rules.index(item.id), places, paths or {}) for item in found]
    notes = [{"level": "warning", "message": {"text": cause}} for cause in causes]
    invocation = {"executionSuccessful": True, "toolExecutionNotifications": notes}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [{**run, **({"invocations": [invocation]} if notes else {})}],
    }


def _result(
    change: Change, rule: int, places: Mapping[Location, Position], paths: Mapping[str, str]
) -> dict[str, Any]:
    location = change.new_place or change.old_place
    return {
        "ruleId": change.id,
        "ruleIndex": rule,
        "level": "error" if change.breaking else "note",
        "message": {"text": f"{change.subject} {change.message}"},
        "locations": [] if location is None else [_location(location, places.get(location), paths)],
    }


def _location(location: Location, position: Position | None, paths: Mapping[str, str]) -> dict[str, Any]:
    told: dict[str, Any] = {"logicalLocations": [{"fullyQualifiedName": location.pointer}]}
    if location.file == PIPED:
        return told
    file = paths.get(location.file, location.file)
    found: dict[str, Any] = {"artifactLocation": {"uri": file if is_url(file) else quote(file)}}
    if position is not None and location.file not in paths:
        found["region"] = {"startLine": position.line, "startColumn": position.column}
    return {"physicalLocation": found, **told}
