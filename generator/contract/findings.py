"""Changes as they are found: each by its rule, with where it is in both documents."""

from collections.abc import Mapping
from typing import Any

from generator.contract.records import Change, Contract, Direction, Where
from generator.contract.relations import Relation, Relations, limits
from generator.contract.severity import RULES, severity_of
from generator.contract.terms import Term, in_words, key_of

_KINDS: Mapping[Relation, str] = {
    frozenset({"wider"}): "widened",
    frozenset({"wider", "grown"}): "widened",
    frozenset({"narrower"}): "narrowed",
    frozenset({"grown"}): "extended",
}
_FORMATS = frozenset({"format", "contentEncoding", "contentMediaType"})


class Findings:
    """The changes found so far.

    Attributes:
        relations: relates types of the two.
        touched: the parts of the contracts that have a change, by their keys in the new one, or else the old.
    """

    def __init__(self, old: Contract, new: Contract) -> None:
        self._old = old
        self._new = new
        self.relations = Relations(old.models, new.models)
        self.changes: list[Change] = []
        self.touched: set[tuple[str, str]] = set()

    def add(
        self,
        rule: str,
        subject: str,
        message: str,
        *,
        old: Where | None = None,
        new: Where | None = None,
        direction: Direction = "none",
    ) -> None:
        """Keep a change; `old` and `new` are the ways to it, of which one may be missing."""
        said = RULES[rule]
        self.touched |= {(way[0], way[1]) for way in (old, new) if way is not None}
        change = Change(
            id=rule,
            subject=subject,
            message=message,
            aspect=said.aspect,
            direction=direction,
            severity=severity_of(said, direction),
            reason=said.reason,
            old_place=None if old is None else self._old.place(old),
            new_place=None if new is None else self._new.place(new),
        )
        if change not in self.changes:
            self.changes.append(change)

    def types(
        self, kind: str, subject: str, what: str, old: Term, new: Term, way: Where, direction: Direction
    ) -> bool:
        """Keep how a type changed, if it did; return whether so."""
        relation = self.relations.types(old, new)
        if not relation:
            return False
        how = _KINDS.get(relation, "changed")
        message = f"{what} is now {in_words(new)}, was {in_words(old)}"
        self.add(f"{kind}-type-{how}", subject, message, old=way, new=way, direction=direction)
        return True

    def values(
        self,
        kind: str,
        subject: str,
        what: str,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        way: Where,
        direction: Direction,
    ) -> None:
        """Keep how the constraints, the default and the deprecation of something changed."""
        before, after = old.get("limits", {}), new.get("limits", {})
        relation = limits(before, after)
        if relation:
            changed = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
            told = ", ".join(
                f"{key} {_told(after.get(key))}, was {_told(before.get(key))}" for key in changed
            )
            how = _KINDS.get(relation, "changed")
            self.add(
                f"{kind}-limits-{how}", subject, f"{what} has {told}", old=way, new=way, direction=direction
            )
        if old.get("default") != new.get("default"):
            message = (
                f"{what} has the default {new.get('default') or 'none'}, was {old.get('default') or 'none'}"
            )
            self.add(f"{kind}-default-changed", subject, message, old=way, new=way, direction=direction)
        if bool(old.get("deprecated")) != bool(new.get("deprecated")):
            rule, told = (
                ("deprecated", "is deprecated")
                if new.get("deprecated")
                else ("no-longer-deprecated", "is not deprecated any more")
            )
            self.add(f"{kind}-{rule}", subject, f"{what} {told}", old=way, new=way, direction=direction)


def _told(value: object) -> str:
    return "none" if value is None else key_of(value)
