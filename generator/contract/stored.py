"""`oasmith.contract.json`: a contract as it is kept beside the manifest, a line for each operation and model.

What the manifest says already, and what is usual, is left out; ARCHITECTURE.md describes the rest.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.contract.records import Contract
from generator.contract.terms import key_of
from generator.reading.files import digest, read_file

CONTRACT = "oasmith.contract.json"
SCHEMA = 4
_NOTICE = "Every public name and wire fact of this package. DO NOT EDIT: it is made anew."
_JSON = "application/json"
_USUAL_PARAMETERS = ("!str", "str")  # where the manifest says that they are required, and where not
_ANNOTATION = re.compile(r"list\[([\w.]+)\]|dict\[str, ([\w.]+)\]|([\w.]+)")
# Before a capital behind what is none, and where signs stand: there usual names have their underscores.
_BETWEEN = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_LITERAL = re.compile(r"Literal\['(\w+)'\]")
_BUILTINS = {
    "str": "str",
    "int": "int",
    "float": "num",
    "bool": "bool",
    "Any": "any",
    "scalars.DateTime": "str:date-time",
}
# What of an operation and a model the manifest has.
_OF_OPERATION = frozenset({"id", "call", "returns", "stream", "pagination", "methods", "poll"})
_OF_MODEL = frozenset({"pointer", "module"})
# The parts of a record in the order of their fingerprints; those of parameters and responses stand behind.
_PARTS = ("request", "body", "pages", "security", "servers", "poll", "accept")
_LENGTH = 4
# What of pages in a manifest is no fact about them, but why they were taken for such.
EVIDENCE = frozenset({"source", "score", "reasons", "size_default", "size_maximum"})


def dump(contract: Contract, fields: Mapping[str, Mapping[str, str]]) -> bytes:
    """Return the bytes of a contract; `fields` are the annotations of each model in the manifest."""
    annotations = {path.rpartition(".")[2]: told for path, told in fields.items()}
    usual = _usual_security(contract)
    webhooks = {call: _less(item, {"returns"}) for call, item in contract.webhooks.items()}
    parts: list[tuple[str, Mapping[str, Any]]] = [
        ("client", {**contract.client, "security": json.loads(usual)}),
        ("operations", {key: _packed_operation(item, usual) for key, item in contract.operations.items()}),
        ("webhooks", webhooks),
        (
            "models",
            {name: _packed_model(item, annotations.get(name, {})) for name, item in contract.models.items()},
        ),
    ]
    lines = [f'{{"notice":{_line(_NOTICE)},"schema":{SCHEMA}']
    for name, items in parts:
        lines.append(f',"{name}":{{')
        lines += [f"{_line(key)}:{_line(item)}," for key, item in items.items()]
        lines[-1] = f"{lines[-1].removesuffix(',')}}}"
    return ("\n".join(lines) + "\n}\n").encode()


def load(content: bytes, manifest: Mapping[str, Any]) -> Contract | None:
    """Return the contract that a file holds, with what its manifest says; None where it cannot be read."""
    try:
        stored = json.loads(content)
        return _unpacked(stored, manifest) if stored["schema"] == SCHEMA else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def known_contract(folder: Path, manifest: Mapping[str, Any]) -> Contract | None:
    """Return the contract of a package on the disk; None where it has none that its manifest vouches for."""
    try:
        content = read_file(folder / CONTRACT, follow=False).replace(b"\r\n", b"\n")  # Git may change them
    except OSError:
        return None
    if digest(content) != manifest["files"].get(CONTRACT):
        return None
    return load(content, manifest)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _less(item: Mapping[str, Any], without: frozenset[str] | set[str]) -> dict[str, Any]:
    return {key: value for key, value in item.items() if key not in without}


def _usual_security(contract: Contract) -> str:
    counts = Counter(key_of(item["security"]) for item in contract.operations.values())
    return max(sorted(counts), key=lambda key: counts[key], default="[]")


# --- in fewer bytes ---


def _packed_operation(item: Mapping[str, Any], usual: str) -> dict[str, Any]:
    packed = _less(item, _OF_OPERATION | {"arguments", "parameters", "surface", "record"})
    if key_of(packed["security"]) == usual:
        del packed["security"]
    parameters = {
        key: _packed(_less(value, {"arguments"})) for key, value in item.get("parameters", {}).items()
    }
    told = {key: value for key, value in parameters.items() if value not in _USUAL_PARAMETERS}
    if told:
        packed["parameters"] = told
    if item.get("arguments", "") != _usual_arguments(item):
        packed["arguments"] = item.get("arguments", "")
    if "body" in packed:
        contents = {
            media_type: _packed(value) for media_type, value in item["body"].get("contents", {}).items()
        }
        packed["body"] = {**_less(item["body"], {"arguments", "form"}), "contents": contents}
    if "responses" in packed:
        packed["responses"] = {status: _packed_response(value) for status, value in item["responses"].items()}
    return {**packed, "sum": _packed_sum(item)}


def _packed_sum(item: Mapping[str, Any]) -> str:
    """Return the fingerprints of an operation: one after the other, nothing for a part that it lacks."""
    record = item["record"]
    of_many = ("".join(record[part] for part in _many(name, item)) for name in ("parameters", "responses"))
    return " ".join([item["surface"], *(record.get(name, "") for name in _PARTS), *of_many])


def _many(name: str, item: Mapping[str, Any]) -> list[str]:
    """Return the parts of an operation's record that tell of its parameters, or of its responses."""
    return [f"{name} {key}" for key in sorted(item.get(name, {}))]


def _unpacked_record(sums: list[str], item: Mapping[str, Any]) -> dict[str, str]:
    found = {name: text for name, text in zip(_PARTS, sums, strict=False) if text}
    for name, text in zip(("parameters", "responses"), sums[len(_PARTS) :], strict=True):
        pieces = (text[place : place + _LENGTH] for place in range(0, len(text), _LENGTH))
        found |= dict(zip(_many(name, item), pieces, strict=True))
    return found


def _usual_arguments(item: Mapping[str, Any]) -> str:
    """Return what a method usually takes: what is in the path by position, all else by name."""
    parameters = item.get("parameters", {})
    in_path = [
        name
        for key, value in parameters.items()
        if key.startswith("path ")
        for name in value.get("arguments", {}).values()
    ]
    others = [
        f"{name}{'' if value.get('required') else '?'}"
        for key, value in parameters.items()
        if not key.startswith("path ")
        for name in value.get("arguments", {}).values()
    ]
    others += [f"{name}?" for name in _body_arguments(item.get("body")).values()]
    return " ".join([*(f"{name}/" for name in in_path), *sorted(others)])


def _body_arguments(body: Mapping[str, Any] | None) -> Mapping[str, str]:
    """Return the arguments of a body; a manifest has those of the objects that it may be for themselves."""
    if body is None:
        return {}
    of_variants = {wire: name for known in body.get("variants", ()) for wire, name in known.items()}
    return {**body.get("arguments", {}), **of_variants}


def _packed(item: Mapping[str, Any]) -> Any:
    """Return something with a type: `!` before it says that it is required; alone, where there is no more.

    `~` stands before its format, where that does not change the type, and `=` before its only value.
    """
    type_, mark = item["type"], "!" if item.get("required") else ""
    rest = _less(item, {"type", "required"})
    match type_:
        case str():
            text = type_
        case ["const", value]:
            text = f"={_line(value)}"
        case _:
            return {"type": type_, **({"required": True} if mark else {}), **rest}
    limits = rest.get("limits", {})
    if set(limits) == {"format"} and not text.startswith("="):
        text, rest = f"{text}~{limits['format']}", _less(rest, {"limits"})
    return {"type": f"{mark}{text}", **rest} if rest else f"{mark}{text}"


def _unpacked_item(item: Any) -> dict[str, Any]:
    said: dict[str, Any] = {"type": item} if isinstance(item, str) else dict(item)
    if isinstance(said["type"], str):
        text, rest = said["type"], _less(said, {"type"})
        if text.startswith("!"):
            text, rest = text[1:], {"required": True, **rest}
        if text.startswith("="):
            return {"type": ["const", json.loads(text[1:])], **rest}
        text, told, format_ = text.partition("~")
        said = {"type": text, **rest, **({"limits": {"format": format_}} if told else {})}
    return said


def _packed_response(item: Mapping[str, Any]) -> Any:
    packed = {
        key: {name: _packed(value) for name, value in item[key].items()}
        for key in ("contents", "headers")
        if key in item
    }
    if list(packed) == ["contents"] and list(packed["contents"]) == [_JSON]:
        type_ = packed["contents"][_JSON]
        return type_ if isinstance(type_, str) else packed
    return packed


def _packed_model(item: Mapping[str, Any], annotations: Mapping[str, str]) -> Any:
    """Return a model; of an object of which the manifest says everything there is but the fingerprint."""
    packed = _less(item, _OF_MODEL | {"surface"})
    if "members" in packed:
        values = list(item["members"].values())
        if _usual_members(values) == item["members"]:
            packed["members"] = values
    if "fields" in packed:
        fields = {
            wire: _packed_field(wire, value, annotations)
            for wire, value in item["fields"].items()
            if value != _told_by(wire, annotations.get(wire))
        }
        if not fields and set(packed) == {"fields"}:
            return item["surface"]
        packed["fields"] = fields
    return {**packed, "sum": item["surface"]}


def _packed_field(wire: str, item: Mapping[str, Any], annotations: Mapping[str, str]) -> Any:
    """Return a field; `.` stands for the type that its annotation in the manifest says already."""
    said = _less(item, {"name"}) if item["name"] == _usual_name(wire) else item
    told = _told_by(item["name"], annotations.get(item["name"]))
    if told is not None and isinstance(said["type"], str) and said["type"].removesuffix("?") == told["type"]:
        said = {**said, "type": said["type"].replace(told["type"], ".", 1)}
    return _packed(said)


def _usual_members(values: list[Any]) -> dict[str, Any]:
    return {_usual_name(str(value)).upper(): value for value in values}


def _usual_name(wire: str) -> str:
    """Return the name that is not stored, part of the format: how names are made may change, this may not."""
    return _BETWEEN.sub("_", wire).lower()


def _told_by(name: str, annotation: str | None) -> dict[str, Any] | None:
    """Return the field that a simple annotation in the manifest tells of; None of others."""
    if annotation is None:
        return None
    text = annotation.removesuffix(" | None")
    if text.startswith("Literal["):
        return _told_literal(name, text, is_optional=text != annotation)
    found = _ANNOTATION.fullmatch(text)
    if found is None:
        return None
    held, mark = found[1] or found[2] or found[3], "[]" if found[1] else "{}" if found[2] else ""
    term = _BUILTINS.get(held) or f"@{held}"
    return {"type": f"{term}{mark}", **({} if text != annotation else {"required": True}), "name": name}


def _told_literal(name: str, text: str, *, is_optional: bool) -> dict[str, Any] | None:
    """Return the field whose only value is a plain text."""
    found = _LITERAL.fullmatch(text)
    if found is None:
        return None
    return {"type": ["const", found[1]], **({} if is_optional else {"required": True}), "name": name}


# --- and back ---


def _unpacked(stored: Mapping[str, Any], manifest: Mapping[str, Any]) -> Contract:
    usual = stored["client"].pop("security")
    told = {f"{item['method']} {item['path']}": item for item in manifest["operations"]}
    webhooks = {item["call"]: item["returns"] for item in manifest.get("webhooks", ())}
    return Contract(
        client=stored["client"],
        operations={key: _operation(item, told[key], usual) for key, item in stored["operations"].items()},
        webhooks={call: _webhook(item, webhooks.get(call)) for call, item in stored["webhooks"].items()},
        models=dict(_models(stored["models"], manifest)),
        places={},
    )


def _webhook(item: Mapping[str, Any], returns: str | None) -> dict[str, Any]:
    """Return a webhook; of what reads any of them the manifest does not say what it gives."""
    return {**item} if returns is None else {"returns": returns, **item}


def _operation(item: dict[str, Any], told: Mapping[str, Any], usual: Any) -> dict[str, Any]:
    body, (taken, given, *sums) = item.pop("body", None), item.pop("sum").split(" ")
    responses = {status: _response(value) for status, value in item.get("responses", {}).items()}
    found: dict[str, Any] = {name: told[name] for name in ("id", "call", "returns")}
    found |= {name: told[name] for name in ("stream", "methods", "poll") if told.get(name) is not None}
    found |= {"pagination": _less(told["pagination"], EVIDENCE)} if told.get("pagination") is not None else {}
    parameters = _parameters(item.pop("parameters", {}), told)
    found |= {"security": usual, **item}
    found |= {"parameters": parameters} if parameters else {}
    if body is not None:
        contents = {media_type: _unpacked_item(value) for media_type, value in body["contents"].items()}
        form = {"form": told["body"]["media_type"]} if told["body"] is not None else {}
        found["body"] = _with_arguments({**body, **form, "contents": contents}, _body_arguments(told["body"]))
    arguments = item.get("arguments", _usual_arguments(found))
    found |= {"arguments": arguments} if arguments else {}
    found |= {"responses": responses} if responses else {}
    return {**found, "surface": f"{taken} {given}", "record": _unpacked_record(sums, found)}


def _parameters(stored: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in told["parameters"]:
        key = f"{item['in']} {item['name']}"
        usual = _USUAL_PARAMETERS[0 if item["required"] else 1]
        found[key] = _with_arguments(_unpacked_item(stored.get(key, usual)), item["arguments"])
    return found


def _with_arguments(item: Mapping[str, Any], arguments: Mapping[str, str]) -> dict[str, Any]:
    return {**item, **({"arguments": arguments} if arguments else {})}


def _response(item: Any) -> Any:
    said = {"contents": {_JSON: item}} if isinstance(item, str) else item
    return {key: {name: _unpacked_item(value) for name, value in held.items()} for key, held in said.items()}


def _models(stored: Mapping[str, Any], manifest: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    known = {**manifest.get("inline_models", {}), **manifest.get("models", {})}
    places = {path.rpartition(".")[2]: (place, path) for place, path in known.items()}
    fields = {path.rpartition(".")[2]: told for path, told in manifest.get("fields", {}).items()}
    for name, packed in stored.items():
        place, path = places[name]
        item: dict[str, Any] = {"fields": {}, "sum": packed} if isinstance(packed, str) else packed
        if "fields" in item:
            item["fields"] = _fields(item["fields"], fields.get(name, {}))
        if isinstance(item.get("members"), list):
            item["members"] = _usual_members(item["members"])
        pointer = place.removeprefix("#") if place.startswith("#") else place
        yield (
            name,
            {
                "pointer": pointer,
                "module": path.split(".")[1],
                **_less(item, {"sum"}),
                "surface": item["sum"],
            },
        )


def _field(item: dict[str, Any], annotations: Mapping[str, str]) -> dict[str, Any]:
    if item["type"] not in (".", ".?"):
        return item
    told = _told_by(item["name"], annotations[item["name"]]) or {}
    return {**item, "type": item["type"].replace(".", told["type"], 1)}


def _fields(stored: Mapping[str, Any], annotations: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of an object: those that are stored, and those of which the annotation says all."""
    found = {
        wire: _field({"name": _usual_name(wire), **_unpacked_item(value)}, annotations)
        for wire, value in stored.items()
    }
    known = {item["name"] for item in found.values()}
    for name, annotation in annotations.items():
        told = _told_by(name, annotation)
        if name not in known and told is not None:
            found[name] = told
    return dict(sorted(found.items()))
