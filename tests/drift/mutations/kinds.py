"""Kinds of changes of a document, each with what is to be told of it: its rules, aspect and severity."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tests.drift.sites import Finder, Site

Expected: TypeAlias = Literal["breaking", "compatible", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of change.

    Attributes:
        name: what is done.
        sites: where it can be done.
        change: does it; false where it cannot be done there after all.
        rules: of these ids one has to be told.
        severity: of all that is told together.
    """

    name: str
    sites: Finder
    change: Callable[[Site], bool | None]
    rules: frozenset[str]
    severity: Expected


class Kinds(list[Kind]):
    """Kinds of changes, in order."""

    def add(
        self,
        name: str,
        sites: Finder,
        change: Callable[[Site], bool | None],
        severity: Expected,
        *rules: str,
    ) -> None:
        """Add a kind, as the attributes of `Kind` say it."""
        kind = Kind(name=name, sites=sites, change=change, rules=frozenset(rules), severity=severity)
        self.append(kind)
