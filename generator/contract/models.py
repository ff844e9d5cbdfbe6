"""What changed in models: their names, fields, members and variants."""

from collections.abc import Mapping
from typing import Any

from generator.contract.bases import fields_of
from generator.contract.findings import Findings
from generator.contract.records import Direction, Where
from generator.contract.relations import is_constant
from generator.contract.spelling import in_words, pair_in_words
from generator.contract.terms import key_of

_NOTHING: Mapping[str, Any] = {}


def compare_model(
    name: str, old: Mapping[str, Any], new: Mapping[str, Any], direction: Direction, found: Findings
) -> None:
    """Find what changed in a model of both packages; `name` is the new one."""
    subject, way = f"models.{name}", ("models", name)
    if old["module"] != new["module"]:
        message = f"is now in models.{new['module']}, was in models.{old['module']}"
        found.add("model-moved", subject, message, old=way, new=way, direction=direction)
    if _kind(old) != _kind(new):
        message = f"is now {_kind(new)}, was {_kind(old)}"
        found.add("model-kind-changed", subject, message, old=way, new=way, direction=direction)
    elif "fields" in old:
        _object(subject, old, new, way, direction, found)
    elif "members" in old:
        _enum(subject, old["members"], new["members"], way, direction, found)
        if bool(old.get("closed")) != bool(new.get("closed")) and direction != "response":
            how, told = ("closed", "no other") if new.get("closed") else ("opened", "any other")
            message = f"takes {told} value than those that are documented"
            found.add(f"enum-{how}", subject, message, old=way, new=way, direction="request")
    else:
        _alias(subject, old, new, way, direction, found)
    if bool(old.get("nullable")) != bool(new.get("nullable")):
        how, told = (
            ("widened", "may be null") if new.get("nullable") else ("narrowed", "may not be null any more")
        )
        found.add(f"model-type-{how}", subject, told, old=way, new=way, direction=direction)
    found.values("model", subject, "it", old, new, way, direction)


def _kind(model: Mapping[str, Any]) -> str:
    return "an object" if "fields" in model else "an enum" if "members" in model else "a type of another name"


def _object(
    subject: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    direction: Direction,
    found: Findings,
) -> None:
    before, after = fields_of(old, found.old_models), fields_of(new, found.new_models)
    has_same_base = old.get("base") == new.get("base")  # which itself tells what changed of its fields
    wires = old["fields"].keys() | new["fields"].keys() if has_same_base else before.keys() | after.keys()
    respelled = _respelled(
        {wire: item for wire, item in before.items() if wire in wires - after.keys()},
        {wire: item for wire, item in after.items() if wire in wires - before.keys()},
    )
    for wire, other in sorted(respelled.items()):
        message = f"'{after[other]['name']}' travels as '{other}', was '{wire}'"
        ways = (*way, "fields", wire), (*way, "fields", other)
        travels = _travels(before[wire], direction)
        found.add("field-wire-name-changed", subject, message, old=ways[0], new=ways[1], direction=travels)
        _field(subject, before[wire], after[other], ways[1], direction, found)
    for wire in sorted(wires - respelled.keys() - {*respelled.values()}):
        here = (*way, "fields", wire)
        if wire not in after:
            message = f"has no field '{before[wire]['name']}' any more"
            found.add(
                "field-removed",
                subject,
                message,
                old=here,
                new=way,
                direction=_travels(before[wire], direction),
            )
        elif wire not in before:
            required = " required" if after[wire].get("required") else ""
            rule = "field-added-required" if required else "field-added"
            message = f"has the new{required} field '{after[wire]['name']}'"
            found.add(rule, subject, message, old=way, new=here, direction=_travels(after[wire], direction))
        else:
            _field(subject, before[wire], after[wire], here, direction, found)
    if old.get("base") != new.get("base"):
        told = in_words(new.get("base") or "nothing"), in_words(old.get("base") or "nothing")
        rule = "base-changed" if old.get("base") else "base-added"
        found.add(
            rule, subject, f"derives from {told[0]}, was {told[1]}", old=way, new=way, direction=direction
        )
    _extra(subject, old.get("extra"), new.get("extra"), way, direction, found)
    _subtypes(subject, old.get("subtypes"), new.get("subtypes"), way, direction, found)


def _respelled(gone: Mapping[str, Any], come: Mapping[str, Any]) -> dict[str, str]:
    """Return which fields are the same in code, by another name on the wire."""
    named = {item["name"]: wire for wire, item in come.items()}
    return {wire: named[item["name"]] for wire, item in gone.items() if item["name"] in named}


def _travels(field: Mapping[str, Any], direction: Direction) -> Direction:
    """Return in which direction a field travels of a model that does."""
    only = {"read": "response", "write": "request"}.get(field.get("access", ""))
    if only is None or direction == "none":
        return direction
    if direction in {"both", only}:
        return "response" if only == "response" else "request"
    return "none"


def _field(
    subject: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    whole: Direction,
    found: Findings,
) -> None:
    what = f"'{new['name']}'"
    direction = _travels(old, whole)
    if old["name"] != new["name"]:
        message = f"'{old['name']}' is now called {what}"
        found.add("field-renamed", subject, message, old=way, new=way, direction=direction)
    if bool(old.get("required")) != bool(new.get("required")):
        told = "required" if new.get("required") else "optional"
        found.add(f"field-{told}", subject, f"{what} is now {told}", old=way, new=way, direction=direction)
    _constant(subject, what, old, new, way, direction, found)
    found.types("field", subject, what, old["type"], new["type"], way, direction)
    found.values("field", subject, what, old, new, way, direction)
    before, after = old.get("access", "both"), new.get("access", "both")
    if before != after:
        _access(subject, what, (before, after), way, whole, found)


def _constant(
    subject: str,
    what: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    direction: Direction,
    found: Findings,
) -> None:
    """Find a field that was always sent, with its only value, and that has to be given now, or left out."""
    is_sent = direction in {"request", "both"}
    if is_sent and is_constant(old, found.old_models) and not is_constant(new, found.new_models):
        told = "has to be given" if new.get("required") else "is no longer sent where it is not given"
        message = f"{what} was always sent with its only value, and {told}"
        found.add("field-no-constant", subject, message, old=way, new=way, direction=direction)


def _access(
    subject: str, what: str, accesses: tuple[str, str], way: Where, direction: Direction, found: Findings
) -> None:
    old, new = accesses
    for part, only, told in (
        ("request", "read", ("sent", "not-sent")),
        ("response", "write", ("received", "not-received")),
    ):
        if (old == only) != (new == only) and direction in {part, "both", "none"}:
            rule, words = (
                (told[1], f"is {told[1].replace('-', ' ')} any more")
                if new == only
                else (told[0], f"is {told[0]}, too")
            )
            way_of: Direction = "request" if part == "request" else "response"
            found.add(f"field-{rule}", subject, f"{what} {words}", old=way, new=way, direction=way_of)


def _extra(subject: str, old: Any, new: Any, way: Where, direction: Direction, found: Findings) -> None:
    relation = found.relations.types(old or "any", new or "any")
    if relation:
        hows = {
            frozenset({"wider"}): "widened",
            frozenset({"narrower"}): "narrowed",
            frozenset({"grown"}): "extended",
        }
        was, now = pair_in_words(old or "any", new or "any")
        message = f"has further properties of {now}, was {was}"
        rule = f"extra-{hows.get(relation, 'changed')}"
        found.add(rule, subject, message, old=way, new=way, direction=direction)


def _subtypes(subject: str, old: Any, new: Any, way: Where, direction: Direction, found: Findings) -> None:
    if old == new:
        return
    if old is None or new is None:
        told = "is told apart" if old is None else "is not told apart any more"
        found.add("discriminator-changed", subject, told, old=way, new=way, direction=direction)
        return
    _discriminator(subject, old, new, way, direction, found)


def _discriminator(
    subject: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    direction: Direction,
    found: Findings,
) -> None:
    if old["property"] != new["property"]:
        message = f"is told apart by '{new['property']}', was by '{old['property']}'"
        found.add("discriminator-changed", subject, message, old=way, new=way, direction=direction)
    before, after = old["mapping"], new["mapping"]
    for value in sorted(before.keys() | after.keys()):
        if before.get(value) == after.get(value):
            continue
        rule = "removed" if value not in after else "added" if value not in before else "changed"
        message = {
            "removed": f"is nothing any more where '{old['property']}' is {value}",
            "added": f"is something where '{new['property']}' is {value}",
            "changed": f"is something else where '{new['property']}' is {value}",
        }[rule]
        found.add(f"discriminator-value-{rule}", subject, message, old=way, new=way, direction=direction)


def _enum(
    subject: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    direction: Direction,
    found: Findings,
) -> None:
    before = {key_of(value): name for name, value in old.items()}
    after = {key_of(value): name for name, value in new.items()}
    for value in sorted(before.keys() | after.keys()):
        if value not in after:
            message = f"has no member {before[value]} ({value}) any more"
            found.add("enum-value-removed", subject, message, old=way, new=way, direction=direction)
        elif value not in before:
            message = f"has the new member {after[value]} ({value})"
            found.add("enum-value-added", subject, message, old=way, new=way, direction=direction)
        elif before[value] != after[value]:
            message = f"{before[value]} ({value}) is now called {after[value]}"
            found.add("enum-member-renamed", subject, message, old=way, new=way, direction=direction)


def _alias(
    subject: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    direction: Direction,
    found: Findings,
) -> None:
    match old["type"], new["type"]:
        case ["or", before, told], ["or", after, tells]:
            _union(subject, (before, told), (after, tells), way, direction, found)
        case before, after:
            found.types("model", subject, "it", before, after, way, direction)


def _union(
    subject: str,
    old: tuple[Any, Any],
    new: tuple[Any, Any],
    way: Where,
    direction: Direction,
    found: Findings,
) -> None:
    (before, told), (after, tells) = old, new
    was, now = {key_of(item): item for item in before}, {key_of(item): item for item in after}
    gone, come = sorted(was.keys() - now.keys()), sorted(now.keys() - was.keys())
    if gone and come:
        found.types("model", subject, "it", ["or", *old], ["or", *new], way, direction)
    elif found.relations.reorder(["or", *old], ["or", *new]):
        message = f"is read as the first that fits of {in_words(['or', *new])}"
        found.add("model-type-reordered", subject, message, old=way, new=way, direction=direction)
    if not gone or not come:
        for key in gone:
            message = f"is no {in_words(was[key])} any more"
            found.add("variant-removed", subject, message, old=way, new=way, direction=direction)
        for key in come:
            message = f"may be {in_words(now[key])}"
            found.add("variant-added", subject, message, old=way, new=way, direction=direction)
    if told and tells:
        # What came or went with its variant is told by that.
        kept = [_without(item, set(gone) | set(come)) for item in (told, tells)]
        _discriminator(subject, kept[0], kept[1], way, direction, found)
    elif (told or tells) and not gone and not come:
        words = "is told apart" if tells else "is not told apart any more"
        found.add("discriminator-changed", subject, words, old=way, new=way, direction=direction)


def _without(told: Mapping[str, Any], variants: set[str]) -> Mapping[str, Any]:
    mapping = {
        value: [item for item in items if key_of(item) not in variants]
        for value, items in told["mapping"].items()
    }
    return {**told, "mapping": {value: items for value, items in mapping.items() if items}}
