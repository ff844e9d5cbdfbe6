"""CHANGELOG.md: entries are put in, and what stands there already stays as it is."""

import re
from collections.abc import Sequence

from generator.contract.records import Change
from generator.python.text.markdown import code, inert

CHANGELOG = "CHANGELOG.md"
UNRELEASED = "Unreleased"
_TITLE = "# Changelog"
_HEADING = re.compile(r"## +\[?(?P<version>[^\]\s]+)\]?(?:\s.*)?")


def entry(changes: Sequence[Change], otherwise: str) -> list[str]:
    """Return the lines of an entry below its heading; one sentence where there are no changes."""
    lines: list[str] = []
    for title, breaking in (("Breaking", True), ("Compatible", False)):
        found = [item for item in changes if item.breaking is breaking]
        if found:
            told = [f"- {code(item.subject)} {inert(item.message)}" for item in found]
            lines += [f"### {title}", "", *dict.fromkeys(told), ""]
    return lines or [otherwise, ""]


def with_entry(text: str, version: str, lines: Sequence[str]) -> str:
    """Return a changelog with an entry.

    It goes above the first entry, or to the one that has its heading already, where nothing is said twice.
    What was gathered as unreleased becomes the entry of the version that is released.

    Args:
        text: the changelog as it is; empty where there is none.
        version: of the entry, or `UNRELEASED`.
        lines: the entry.
    """
    old = text.splitlines() or [_TITLE, ""]
    headings = [
        (index, found["version"]) for index, line in enumerate(old) if (found := _HEADING.fullmatch(line))
    ]
    named = {name.lower(): index for index, name in reversed(headings)}
    start = named.get(version.lower())
    if start is None and (start := named.get(UNRELEASED.lower())) is not None:
        old[start] = f"## {version}"
    if start is None:
        first = headings[0][0] if headings else len(old)
        above = old[:first] if not first or not old[first - 1].strip() else [*old[:first], ""]
        return _text([*above, f"## {version}", "", *lines, *old[first:]])
    end = next((index for index, _ in headings if index > start), len(old))
    new = _unsaid(lines, {line for line in old[start + 1 : end] if line})
    rest = old[start + 1 :]
    while new and rest and not rest[0].strip():
        del rest[0]
    return _text([*old[: start + 1], *(["", *new, ""] if new else []), *rest])


def _unsaid(lines: Sequence[str], said: set[str]) -> list[str]:
    """Return what of an entry is new; that nothing has changed is only where nothing else is said."""
    found: list[str] = []
    heading: list[str] = []
    for line in lines:
        if line.startswith("#"):
            heading = [line, ""]
        elif line and line not in said and (line.startswith("-") or not said):
            found += [*heading, line]
            heading = []
        elif not line and found and found[-1]:
            found.append("")
    return found[:-1] if found and not found[-1] else found


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"
