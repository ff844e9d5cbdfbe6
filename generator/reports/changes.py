"""Semantic changes between two packages, read off their manifests: in Python names, each breaking or not."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    changes = [*_operations(old, new), *_webhooks(old, new), *_models(old, new), *_client(old, new)]
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
    before, after = _by_id(old.get("operations", ())), _by_id(new.get("operations", ()))
    for key in sorted(before.keys() | after.keys()):
        if key not in after:
            yield Change(subject=before[key]["call"], message="is gone", breaking=True)
        elif key not in before:
            yield Change(subject=after[key]["call"], message="is new", breaking=False)
        else:
            yield from _operation(before[key], after[key])


def _by_id(operations: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return operations by what tells them apart: their ids, and their requests where several have one."""
    counts = Counter(item["id"] for item in operations)
    return {
        item["id"] if counts[item["id"]] == 1 else f"{item['method']} {item['path']}": item
        for item in operations
    }


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
    yield from _stream(old, new, subject)
    yield from _media_types(old, new, subject)
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


def _stream(old: Mapping[str, Any], new: Mapping[str, Any], subject: str) -> Iterator[Change]:
    before, after = old.get("stream"), new.get("stream")
    if before is not None and after is None:
        yield Change(subject=subject, message="gives no stream any more", breaking=True)
    elif before is None and after is not None:
        yield Change(subject=subject, message="gives a stream, too", breaking=False)


def _media_types(old: Mapping[str, Any], new: Mapping[str, Any], subject: str) -> Iterator[Change]:
    before, after = _sent(old), _sent(new)
    for media_type in sorted(before - after) if after else ():
        yield Change(subject=subject, message=f"takes no body of {media_type} any more", breaking=True)
    for media_type in sorted(after - before) if before else ():
        yield Change(subject=subject, message=f"takes a body of {media_type}, too", breaking=False)


def _sent(operation: Mapping[str, Any]) -> set[str]:
    body: Mapping[str, Any] = operation.get("body") or {}
    forms = (body, *body.get("other_forms", ()))
    return {media_type for form in forms for media_type in form.get("media_types", ())}


def _webhooks(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before = {item["call"]: item["returns"] for item in old.get("webhooks", ())}
    after = {item["call"]: item["returns"] for item in new.get("webhooks", ())}
    for call in sorted(before.keys() | after.keys()):
        if call not in after:
            yield Change(subject=call, message="is gone", breaking=True)
        elif call not in before:
            yield Change(subject=call, message="is new", breaking=False)
        elif before[call] != after[call]:
            message = f"returns {after[call]} instead of {before[call]}"
            yield Change(subject=call, message=message, breaking=True)


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
