"""Changes as they are found: each by its rule, with where it is in both documents."""

from collections.abc import Mapping
from typing import Any

from generator.contract.holders import Holders
from generator.contract.limits import relate_limits
from generator.contract.records import Change, Contract, Direction, Where
from generator.contract.relations import (
    ALONE,
    CLASSED,
    GROWN,
    HELD,
    NARROWER,
    OTHER,
    SAME,
    Relation,
    Relations,
    are_written_apart,
)
from generator.contract.severity import RULES, explained_by, severity_of
from generator.contract.spelling import pair_in_words
from generator.contract.terms import Term, key_of, models_in

_KINDS: Mapping[Relation, str] = {
    frozenset(): "named",
    frozenset({"wider"}): "widened",
    frozenset({"wider", "grown"}): "widened",
    frozenset({"narrower"}): "narrowed",
    frozenset({"grown"}): "extended",
    frozenset({"ordered"}): "reordered",
    frozenset({"wider", "held"}): "items-changed",
    frozenset({"narrower", "held"}): "items-changed",
    frozenset({"wider", "grown", "held"}): "items-changed",
    frozenset({"grown", "held"}): "items-extended",
}
# What takes a `Sequence` or a `Mapping`, whose items may be less than is asked for, or has no annotation.
_COVARIANT = frozenset({"parameter", "body", "header"})
_FORMATS = frozenset({"format", "contentEncoding", "contentMediaType"})


class Findings:
    """The changes found so far.

    Attributes:
        old_schemes: the security schemes of the old one.
        kept_schemes: those of them that the new one has, too.
        old_servers: the servers of the old one.
        new_servers: those of the new one.
        old_shared: the client's arguments for parameters of the old one, by what these are known by.
        new_shared: those of the new one.
        old_models: the models of the old one.
        new_models: those of the new one.
        relations: relates types of the two.
        explained: what is printed otherwise because of these, by where it is in the new contract, or else the
            old one.
    """

    def __init__(self, old: Contract, new: Contract) -> None:
        self._old = old
        self._new = new
        self.old_schemes = frozenset(old.client["schemes"])
        self.kept_schemes = self.old_schemes & new.client["schemes"].keys()
        self.old_servers, self.new_servers = old.client["servers"], new.client["servers"]
        self.old_shared, self.new_shared = (
            {key: name for name, key in item.client.get("parameters", {}).items()} for item in (old, new)
        )
        self.old_models, self.new_models = old.models, new.models
        self.relations = Relations(old.models, new.models)
        self._holders = Holders(new)
        self.changes: list[Change] = []
        self.explained: dict[tuple[str, str], set[str]] = {}

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
        for kind, name, *rest in {way for way in (old, new) if way is not None}:
            parts = explained_by(rule, change.severity, " ".join(rest[:2]))
            self.explained.setdefault((kind, name), set()).update(parts)
        if change not in self.changes:
            self.changes.append(change)

    def types(
        self, kind: str, subject: str, what: str, old: Term, new: Term, way: Where, direction: Direction
    ) -> bool:
        """Keep how a type changed, if it did; return whether so."""
        relation = self.relations.types(old, new)
        if not relation and models_in(old) == models_in(new):
            return False
        if kind == "model" and way[1] in self._holders.held and are_written_apart(old, new):
            relation |= HELD if relation & (OTHER | GROWN) else SAME
        how = self._how(kind, way[1], relation, direction)
        was, now = pair_in_words(old, new)
        message = f"{what} is now {now}, was {was}"
        self.add(f"{kind}-type-{how}", subject, message, old=way, new=way, direction=direction)
        return True

    def _how(self, kind: str, name: str, relation: Relation, direction: Direction) -> str:
        """Return how a type changed, to those who annotate what is of it."""
        if kind in _COVARIANT or (kind == "model" and name not in self._holders.written):
            relation -= HELD | CLASSED
        if relation >= ALONE:
            relation = relation - ALONE | (NARROWER if direction != "response" else SAME)
        return _KINDS.get(relation, "changed")  # so is what is of a class, or no more

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
        relation = relate_limits(before, after, new.get("type", "any"))
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
