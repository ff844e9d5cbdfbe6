"""What changed in what methods take: the names of arguments, their positions, and which must be given."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from generator.contract.findings import Findings
from generator.contract.records import Where
from generator.records import dataclass

Taken: TypeAlias = Mapping[str, tuple[int | None, bool]]
"""Of each argument its position, None where it has none, and whether it is required."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The arguments of which something is told already, as parameters.

    Attributes:
        renamed: the new names of old ones, those of properties of the body among them.
        gone: those of parameters that are gone, by their old names.
        come: those of new ones.
        required: those of parameters that became required or optional, by their old names.
    """

    renamed: Mapping[str, str]
    gone: frozenset[str]
    come: frozenset[str]
    required: frozenset[str]


def compare_arguments(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    pairs: Iterable[tuple[str, str]],
    ways: tuple[Where, Where],
    found: Findings,
) -> None:
    """Find what changed in the arguments of an operation's methods; `pairs` are parameters that are one."""
    of_body = [item for item in renames(_of_body(old), _of_body(new)) if item[0] != item[1]]
    for name, other in of_body:
        message = f"the argument '{name}' is now called '{other}'"
        found.add("argument-renamed", new["call"], message, old=ways[0], new=ways[1])
    told = _told(old.get("parameters", {}), new.get("parameters", {}), tuple(pairs), dict(of_body))
    before, after = _methods(old), _methods(new)
    if len(before) == len(after) == 1:  # whatever it is called
        _compare(new["call"], next(iter(before.values())), next(iter(after.values())), told, ways, found)
        return
    # What is told of parameters is told of the first method alone.
    untold = replace(told, gone=frozenset(), come=frozenset(), required=frozenset())
    for call in sorted(before.keys() & after.keys()):
        _compare(call, before[call], after[call], told if call == new["call"] else untold, ways, found)


def taken(text: str) -> Taken:
    """Return the arguments that a contract tells of."""
    return {
        item.rstrip("/?"): (place if "/" in item else None, not item.endswith("?"))
        for place, item in enumerate(text.split())
    }


def renames(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the old and the new name of each argument that is one, by names on the wire."""
    same = sorted(before.keys() & after.keys())
    yield from ((before[wire], after[wire]) for wire in same)
    if not same and len(before) == len(after) == 1:  # a parameter in the path, whose name changed
        yield next(iter(before.values())), next(iter(after.values()))


def _of_body(operation: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the arguments that a body is given as, by their wire names."""
    body: Mapping[str, Any] = operation.get("body") or {}
    found: Mapping[str, str] = body.get("arguments", {})
    return found


def _methods(operation: Mapping[str, Any]) -> Mapping[str, Taken]:
    """Return what each method takes; of several, older contracts do not say it."""
    if "methods" in operation:
        return {call: taken(text) for call, text in operation.get("takes", {}).items()}
    return {operation["call"]: taken(operation.get("arguments", ""))}


def _told(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    pairs: tuple[tuple[str, str], ...],
    renamed: Mapping[str, str],
) -> _Told:
    lefts, rights = {key for key, _ in pairs}, {other for _, other in pairs}
    changed = [
        key for key, other in pairs if bool(old[key].get("required")) != bool(new[other].get("required"))
    ]
    of_parameters = {
        name: other
        for key, right in pairs
        for name, other in renames(old[key].get("arguments", {}), new[right].get("arguments", {}))
    }
    return _Told(
        renamed={**of_parameters, **renamed},
        gone=_names(item for key, item in old.items() if key not in lefts),
        come=_names(item for key, item in new.items() if key not in rights),
        required=_names(old[key] for key in changed),
    )


def _names(parameters: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(name for item in parameters for name in item.get("arguments", {}).values())


def _compare(
    subject: str, before: Taken, after: Taken, told: _Told, ways: tuple[Where, Where], found: Findings
) -> None:
    def add(rule: str, message: str) -> None:
        found.add(f"argument-{rule}", subject, message, old=ways[0], new=ways[1])

    new_names = {name: told.renamed.get(name, name) for name in sorted(before.keys() - told.gone)}
    for name, other in new_names.items():
        if other not in after:
            add("removed", f"has no argument '{name}' any more")
            continue
        (place, required), (now, is_now) = before[name], after[other]
        if required != is_now and name not in told.required:
            rule = "required" if is_now else "optional"
            add(rule, f"the argument '{other}' is now {rule}")
        if place != now and place is not None:
            position = "no position any more" if now is None else "another position"
            add("moved", f"the argument '{other}' has {position}")
        elif place != now:
            add("positioned", f"the argument '{other}' may be given by its position, too")
    for name in sorted(after.keys() - {*new_names.values()} - told.come):
        required = after[name][1]
        rule, word = ("added-required", "required") if required else ("added", "optional")
        add(rule, f"has the new {word} argument '{name}'")
