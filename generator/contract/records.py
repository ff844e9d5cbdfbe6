"""A contract, and a change from one to another."""

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

from generator.diagnostics import Location
from generator.records import dataclass

Direction: TypeAlias = Literal["request", "response", "both", "none"]
Aspect: TypeAlias = Literal["source", "wire", "behaviour"]
Severity: TypeAlias = Literal["breaking", "compatible"]
Step: TypeAlias = Literal["major", "minor", "none"]

Where: TypeAlias = tuple[str, ...]
"""The way to something in a contract: `("operations", "GET /pets", "parameters", "query limit")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """Every public name and wire fact of a package, as plain data that JSON can hold.

    Attributes:
        client: the client's names and arguments, servers, credentials and retries.
        operations: by method and path.
        webhooks: by the functions that read them.
        models: by the names of their classes.
        places: where things are in the document, as far as that is known: the way to each.
    """

    client: Mapping[str, Any]
    operations: Mapping[str, Mapping[str, Any]]
    webhooks: Mapping[str, Mapping[str, Any]]
    models: Mapping[str, Mapping[str, Any]]
    places: Mapping[Where, Location]

    def place(self, where: Where) -> Location | None:
        """Return where something is in the document, or what it is in."""
        for count in range(len(where), 1, -1):
            if where[:count] in self.places:
                return self.places[where[:count]]
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of a contract.

    Attributes:
        id: the rule that tells it: `parameter-type-changed`.
        subject: what changed, in Python names: `sessions.list` or `models.Session`.
        message: how.
        aspect: what it is about: the source of callers, the wire, or behaviour.
        direction: in which direction travels what changed.
        severity: whether code that works with the old package may not work with the new one.
        reason: why it is that severe.
        old_place: where it was in the old document, where that is known.
        new_place: where it is in the new one.
    """

    id: str
    subject: str
    message: str
    aspect: Aspect
    direction: Direction
    severity: Severity
    reason: str
    old_place: Location | None = None
    new_place: Location | None = None

    @property
    def breaking(self) -> bool:
        """Whether code that works with the old package may not work with the new one."""
        return self.severity == "breaking"

    @property
    def step(self) -> Step:
        """The step of semantic versioning that it asks for."""
        return "major" if self.breaking else "minor"


def step(changes: tuple[Change, ...]) -> Step:
    """Return the step of semantic versioning that changes ask for together."""
    if any(change.breaking for change in changes):
        return "major"
    return "minor" if changes else "none"
