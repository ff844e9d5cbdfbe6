"""Schemas with a hole (`$dynamicRef`), filled by those that refer to them (JSON Schema 2020-12, 8.2.3.2).

A schema that binds a dynamic anchor in its `$defs` beside a reference means what it refers to, with the bound
schema in place of each `$dynamicRef` to that anchor: so documents write `Page<T>`. Only what is referred to
directly is looked at.
"""

from typing import Any
from urllib.parse import quote

from generator.lowering.context import Context, Place
from generator.reading.nodes import is_mapping, is_sequence
from generator.reading.raw import mapping_at, sequence_at
from generator.reading.references import Resolved, UnresolvedReferenceError, is_reference


def filled(schema: dict[str, Any], place: Place, context: Context) -> dict[str, Any]:
    """Return a schema with the holes filled of what it refers to; itself where it fills none."""
    bindings = _bindings(schema, place)
    if not bindings:
        return schema
    parts = [{"$ref": schema["$ref"]}] if "$ref" in schema else []
    parts += sequence_at(schema.get("allOf"))
    rest = {key: value for key, value in schema.items() if key not in {"$ref", "allOf", "$defs"}}
    return (
        {**rest, "allOf": [_filled_part(part, bindings, place, context) for part in parts]} if parts else rest
    )


def _bindings(schema: dict[str, Any], place: Place) -> dict[str, str]:
    """Return a reference to the schema that is bound to each dynamic anchor."""
    named = mapping_at(schema.get("$defs")).items()
    return {
        node["$dynamicAnchor"]: _reference(place.location.child("$defs", name).pointer)
        for name, node in named
        if is_mapping(node) and isinstance(node.get("$dynamicAnchor"), str)
    }


def _filled_part(part: Any, bindings: dict[str, str], place: Place, context: Context) -> Any:
    if not is_reference(part):
        return part
    target = context.resolve_schema(part["$ref"], place.location)
    if target.location.file != place.location.file:
        return part
    return {**_filled_node(target.node, bindings, target, context)}


def _filled_node(node: Any, bindings: dict[str, str], target: Resolved, context: Context) -> Any:
    """Return a node of a target, its references made good for any place of the document."""
    if is_sequence(node):
        return [_filled_node(item, bindings, target, context) for item in node]
    if not is_mapping(node):
        return node
    dynamic = node.get("$dynamicRef")
    if isinstance(dynamic, str) and dynamic.removeprefix("#") in bindings:
        return {"$ref": bindings[dynamic.removeprefix("#")]}
    copied = {
        key: _filled_node(value, bindings, target, context)
        for key, value in node.items()
        if key not in {"$id", "$defs", "$anchor", "$dynamicAnchor"}
    }
    return copied | _absolute(node, target, context)


def _absolute(node: dict[str, Any], target: Resolved, context: Context) -> dict[str, str]:
    if not is_reference(node):
        return {}
    try:
        found = context.references.resolve_schema({"$ref": node["$ref"]}, target.location)
    except UnresolvedReferenceError:  # it is reported where it stands
        return {}
    same = found.location.file == target.location.file
    return {"$ref": _reference(found.location.pointer)} if same else {}


def _reference(pointer: str) -> str:
    return f"#{quote(pointer, safe='/~')}"
