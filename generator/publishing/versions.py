"""Versions of a distribution, and the one that changes ask for."""

import re
from typing import Literal, TypeAlias

from generator.contract.records import Step

ReleaseStep: TypeAlias = Step | Literal["patch"]

FIRST = "0.1.0"
# In their order: what comes before a release, the release, and what comes after it.
_KINDS = (".dev", "a", "b", "rc", "", ".post")
# PEP 440 without epochs and local versions.
_VERSION = re.compile(
    r"(?P<release>\d{1,9}(?:\.\d{1,9}){0,3})(?P<kind>a|b|rc|\.post|\.dev)?(?(kind)(?P<number>\d{1,9}))",
    re.ASCII,
)


def is_version(text: str) -> bool:
    """Whether a text is a version that can be stepped."""
    return _VERSION.fullmatch(text) is not None


def order_of(version: str) -> tuple[tuple[int, ...], int, int]:
    """Return what puts versions in order: a release, its place before or after it, and a number."""
    found = _VERSION.fullmatch(version)
    assert found is not None, version
    numbers = (*map(int, found["release"].split(".")), 0, 0, 0)[:4]
    return numbers, _KINDS.index(found["kind"] or ""), int(found["number"] or 0)


def stepped(version: str, step: ReleaseStep) -> str:
    """Return the version after one, by the rules of semantic versioning.

    Below 1.0 what breaks steps the second number, and all else the third (semver 2.0.0, 4, as Cargo reads
    it); of a version that is none yet (`1.0.0rc1`) its own number is stepped, for it promises nothing.
    """
    found = _VERSION.fullmatch(version)
    if step == "none" or found is None:
        return version
    if found["kind"] is not None and found["kind"] != ".post":
        return f"{found['release']}{found['kind']}{int(found['number']) + 1}"
    major, minor, patch, *_ = (*map(int, found["release"].split(".")), 0, 0)
    steps = ("major", "minor", "patch") if major else ("", "major", "minor")
    match steps.index(step) if step in steps else 2:
        case 0:
            return f"{major + 1}.0.0"
        case 1:
            return f"{major}.{minor + 1}.0"
        case _:
            return f"{major}.{minor}.{patch + 1}"
