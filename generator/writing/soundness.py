"""The check of what was rendered, before anything is written: it is Python, and looks up what is there."""

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.diagnostics import Diagnostic, InputError, Location, Position, error

# Besides what does not parse, which is always told: methods and fields that are defined twice, names that
# nothing defines, and statements where they cannot stand.
RULES = "F404,F7,F811,F821,F822,PIE794,PLE0117,PLE0118,PLE1132,PLE1142"


def refuse_unsound(ruff: Sequence[str], stages: Sequence[str]) -> None:
    """Refuse what is no Python, or looks up what is not there.

    Args:
        ruff: the command, with what keeps it from reading configurations.
        stages: the folders with the files.

    Raises:
        InputError: with a finding for each.
    """
    command = [*ruff, "--output-format=json", f"--select={RULES}", *stages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    findings: list[dict[str, Any]] = json.loads(run.stdout or "[]")
    if findings:
        raise InputError(*(_finding(found, stages) for found in findings))


def _finding(found: Mapping[str, Any], stages: Iterable[str]) -> Diagnostic:
    path = str(found["filename"])
    inside = next((path[len(stage) + 1 :] for stage in stages if path.startswith(f"{stage}/")), path)
    place = Position(found["location"]["row"], found["location"]["column"])
    message = f"what was made of the document is no sound Python: {found['message']}; nothing was written"
    return error("unsound-package", message, Location(inside), position=place)
