"""The check of what was rendered, before anything is written: it is Python, and looks up what is there."""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, InputError, Location, Position, error

# Besides what does not parse, which is always told: methods and fields that are defined twice, names that
# nothing defines, and statements where they cannot stand.
RULES = "F404,F7,F811,F821,F822,PIE794,PLE0117,PLE0118,PLE1132,PLE1142"

# What Python's compiler, unlike ruff's parser, has no room for: over 200 brackets in each other, which ruff
# lays out with as many steps of indentation, and some thousand operands in a row.
_INDENTED = b" " * 400
_MANY = 1000
_IN_A_ROW = re.compile(rb"(?:\n +\|[^\n]*)++")  # each row is looked at once
_TOO_DEEP = (
    "Python cannot compile what is made of the document: a type is nested too deeply, or one of too many; "
    "nothing was written. Schemas of their own (`$ref`) in place of inner ones, or a wider type, help"
)


def refuse_unsound(ruff: Sequence[str], stages: Sequence[str]) -> None:
    """Refuse what is no Python, or looks up what is not there.

    Args:
        ruff: the command, with what keeps it from reading configurations.
        stages: the folders with the files.

    Raises:
        InputError: with a finding for each.
    """
    command = [*ruff, "--output-format=json", f"--select={RULES}", *stages]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 - our own words
    findings: list[dict[str, Any]] = json.loads(run.stdout or "[]")
    if findings:
        raise InputError(*(_finding(found, stages) for found in findings))


def refuse_too_deep(files: Mapping[str, bytes]) -> None:
    """Refuse what Python cannot compile although it is sound.

    Raises:
        InputError: with each such file.
    """
    faults = [error("too-deep", _TOO_DEEP, Location(path)) for path in files if _is_too_deep(files[path])]
    if faults:
        raise InputError(*faults)


def _is_too_deep(text: bytes) -> bool:
    if text.count(b" | ") >= _MANY and any(row[0].count(b"\n") >= _MANY for row in _IN_A_ROW.finditer(text)):
        return True
    if _INDENTED not in text:
        return False
    try:
        compile(text, "", "exec", dont_inherit=True)
    except (SyntaxError, RecursionError, MemoryError):
        return True
    return False


def _finding(found: Mapping[str, Any], stages: Iterable[str]) -> Diagnostic:
    path = str(found["filename"])
    inside = next((path[len(stage) + 1 :] for stage in stages if path.startswith(f"{stage}/")), path)
    place = Position(found["location"]["row"], found["location"]["column"])
    message = f"what was made of the document is no sound Python: {found['message']}; nothing was written"
    return error("unsound-package", message, Location(inside), position=place)
