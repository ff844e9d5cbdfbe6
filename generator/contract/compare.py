"""Two contracts compared: every change, each by its rule."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.contract.client import compare_client
from generator.contract.findings import Findings
from generator.contract.models import compare_model
from generator.contract.operations import compare_operation, compare_webhook
from generator.contract.paths import template
from generator.contract.records import Change, Contract, Direction
from generator.contract.severity import ALL
from generator.contract.terms import key_of, mapped, models_in
from generator.python.naming.keeping import COUNTED

_NAME = re.compile(r"\w+")
_COUNTED = re.compile(rf"/({'|'.join(sorted(COUNTED))})/\d+(?=/|$)")
# What of a model says where it stands, and not what it is.
_PLACE = frozenset({"pointer", "module", "surface"})


def compare(old: Contract, new: Contract) -> tuple[Change, ...]:
    """Return the changes from one contract to another, breaking ones first, then by subject."""
    names = dict(_same_models(old.models, new.models))
    renamed = _renamed(old, names)
    found = Findings(renamed, new)
    if old.client != new.client:
        compare_client(old.client, new.client, found)
    _models(old, renamed, new, names, found)
    pairs = dict(_same_operations(old.operations, new.operations))
    _operations(renamed, new, pairs, found)
    _webhooks(renamed, new, found)
    _surfaces(renamed, new, pairs, found)
    return tuple(
        sorted(found.changes, key=lambda item: (not item.breaking, item.subject, item.message, item.id))
    )


# --- what is one thing in both ---


def _same_models(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the names of models that are one: by their places, then by their names, then by what they are.

    Where places are counted, as those of variants and parameters are, names come first.
    """
    before, after = dict(old), dict(new)
    pairs = [(name, name) for name in sorted(old.keys() & new.keys()) if _are_counted(old[name], new[name])]
    for name, other in pairs:
        del before[name], after[other]
    by_place = {item["pointer"]: name for name, item in after.items()}
    placed = [
        (name, by_place[item["pointer"]]) for name, item in before.items() if item["pointer"] in by_place
    ]
    for name, other in placed:
        del before[name], after[other]
    pairs += placed
    pairs += [(name, name) for name in sorted(before.keys() & after.keys())]
    left = {
        name: _content(name, before[name]) for name in before.keys() - after.keys() if _is_named(before[name])
    }
    right = {
        name: _content(name, after[name]) for name in after.keys() - before.keys() if _is_named(after[name])
    }
    counts, others = Counter(left.values()), Counter(right.values())
    by_content = {content: name for name, content in right.items()}
    alike = [name for name, content in sorted(left.items()) if counts[content] == others[content] == 1]
    yield from pairs
    yield from ((name, by_content[left[name]]) for name in alike)


def _are_counted(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether two models stand in one place but for numbers, of variants or parameters."""
    places = [_COUNTED.sub(r"\1/*", item["pointer"]) for item in (old, new)]
    return places[0] == places[1] and places[0] != old["pointer"]


def _is_named(model: Mapping[str, Any]) -> bool:
    """Whether the document itself names a model; the name of any other one says where it stands."""
    parent, _, _ = model["pointer"].rpartition("/")
    return bool(parent.endswith("/components/schemas"))


def _content(name: str, model: Mapping[str, Any]) -> str:
    said = {key: value for key, value in model.items() if key not in _PLACE}
    return key_of(mapped(said, lambda other: "" if other == name else other))


def _same_operations(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the requests of operations that are one: the same, or else of one template, id or call."""
    before, after = old.keys() - new.keys(), new.keys() - old.keys()
    yield from ((key, key) for key in sorted(old.keys() & new.keys()))
    for told in ("template", "id", "call"):
        left, right = _by_fact(told, old), _by_fact(told, new)
        for value in sorted(left.keys() & right.keys()):
            pair = (left[value][0], right[value][0])
            if len(left[value]) == len(right[value]) == 1 and pair[0] in before and pair[1] in after:
                before, after = before - {pair[0]}, after - {pair[1]}
                yield pair


def _by_fact(fact: str, operations: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """Return requests by what is said of each: its template, the id or the call of its operation."""
    found: dict[str, list[str]] = {}
    for key in sorted(operations):
        value = template(key) if fact == "template" else operations[key][fact]
        found.setdefault(value, []).append(key)
    return found


def _renamed(contract: Contract, names: Mapping[str, str]) -> Contract:
    """Return a contract in which models have the names that they have in the other one.

    What is gone keeps its name, unless something else is called so now.
    """
    taken = set(names.values())
    changed = {name: other for name, other in names.items() if name != other}
    if not changed:
        return contract
    gone = {name: f"{name} (old)" for name in contract.models if name not in names and name in taken}
    changed |= gone

    def change(name: str) -> str:
        return changed.get(name, name)

    operations = {
        key: {**mapped(item, change), "returns": _in_text(item["returns"], changed)}
        for key, item in contract.operations.items()
    }
    places = {
        (way[0], change(way[1]), *way[2:]) if way[0] == "models" else way: place
        for way, place in contract.places.items()
    }
    return replace(
        contract,
        operations=operations,
        webhooks=mapped(contract.webhooks, change),
        models={change(name): mapped(item, change) for name, item in contract.models.items()},
        places=places,
    )


def _in_text(text: str, names: Mapping[str, str]) -> str:
    return _NAME.sub(lambda match: names.get(match[0], match[0]), text)


# --- the parts ---


def _models(
    old: Contract, renamed: Contract, new: Contract, names: Mapping[str, str], found: Findings
) -> None:
    directions = _directions(renamed)
    coming = _directions(new)
    for name in sorted(old.models):
        other = names.get(name)
        if other is None:
            said = renamed.models.keys() - new.models.keys()
            gone = name if name in said else f"{name} (old)"
            direction = directions.get(gone, "none")
            found.add("model-removed", f"models.{name}", "is gone", old=("models", gone), direction=direction)
            continue
        direction = directions.get(other, "none")
        if name != other:
            how = (
                ", renamed by the generator"
                if old.models[name]["pointer"] == new.models[other]["pointer"]
                else ""
            )
            message = f"is now called models.{other}{how}"
            way = ("models", other)
            found.add("model-renamed", f"models.{name}", message, old=way, new=way, direction=direction)
        if renamed.models[other] != new.models[other]:
            before = renamed.models[other]
            if name != other:  # whose module is called after it
                before = {**before, "module": new.models[other]["module"]}
            compare_model(other, before, new.models[other], direction, found)
    for name in sorted(new.models.keys() - set(names.values())):
        direction = coming.get(name, "none")
        found.add("model-added", f"models.{name}", "is new", new=("models", name), direction=direction)


def _operations(old: Contract, new: Contract, pairs: Mapping[str, str], found: Findings) -> None:
    for key, item in old.operations.items():
        if key not in pairs:
            found.add("operation-removed", item["call"], "is gone", old=("operations", key))
        elif item != new.operations[pairs[key]] or key != pairs[key]:
            compare_operation((key, pairs[key]), item, new.operations[pairs[key]], found)
    for key in sorted(new.operations.keys() - set(pairs.values())):
        found.add("operation-added", new.operations[key]["call"], "is new", new=("operations", key))


def _webhooks(old: Contract, new: Contract, found: Findings) -> None:
    for call in sorted(old.webhooks.keys() | new.webhooks.keys()):
        if call not in new.webhooks:
            found.add("webhook-removed", call, "is gone", old=("webhooks", call))
        elif call not in old.webhooks:
            found.add("webhook-added", call, "is new", new=("webhooks", call))
        elif old.webhooks[call] != new.webhooks[call]:
            compare_webhook(call, old.webhooks[call], new.webhooks[call], found)


def _surfaces(old: Contract, new: Contract, pairs: Mapping[str, str], found: Findings) -> None:
    """Find what is printed otherwise, and by nothing that is known of it, nor of what it uses."""
    touched = {
        name for (kind, name), parts in found.explained.items() if kind == "models" and parts & {"model", ALL}
    }
    sent, coming = _sent(old), _sent(new)
    for name in sorted(old.models.keys() & new.models.keys()):
        before, after = old.models[name], new.models[name]
        if before["surface"] != after["surface"] and touched.isdisjoint(_reached([after, f"@{name}"], new)):
            way = ("models", name)
            rule, told = "model-surface-changed", "is written otherwise"
            if (name in sent) != (name in coming):
                rule, told = (
                    ("model-sent", f"is part of requests, and may be given as {_given(after)}")
                    if name in coming
                    else ("model-not-sent", "is no part of requests any more")
                )
            found.add(rule, f"models.{name}", told, old=way, new=way)
    changed = {name for (kind, name), parts in found.explained.items() if kind == "models" and parts}
    broken = {name for (kind, name), parts in found.explained.items() if kind == "models" and ALL in parts}
    for key, other in pairs.items():
        before, after = old.operations[key], new.operations[other]
        explained = {part for name in (key, other) for part in found.explained.get(("operations", name), ())}
        parts = {
            part
            for part in _differing_parts(before, after)
            if explained.isdisjoint({ALL, part, part.partition(" ")[0]})
        }
        if not parts or not broken.isdisjoint(_reached([before, after], new)):
            continue
        # What else changed of models tells what may be given for them, where they are sent.
        parts = {
            part
            for part in parts
            if changed.isdisjoint(_reached([_sent_in(part, before), _sent_in(part, after)], new))
        }
        if "pages" in parts and _is_size_told(after, explained, found, new):
            parts -= {"pages"}
        was, now = ("operations", key), ("operations", other)
        if not parts.isdisjoint({"taken", "given"}):
            found.add("signature-changed", after["call"], "has another signature", old=was, new=now)
        elif parts:
            message = f"is sent or read otherwise: {', '.join(map(_in_words, sorted(parts)))}"
            found.add("record-changed", after["call"], message, old=was, new=now)


def _sent_in(part: str, operation: Mapping[str, Any]) -> list[Any]:
    """Return what a part of an operation sends; what is answered may be taken, too."""
    name, _, key = part.partition(" ")
    parameters: Mapping[str, Any] = operation.get("parameters", {})
    match name:
        case "taken":
            return [operation]
        case "parameters":
            return [parameters.get(key)]
        case "body":
            return [operation.get("body")]
        case _:
            return []


def _is_size_told(
    operation: Mapping[str, Any], explained: set[str], found: Findings, contract: Contract
) -> bool:
    """Whether something is told already of what says how large a page is: pages have its default."""
    told: str = operation.get("pagination", {}).get("size_parameter", "")
    if told.startswith("body:"):
        touched = {name for kind, name in found.explained if kind == "models"}
        return not touched.isdisjoint(_reached([operation.get("body")], contract))
    name = told.removeprefix("header:").removeprefix("path:")
    parts = (part for part in explained if part.startswith("parameters "))
    return any(
        name == part.split(" ", 2)[2] or name.startswith(f"{part.split(' ', 2)[2]}[") for part in parts
    )


def _in_words(part: str) -> str:
    name, _, key = part.partition(" ")
    where, _, wire = key.partition(" ")
    return {
        "parameters": f"the {where} parameter '{wire}'",
        "responses": f"the answer {key}",
        "security": "its credentials",
        "poll": "what it waits for",
        "accept": "the media types that it asks for",
    }.get(name, f"its {name}")


def _given(model: Mapping[str, Any]) -> str:
    """Return what may be given in the place of a model's class."""
    return "one of its values" if "members" in model else "a dictionary"


def _differing_parts(old: Mapping[str, Any], new: Mapping[str, Any]) -> set[str]:
    """Return what is printed otherwise of an operation, by its fingerprints."""
    before, after = (
        {**dict(zip(("taken", "given"), item["surface"].split(), strict=True)), **item["record"]}
        for item in (old, new)
    )
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


# --- directions ---


def _directions(contract: Contract) -> dict[str, Direction]:
    """Return in which directions models travel."""
    sent = _sent(contract)
    received = _reached(
        [*(item.get("responses") for item in contract.operations.values()), *contract.webhooks.values()],
        contract,
    )
    one_way: dict[str, Direction] = {
        name: "request" if name in sent else "response" for name in sent | received
    }
    return {name: "both" if name in sent and name in received else way for name, way in one_way.items()}


def _sent(contract: Contract) -> set[str]:
    """Return the models that are in requests."""
    items = contract.operations.values()
    bodies = [item["body"] for item in items if "body" in item]
    return _reached([*(item.get("parameters") for item in items), *bodies], contract)


def _reached(said: Iterable[Any], contract: Contract) -> set[str]:
    """Return the models that are in contracts' data, and those that they are made of in turn."""
    waiting = [name for item in said for name in models_in(item)]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += models_in(contract.models.get(name, {}))
    return found
