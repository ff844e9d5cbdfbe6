"""Semantic changes between two packages, read off their manifests: in Python names, each breaking or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change that a user of the package can see.

    Attributes:
        subject: what changed, in Python names: `sessions.list` or `models.session_object.SessionObject`.
        message: how.
        breaking: whether code that works with the old package may not work with the new one.
    """

    subject: str
    message: str
    breaking: bool


def compare(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Return the changes from one manifest to another, breaking ones first, then by subject."""
    changes = [*_operations(old, new), *_models(old, new), *_client(old, new)]
    return tuple(sorted(changes, key=lambda change: (not change.breaking, change.subject, change.message)))


def step(changes: tuple[Change, ...]) -> Literal["major", "minor", "none"]:
    """Return the step of semantic versioning that changes ask for."""
    if any(change.breaking for change in changes):
        return "major"
    return "minor" if changes else "none"


def _client(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in ("client", "async_client"):
        if old.get(key) != new.get(key):
            yield Change(subject=str(old.get(key)), message=f"is now {new.get(key)}", breaking=True)


def _operations(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before = {item["id"]: item for item in old.get("operations", ())}
    after = {item["id"]: item for item in new.get("operations", ())}
    for key in sorted(before.keys() | after.keys()):
        if key not in after:
            yield Change(subject=before[key]["call"], message="is gone", breaking=True)
        elif key not in before:
            yield Change(subject=after[key]["call"], message="is new", breaking=False)
        else:
            yield from _operation(before[key], after[key])


def _operation(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    subject = new["call"]
    if old["call"] != new["call"]:
        yield Change(subject=old["call"], message=f"is now called {new['call']}", breaking=True)
    if (old["method"], old["path"]) != (new["method"], new["path"]):
        yield Change(subject=subject, message=f"requests {new['method']} {new['path']}", breaking=False)
    if old["returns"] != new["returns"]:
        yield Change(
            subject=subject, message=f"returns {new['returns']} instead of {old['returns']}", breaking=True
        )
    if old.get("pagination") != new.get("pagination") and old["returns"] == new["returns"]:
        yield Change(subject=subject, message="turns its pages otherwise", breaking=False)
    before, after = _arguments(old), _arguments(new)
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield Change(subject=subject, message=f"has no argument '{name}' any more", breaking=True)
        elif name not in before:
            kind = "required" if after[name] else "optional"
            yield Change(
                subject=subject, message=f"has the new {kind} argument '{name}'", breaking=after[name]
            )
        elif before[name] != after[name]:
            kind = "required" if after[name] else "optional"
            yield Change(
                subject=subject, message=f"the argument '{name}' is now {kind}", breaking=after[name]
            )


def _arguments(operation: Mapping[str, Any]) -> dict[str, bool]:
    """Return an operation's arguments, and whether each is required."""
    found: dict[str, bool] = {}
    for parameter in operation["parameters"]:
        names = parameter["arguments"]
        found |= {name: bool(parameter.get("required")) and len(names) == 1 for name in names.values()}
    body: Mapping[str, Any] = operation.get("body") or {}
    required = body.get("required_arguments", ())
    return found | {name: name in required for name in body.get("arguments", {}).values()}


def _models(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before: Mapping[str, Mapping[str, str]] = old.get("fields", {})
    after: Mapping[str, Mapping[str, str]] = new.get("fields", {})
    for path in sorted(before.keys() | after.keys()):
        subject = f"models.{path.rpartition('.')[2]}"
        if path not in after:
            yield Change(subject=subject, message="is gone", breaking=True)
        elif path not in before:
            yield Change(subject=subject, message="is new", breaking=False)
        else:
            yield from _fields(subject, before[path], after[path])


def _fields(subject: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield Change(subject=subject, message=f"has no field '{name}' any more", breaking=True)
        elif name not in old:
            yield Change(subject=subject, message=f"has the new field '{name}'", breaking=False)
        elif old[name] != new[name]:
            yield Change(
                subject=subject, message=f"'{name}' is now {new[name]}, was {old[name]}", breaking=True
            )
