"""Changes of a contract as text, JSON, Markdown or annotations of GitHub."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeAlias

from generator.contract.records import Change, step
from generator.diagnostics import Location, Position
from generator.python.text.markdown import code, inert
from generator.reading.files import is_url
from generator.reading.sources import PIPED

Places: TypeAlias = Mapping[Location, Position]
"""The lines and columns of locations, of those that are known."""


def as_json(changes: tuple[Change, ...], places: Places) -> dict[str, Any]:
    """Return changes as `--format json` prints them; `spec/changes.schema.json` describes it."""
    return {"step": step(changes), "changes": [_as_json(item, places) for item in changes]}


def as_text(changes: tuple[Change, ...], places: Places) -> list[str]:
    """Return changes as lines."""
    return [*change_lines(changes, places), verdict(changes)]


def change_lines(changes: Iterable[Change], places: Places) -> list[str]:
    """Return changes as lines, without a verdict."""
    lines: list[str] = []
    for item in changes:
        mark = "BREAKING " if item.breaking else ""
        lines.append(f"{mark}{item.subject} {item.message} [{item.id}]{_at(item, places)}")
    return lines


def as_markdown(changes: tuple[Change, ...], places: Places) -> list[str]:
    """Return changes as lines of Markdown; names in the document are text in it, whatever they are."""
    lines: list[str] = []
    for title, breaking in (("Breaking", True), ("Compatible", False)):
        found = [item for item in changes if item.breaking is breaking]
        if found:
            lines += [f"## {title}", "", *(_as_item(item, places) for item in found), ""]
    return [*lines, verdict(changes)]


def as_annotations(
    changes: tuple[Change, ...], places: Places, paths: Mapping[str, str] | None = None
) -> list[str]:
    """Return changes as workflow commands, which GitHub shows beside lines: what is gone beside those of old.

    Args:
        changes: what changed.
        places: on which lines that is.
        paths: the files that other revisions of them are of, where lines are others.
    """
    lines: list[str] = []
    known = paths or {}
    for item in changes:
        where = item.new_place or item.old_place
        position = places.get(where) if where is not None and where.file not in known else None
        told = {"title": f"oasmith {item.id}"}
        if where is not None and is_path(where.file):
            told = {"file": known.get(where.file, where.file), **told}
        if position is not None and "file" in told:
            told |= {"line": str(position.line), "col": str(position.column)}
        lines.append(
            annotation("error" if item.breaking else "notice", told, f"{item.subject} {item.message}")
        )
    return lines


def is_path(file: str) -> bool:
    """Tell whether a document is a file, and neither what was piped in nor at a URL."""
    return file != PIPED and not is_url(file)


def annotation(kind: Literal["error", "warning", "notice"], told: Mapping[str, str], message: str) -> str:
    """Return a workflow command of GitHub."""
    options = ",".join(f"{name}={_property(value)}" for name, value in told.items())
    return f"::{kind} {options}::{_data(message)}"


def printed(
    changes: tuple[Change, ...],
    places: Places,
    format_: Literal["text", "markdown", "github"],
    paths: Mapping[str, str],
) -> list[str]:
    """Return changes as lines in one of the formats that are no JSON; `paths` as of `as_annotations`."""
    writers: Mapping[str, Callable[[], list[str]]] = {
        "text": lambda: as_text(changes, places),
        "markdown": lambda: as_markdown(changes, places),
        "github": lambda: as_annotations(changes, places, paths),
    }
    return writers[format_]()


def verdict(changes: tuple[Change, ...]) -> str:
    """Return what changes mean for a version, as a sentence."""
    return {
        "none": "No change that a user could see.",
        "minor": "Compatible: a minor version.",
        "major": "Breaking: a major version.",
    }[step(changes)]


def _as_json(change: Change, places: Places) -> dict[str, Any]:
    return {
        "subject": change.subject,
        "message": change.message,
        "breaking": change.breaking,
        "id": change.id,
        "severity": change.severity,
        "aspect": change.aspect,
        "direction": change.direction,
        "step": change.step,
        "reason": change.reason,
        "old": _place(change.old_place, places),
        "new": _place(change.new_place, places),
    }


def _place(location: Location | None, places: Places) -> dict[str, Any] | None:
    if location is None:
        return None
    position = places.get(location)
    return {
        "file": location.file,
        "pointer": location.pointer,
        "line": position.line if position is not None else None,
        "column": position.column if position is not None else None,
    }


def _at(change: Change, places: Places) -> str:
    location = change.new_place or change.old_place
    position = places.get(location) if location is not None else None
    if location is None or position is None:
        return ""
    return f" ({location.file}:{position.line}:{position.column})"


def _as_item(change: Change, places: Places) -> str:
    why = f"({code(change.id)}: {inert(change.reason)})"
    return f"- {code(change.subject)} {inert(change.message)} {why}{inert(_at(change, places))}"


def _property(value: str) -> str:
    """Return a property of a workflow command as it is escaped there."""
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
