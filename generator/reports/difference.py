"""`oasmith diff`: changes as text, JSON or Markdown."""

from typing import Any

from generator.python.markdown import code, inert
from generator.reports.changes import Change, step


def as_json(changes: tuple[Change, ...]) -> dict[str, Any]:
    """Return changes as `diff --format json` prints them; the format is described in ARCHITECTURE.md."""
    return {
        "step": step(changes),
        "changes": [
            {"subject": item.subject, "message": item.message, "breaking": item.breaking} for item in changes
        ],
    }


def as_text(changes: tuple[Change, ...]) -> list[str]:
    """Return changes as lines."""
    lines = [f"{'BREAKING ' if item.breaking else ''}{item.subject} {item.message}" for item in changes]
    return [*lines, _verdict(changes)]


def as_markdown(changes: tuple[Change, ...]) -> list[str]:
    """Return changes as lines of Markdown; names in the document are text in it, whatever they are."""
    lines: list[str] = []
    for title, breaking in (("Breaking", True), ("Compatible", False)):
        found = [item for item in changes if item.breaking is breaking]
        if found:
            lines += [
                f"## {title}",
                "",
                *(f"- {code(item.subject)} {inert(item.message)}" for item in found),
                "",
            ]
    return [*lines, _verdict(changes)]


def _verdict(changes: tuple[Change, ...]) -> str:
    return {
        "none": "No change that a user could see.",
        "minor": "Compatible: a minor version.",
        "major": "Breaking: a major version.",
    }[step(changes)]
