"""What the keywords of a schema are about, before it is known what they mean together."""

from collections.abc import Iterator
from typing import Any

from generator.diagnostics import Location
from generator.lowering.context import Context, Place
from generator.reading.dialect import restricts, spell
from generator.reading.nodes import is_mapping
from generator.reading.raw import mapping_at, sequence_at

# Keywords that restrict values in a way no Python type says. They are documented nowhere but in the ledger.
UNCHECKED = (
    ("not", "values that 'not' forbids are accepted"),
    ("if", "the condition 'if' is not checked"),
    ("dependentSchemas", "'dependentSchemas' is not checked"),
    ("dependentRequired", "'dependentRequired' is not checked"),
    ("contains", "'contains' is not checked"),
    ("propertyNames", "'propertyNames' is not checked"),
    ("unevaluatedProperties", "further properties are accepted"),
    ("unevaluatedItems", "further items are accepted"),
)
UNCHECKED_KEYWORDS = frozenset(keyword for keyword, _ in UNCHECKED)


def spelled(node: Any, place: Place, context: Context) -> dict[str, Any]:
    """Return a schema in the one spelling; what of it is not checked is entered in the ledger."""
    context.honoured += 1
    schema = spell(node, place.location, context.ledger)
    if not UNCHECKED_KEYWORDS.isdisjoint(schema):
        for keyword, message in UNCHECKED:
            if keyword in schema and schema[keyword] not in ({}, True, False, None):
                context.record(f"unchecked-{keyword}", message, place.location.child(keyword))
    return schema


def inline_parts(node: Any, location: Location) -> Iterator[dict[str, Any]]:
    """Yield what a schema says where it is written: its own keywords, and those of its allOf in place."""
    schema = spell(node, location, [])
    for index, part in enumerate(schema.get("allOf", ())):
        yield from inline_parts(part, location.child("allOf", index))
    yield schema


def implied_types(schema: dict[str, Any]) -> list[str]:
    """Return the types that a schema without `type` speaks of by its keywords."""
    if {"properties", "additionalProperties", "patternProperties", "required"} & schema.keys():
        return ["object"]
    if {"items", "prefixItems"} & schema.keys():
        return ["array"]
    if {"contentMediaType", "contentEncoding"} & schema.keys():
        return ["string"]
    return []


def typed(node: Any, types: list[str] | None) -> Any:
    """Return a variant with the types that stand beside its union, where its own keywords name none."""
    says_more = {"$ref", "type", "const", "enum", "allOf", "oneOf", "anyOf", "not"}
    if not types or not is_mapping(node) or says_more & node.keys() or implied_types(node):
        return node
    return {**node, "type": types}


def restricting(node: Any) -> set[str]:
    """Return the keywords of a schema that say which values are allowed."""
    said = mapping_at(node).items()
    return {key for key, value in said if restricts(key) and (value is not None or key == "const")}


def only_annotates(node: Any) -> bool:
    """Whether a schema allows every value, and only describes them."""
    return is_mapping(node) and not restricting(node) and node.get("nullable") is not True


def only_requires(node: Any) -> bool:
    """Whether a schema only says which properties are required together."""
    return is_mapping(node) and "required" in node and restricting(node) <= {"required", "type", "not"}


def said(schema: dict[str, Any], key: str) -> Any:
    """Return an annotation of a schema, else that of the first part of it in place that has it.

    These are the parts of its allOf, and the only variant of a union that is not null.
    """
    parts = [schema, *sequence_at(schema.get("allOf"))]
    for keyword in ("oneOf", "anyOf"):
        variants = [variant for variant in sequence_at(schema.get(keyword)) if not is_null(variant)]
        parts += variants if len(variants) == 1 else []
    inline = [part for part in map(mapping_at, parts) if part is schema or "$ref" not in part]
    return next((part[key] for part in inline if part.get(key)), None)


def is_null(node: Any) -> bool:
    """Whether a schema as it stands in the document allows null and nothing else."""
    node = mapping_at(node)
    if node.get("type") in ("null", ["null"]) or node.get("enum") == [None]:
        return True
    return "const" in node and node["const"] is None
