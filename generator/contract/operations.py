"""What changed in operations: how they are called, and what is sent and answered."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.contract import spelling
from generator.contract.arguments import compare_arguments, renames, taken
from generator.contract.findings import Findings
from generator.contract.paths import template
from generator.contract.records import Direction, Where
from generator.contract.relations import is_constant
from generator.contract.security import compare_security
from generator.contract.servers import compare_own_servers
from generator.contract.terms import Term, key_of
from generator.inference.client_parameters import known_as
from generator.media import is_json

_ENCODING = ("media_type", "lists", "objects", "dates", "allow_reserved", "allow_slashes")


def compare_operation(
    keys: tuple[str, str], old: Mapping[str, Any], new: Mapping[str, Any], found: Findings
) -> None:
    """Find what changed in an operation of both packages; `keys` are its requests in both."""
    subject, ways = new["call"], (("operations", keys[0]), ("operations", keys[1]))
    (method, _, path), (other, _, further) = keys[0].partition(" "), keys[1].partition(" ")
    if old["call"] != new["call"]:
        how = "renamed by the generator, for its request is the same" if keys[0] == keys[1] else "renamed"
        _add(found, "operation-renamed", old["call"], f"is now called {new['call']}: {how}", ways)
    if method != other:
        _add(found, "method-changed", subject, f"requests {other}, was {method}", ways)
    if template(path) != template(further) or _are_swapped(_names(path), _names(further)):
        _add(found, "path-changed", subject, f"requests {further}, was {path}", ways)
    _calls(old, new, ways, found)
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        rule, told = (
            ("deprecated", "is deprecated")
            if new.get("deprecated")
            else ("no-longer-deprecated", "is not deprecated any more")
        )
        _add(found, f"operation-{rule}", subject, told, ways)
    compare_own_servers(subject, old.get("servers", ()), new.get("servers", ()), ways, found)
    compare_security(subject, old["security"], new["security"], ways, found)
    pairs = tuple(_pairs(old.get("parameters", {}), new.get("parameters", {}), (path, further)))
    _parameters(subject, pairs, old, new, ways, found)
    _body(subject, old.get("body"), new.get("body"), ways, found)
    compare_arguments(old, new, pairs, ways, found)
    _responses(subject, old.get("responses", {}), new.get("responses", {}), ways, found)
    _returned(subject, old, new, ways, found)


def _calls(
    old: Mapping[str, Any], new: Mapping[str, Any], ways: tuple[Where, Where], found: Findings
) -> None:
    """Find what changed in the further calls that settings make of an operation."""
    before, after = _made(old), _made(new)
    for call in sorted(before.keys() - after.keys() - {new["call"]}):
        _add(found, "call-removed", call, "is gone", ways)
    for call in sorted(after.keys() - before.keys() - {old["call"], new["call"]}):
        _add(found, "call-added", call, "is new", ways)
    for call in sorted(before.keys() & after.keys()):
        if before[call] != after[call]:
            _add(found, "call-changed", call, f"always sends {after[call]}, was {before[call]}", ways)
    polling = old.get("polling", {}), new.get("polling", {})
    if all(polling) and polling[0] != polling[1]:
        told = _differing(polling[0], polling[1])
        _add(found, "polling-changed", new["poll"], f"waits otherwise: {told}", ways)


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """Return which facts differ, and how."""
    keys = sorted(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    return ", ".join(f"{key} {key_of(new.get(key))}, was {key_of(old.get(key))}" for key in keys)


def _made(operation: Mapping[str, Any]) -> dict[str, Any]:
    """Return the calls that settings make of an operation, and what each always sends."""
    polls: dict[str, Any] = {operation["poll"]: {}} if "poll" in operation else {}
    return {**operation.get("methods", {}), **polls}


def _are_swapped(old: list[str], new: list[str]) -> bool:
    """Whether a parameter that is in both of two paths of one template stands in another place."""
    return any(name != other and name in new for name, other in zip(old, new, strict=True))


def _add(found: Findings, rule: str, subject: str, message: str, ways: tuple[Where, Where]) -> None:
    found.add(rule, subject, message, old=ways[0], new=ways[1])


# --- parameters ---


def _parameters(
    subject: str,
    pairs: tuple[tuple[str, str], ...],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    ways: tuple[Where, Where],
    found: Findings,
) -> None:
    before, after = dict(old.get("parameters", {})), dict(new.get("parameters", {}))
    for key, other in pairs:
        here = ((*ways[0], "parameters", key), (*ways[1], "parameters", other))
        _parameter(subject, (key, other), before.pop(key), after.pop(other), here, found)
    for key, item in sorted(before.items()):
        way = (*ways[0], "parameters", key)
        for told in _named(item, f"the {spelling.parameter(key)}"):
            message = f"has no {told} any more"
            found.add("parameter-removed", subject, message, old=way, new=ways[1], direction="request")
    known = taken(new.get("arguments", ""))
    for key, item in sorted(after.items()):
        way = (*ways[1], "parameters", key)
        names = item.get("arguments", {}).values()
        # What the client may give has still to be given.
        is_shared = bool(item.get("required")) and _shared(key, found.new_shared) is not None
        required = is_shared or any(known[name][1] for name in names if name in known)
        for told in _named(item, spelling.parameter(key)):
            rule = "parameter-added-required" if required else "parameter-added"
            message = f"has the new {'required' if required else 'optional'} {told}"
            found.add(rule, subject, message, old=ways[0], new=way, direction="request")


def _named(parameter: Mapping[str, Any], otherwise: str) -> list[str]:
    """Return what the arguments of a parameter are called, or else the parameter."""
    return [f"argument '{name}'" for name in parameter.get("arguments", {}).values()] or [otherwise]


def _pairs(
    old: Mapping[str, Any], new: Mapping[str, Any], paths: tuple[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield which parameters are one: of the same place and name, in the same place of the path, or moved.

    So are those that are the same argument by another name in requests.
    """
    same = old.keys() & new.keys()
    yield from ((key, key) for key in sorted(same))
    left, right = sorted(old.keys() - same), sorted(new.keys() - same)
    for key in [*left]:
        # The case of a header's name does not matter (RFC 9110, 5.1).
        wanted = [other for other in right if key.startswith("header ") and other.lower() == key.lower()]
        if len(wanted) == 1:
            left.remove(key)
            right.remove(wanted[0])
            yield key, wanted[0]
    if template(paths[0]) == template(paths[1]):
        for name, other in zip(_names(paths[0]), _names(paths[1]), strict=True):
            if f"path {name}" in left and f"path {other}" in right:
                left.remove(f"path {name}")
                right.remove(f"path {other}")
                yield f"path {name}", f"path {other}"
    for key in [*left]:
        wanted = [other for other in right if other.partition(" ")[2] == key.partition(" ")[2]]
        if len(wanted) == 1:
            left.remove(key)
            right.remove(wanted[0])
            yield key, wanted[0]
    for key in left:  # for those who call it, it is the argument that it was
        named = _arguments(old[key])
        wanted = [other for other in right if named and _arguments(new[other]) == named]
        if len(wanted) == 1:
            right.remove(wanted[0])
            yield key, wanted[0]


def _arguments(parameter: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(parameter.get("arguments", {}).values())


def _names(path: str) -> list[str]:
    return [part.partition("}")[0] for part in path.split("{")[1:]]


def _parameter(
    subject: str,
    keys: tuple[str, str],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    ways: tuple[Where, Where],
    found: Findings,
) -> None:
    what = spelling.parameter(keys[1])

    def add(rule: str, message: str) -> None:
        found.add(rule, subject, f"{what} {message}", old=ways[0], new=ways[1], direction="request")

    (where, _, name), (other, _, further) = keys[0].partition(" "), keys[1].partition(" ")
    if where != other:
        add("parameter-moved", f"was in the {where}")
    if name != further and (where == other or name.lower() != further.lower()):
        is_header = where == "header" and name.lower() == further.lower()
        is_in_path = where == other == "path"
        rule = "spelled" if is_header else "renamed" if is_in_path else "wire-name-changed"
        told = ", for the same argument" if rule == "wire-name-changed" else ""
        add(f"parameter-{rule}", f"was called '{name}'{told}")
    if bool(old.get("required")) != bool(new.get("required")):
        told = "required" if new.get("required") else "optional"
        add(f"parameter-{told}", f"is now {told}")
    was, now = _shared(keys[0], found.old_shared), _shared(keys[1], found.new_shared)
    if was != now:
        told = f"may be given to the client as '{now}'" if now else "is not taken from the client any more"
        add("parameter-shared" if now else "parameter-not-shared", told)
    if is_constant(old, found.old_models) and not is_constant(new, found.new_models):
        told = "has to be given" if new.get("required") else "is no longer sent where it is not given"
        add("parameter-no-constant", f"was always sent with its only value, and {told}")
    way = ways[1]
    found.types("parameter", subject, what, old["type"], new["type"], way, "request")
    found.values("parameter", subject, what, old, new, way, "request")
    if where == other:
        if old.get("style") != new.get("style"):
            add("parameter-style-changed", f"is now of the style {_style(new)}, was {_style(old)}")
        if old.get("explode") != new.get("explode"):
            matters = found.relations.is_compound(old["type"], new["type"])
            rule = "parameter-explode-changed" if matters else "parameter-explode-told"
            add(
                rule,
                f"is {'' if new.get('explode') == 'yes' or (old.get('explode') == 'no') else 'not '}exploded",
            )
    for key in _ENCODING:
        if old.get(key) != new.get(key):
            told = (
                f"has {key.replace('_', ' ')} {new.get(key) or 'as usual'}, was {old.get(key) or 'as usual'}"
            )
            add("parameter-encoding-changed", told)
    _renamed_arguments(subject, old, new, ways, found)


def _shared(key: str, arguments: Mapping[str, str]) -> str | None:
    """Return the client's argument for a parameter, if it has one."""
    return arguments.get(known_as(*key.split(" ", 1)))


def _style(parameter: Mapping[str, Any]) -> str:
    return parameter.get("style") or "that is usual"


def _renamed_arguments(
    subject: str, old: Mapping[str, Any], new: Mapping[str, Any], ways: tuple[Where, Where], found: Findings
) -> None:
    for name, other in renames(old.get("arguments", {}), new.get("arguments", {})):
        if name != other:
            message = f"the argument '{name}' is now called '{other}'"
            found.add("argument-renamed", subject, message, old=ways[0], new=ways[1], direction="request")


# --- bodies and responses ---


def _body(subject: str, old: Any, new: Any, ways: tuple[Where, Where], found: Findings) -> None:
    here = ((*ways[0], "body"), (*ways[1], "body"))
    if old is None or new is None:
        if new is not None:
            required = new.get("required")
            rule = "body-added-required" if required else "body-added"
            found.add(
                rule,
                subject,
                f"has a{' required' if required else ''} body",
                old=ways[0],
                new=here[1],
                direction="request",
            )
        elif old is not None:
            found.add(
                "body-removed", subject, "has no body any more", old=here[0], new=ways[1], direction="request"
            )
        return
    if bool(old.get("required")) != bool(new.get("required")):
        told = "required" if new.get("required") else "optional"
        found.add(
            f"body-{told}", subject, f"the body is now {told}", old=here[0], new=here[1], direction="request"
        )
    before, after = old.get("contents", {}), new.get("contents", {})
    # Where there are several, calls name one of them.
    respelled = _respelled(before, after, _media_type) if len(before) == len(after) == 1 else {}
    for media_type, other in respelled.items():
        message = f"sends the body as {other}, was {media_type}"
        found.add("body-media-type-spelled", subject, message, old=here[0], new=here[1], direction="request")
    before = {respelled.get(media_type, media_type): item for media_type, item in before.items()}
    if old.get("form") != new.get("form") and old.get("form") in after:
        message = f"sends the body as {new.get('form')} where a call says nothing, was {old.get('form')}"
        found.add("body-form-changed", subject, message, old=here[0], new=here[1], direction="request")
    for media_type in sorted(before.keys() - after.keys()):
        message = f"takes no body of {media_type} any more"
        found.add("body-media-type-removed", subject, message, old=here[0], new=here[1], direction="request")
    for media_type in sorted(after.keys() - before.keys()):
        message = f"takes a body of {media_type}, too"
        found.add("body-media-type-added", subject, message, old=here[0], new=here[1], direction="request")
    for media_type in sorted(before.keys() & after.keys()):
        was, now = before[media_type], after[media_type]
        _content("body", subject, f"the body of {media_type}", was, now, here[1], found)
        if was.get("encodings") != now.get("encodings"):
            message = f"the parts of the body of {media_type} travel otherwise"
            found.add(
                "body-encoding-changed", subject, message, old=here[0], new=here[1], direction="request"
            )


def _content(
    kind: str,
    subject: str,
    what: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    way: Where,
    found: Findings,
) -> None:
    direction: Direction = "request" if kind == "body" else "response"
    found.types(kind, subject, what, old["type"], new["type"], way, direction)
    found.types(
        kind,
        subject,
        f"an item of {what}",
        old.get("item") or "any",
        new.get("item") or "any",
        way,
        direction,
    )
    found.values(kind, subject, what, old, new, way, direction)


def _responses(
    subject: str, old: Mapping[str, Any], new: Mapping[str, Any], ways: tuple[Where, Where], found: Findings
) -> None:
    for status in sorted(old.keys() | new.keys()):
        here = ((*ways[0], "responses", status), (*ways[1], "responses", status))
        if status not in new:
            told = _describing(status, new)
            message = f"describes {status} by {told} now" if told else f"answers {status} no more"
            found.add("response-removed", subject, message, old=here[0], new=ways[1], direction="response")
        elif status not in old:
            told = _describing(status, old)
            found.add(
                "response-added",
                subject,
                f"describes {status} itself, was by {told}" if told else f"may answer {status}",
                old=ways[0],
                new=here[1],
                direction="response",
            )
        else:
            _response(subject, status, old[status], new[status], here, found)
        if (status in old) != (status in new) and not status.startswith("2"):
            _error_body(subject, status, _body_of(status, old), _body_of(status, new), here, found)


def _error_body(
    subject: str, status: str, old: Term | None, new: Term | None, ways: tuple[Where, Where], found: Findings
) -> None:
    """Find whether errors of a status have another body, for another response describes them."""
    is_plain = not {"@", ":"} & set(key_of(old))  # which is what JSON is anyway
    if old is not None and not (is_plain and new is None):
        what = f"the body of errors {status}"
        found.types("response", subject, what, old, new or "any", ways[1], "response")


def _describing(status: str, responses: Mapping[str, Any]) -> str | None:
    """Return which response describes a status: its own, that of its range, or else `default`."""
    return next((item for item in (status, f"{status[0]}XX", "default") if item in responses), None)


def _body_of(status: str, responses: Mapping[str, Any]) -> Term | None:
    """Return what errors of a status have for a body: by the status, its range, or else by `default`."""
    told = _describing(status, responses)
    contents: Mapping[str, Any] = responses[told].get("contents", {}) if told is not None else {}
    found = [contents[media_type]["type"] for media_type in sorted(contents) if is_json(media_type)]
    return found[0] if found else "str" if contents else None


def _response(
    subject: str,
    status: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    ways: tuple[Where, Where],
    found: Findings,
) -> None:
    def add(rule: str, message: str) -> None:
        found.add(rule, subject, message, old=ways[0], new=ways[1], direction="response")

    before, after = old.get("contents", {}), new.get("contents", {})
    respelled = _respelled(before, after, _media_type)
    for media_type, other in respelled.items():
        add("response-media-type-spelled", f"the answer {status} is {other}, was {media_type}")
    before = {respelled.get(media_type, media_type): item for media_type, item in before.items()}
    for media_type in sorted(before.keys() - after.keys()):
        add("response-media-type-removed", f"the answer {status} is no {media_type} any more")
    for media_type in sorted(after.keys() - before.keys()):
        add("response-media-type-added", f"the answer {status} may be {media_type}")
    for media_type in sorted(before.keys() & after.keys()):
        what = f"the answer {status} of {media_type}"
        _content("response", subject, what, before[media_type], after[media_type], ways[1], found)
    headers, others = old.get("headers", {}), new.get("headers", {})
    respelled = _respelled(headers, others, str.lower)
    for name, other in respelled.items():
        add("header-spelled", f"the header '{other}' of the answer {status} was written '{name}'")
    headers = {respelled.get(name, name): item for name, item in headers.items()}
    for name in sorted(headers.keys() - others.keys()):
        add("header-removed", f"the answer {status} has no header '{name}' any more")
    for name in sorted(others.keys() - headers.keys()):
        add("header-added", f"the answer {status} has the header '{name}'")
    for name in sorted(headers.keys() & others.keys()):
        what, was, now = f"the header '{name}' of the answer {status}", headers[name], others[name]
        found.types("header", subject, what, was["type"], now["type"], ways[1], "response")
        found.values("header", subject, what, was, now, ways[1], "response")
        if was.get("is_json") != now.get("is_json"):
            add("header-type-changed", f"{what} is {'' if now.get('is_json') else 'no '}JSON")


def _respelled(old: Iterable[str], new: Iterable[str], read: Callable[[str], str]) -> dict[str, str]:
    """Return what is written otherwise and read the same, by how it was written."""
    gone, come = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    pairs = {name: [other for other in come if read(other) == read(name)] for name in gone}
    return {name: others[0] for name, others in pairs.items() if len(others) == 1}


def _media_type(text: str) -> str:
    """Return a media type as answers are read by it: each says itself in which characters it is."""
    essence, *parameters = (part.strip() for part in text.lower().split(";"))
    return ";".join([essence, *(part for part in parameters if not part.startswith("charset="))])


def _in_todays_words(before: Mapping[str, Any], after: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what an older package says of pages: their number is its total where that alone is told."""
    if "total_pages" in before or before.get("total") is None or before["total"] != after.get("total_pages"):
        return before
    return {"total_pages": before["total"], **{key: before[key] for key in before if key != "total"}}


def _returned(
    subject: str, old: Mapping[str, Any], new: Mapping[str, Any], ways: tuple[Where, Where], found: Findings
) -> None:
    before, after = old.get("pagination"), new.get("pagination")
    if (before is None) != (after is None):
        rule, told = (
            ("pagination-added", "gives pages")
            if before is None
            else ("pagination-removed", "gives no pages any more")
        )
        _add(found, rule, subject, told, ways)
    elif before is not None and after is not None and (before := _in_todays_words(before, after)) != after:
        told = _differing(before, after)
        _add(found, "pagination-changed", subject, f"turns its pages otherwise: {told}", ways)
    elif _differ(old, new):
        rule = "returns-narrowed" if _parts(new["returns"]) < _parts(old["returns"]) else "returns-changed"
        _add(found, rule, subject, f"returns {new['returns']} instead of {old['returns']}", ways)
    was, now = old.get("stream"), new.get("stream")
    if was != now and old["call"] == new["call"]:
        rule = "added" if was is None else "removed" if now is None else "renamed"
        words = {
            "added": "gives a stream, too",
            "removed": "gives no stream any more",
            "renamed": "is streamed by another call",
        }
        _add(found, f"stream-{rule}", subject, words[rule], ways)


def _differ(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether the types that a call returns differ, and not only by what is told of each response."""
    if old["returns"] == new["returns"]:
        return False
    statuses = old.get("responses", {}).keys() ^ new.get("responses", {}).keys()
    media_types = any(
        old["responses"][status].get("contents", {}).keys()
        != new["responses"][status].get("contents", {}).keys()
        for status in old.get("responses", {}).keys() & new.get("responses", {}).keys()
    )
    return bool(statuses) or media_types


def _parts(returns: str) -> set[str]:
    return set(returns.split(" | "))


def compare_webhook(call: str, old: Mapping[str, Any], new: Mapping[str, Any], found: Findings) -> None:
    """Find what changed in a webhook of both packages, or in what reads any of them."""
    way = ("webhooks", call)

    def add(rule: str, message: str) -> None:
        found.add(f"webhook-{rule}", call, message, old=way, new=way, direction="response")

    _events(old, new, add)
    _request_of_webhook(old, new, add)
    before, after = old.get("contents", {}), new.get("contents", {})
    for media_type in sorted(before.keys() - after.keys()):
        add("media-type-removed", f"is sent no {media_type} any more")
    for media_type in sorted(after.keys() - before.keys()):
        add("media-type-added", f"may be sent {media_type}")
    for media_type in sorted(before.keys() & after.keys()):
        _content(
            "webhook", call, f"the payload of {media_type}", before[media_type], after[media_type], way, found
        )


def _request_of_webhook(
    old: Mapping[str, Any], new: Mapping[str, Any], add: Callable[[str, str], None]
) -> None:
    """Find what changed in how a webhook is sent; of its parameters those are told that always come."""
    was, now = old.get("method", "POST"), new.get("method", "POST")
    if was != now:
        add("method-changed", f"is sent by {now}, was by {was}")
    before, after = set(old.get("always", ())), set(new.get("always", ()))
    for key in sorted(before - after):
        add("parameter-removed", f"does not always have the {spelling.parameter(key)} any more")
    for key in sorted(after - before):
        add("parameter-added", f"always has the {spelling.parameter(key)}")


def _events(old: Mapping[str, Any], new: Mapping[str, Any], add: Callable[[str, str], None]) -> None:
    """Find what changed in how webhooks are told apart."""
    if old.get("sign") != new.get("sign"):
        add("sign-changed", f"tells webhooks apart by the {new.get('sign')}, was by the {old.get('sign')}")
    before, after = old.get("events", {}), new.get("events", {})
    for value in sorted(before.keys() | after.keys()):
        if value not in after:
            add("event-removed", f"knows no {value} any more")
        elif value not in before:
            add("event-added", f"knows {value}, too")
        elif before[value] != after[value]:
            add("event-changed", f"reads {value} with {after[value]}, was {before[value]}")
