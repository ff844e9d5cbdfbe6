"""`oasmith diff`: changes as text, JSON or Markdown."""

import json
from typing import Literal

from generator.reports.changes import Change, step


def printed(changes: tuple[Change, ...], form: Literal["text", "json", "markdown"]) -> str:
    """Return changes in the form that was asked for; the JSON one is described in ARCHITECTURE.md."""
    match form:
        case "json":
            return json.dumps(
                {
                    "step": step(changes),
                    "changes": [
                        {"subject": item.subject, "message": item.message, "breaking": item.breaking}
                        for item in changes
                    ],
                },
                indent=2,
                ensure_ascii=False,
            )
        case "markdown":
            return _markdown(changes)
        case "text":
            lines = [
                f"{'BREAKING ' if item.breaking else ''}{item.subject} {item.message}" for item in changes
            ]
            return "\n".join([*lines, _verdict(changes)])


def _markdown(changes: tuple[Change, ...]) -> str:
    lines: list[str] = []
    for title, breaking in (("Breaking", True), ("Compatible", False)):
        found = [item for item in changes if item.breaking is breaking]
        if found:
            lines += [f"## {title}", "", *(f"- `{item.subject}` {item.message}" for item in found), ""]
    return "\n".join([*lines, _verdict(changes)])


def _verdict(changes: tuple[Change, ...]) -> str:
    return {
        "none": "No change that a user could see.",
        "minor": "Compatible: a minor version.",
        "major": "Breaking: a major version.",
    }[step(changes)]
