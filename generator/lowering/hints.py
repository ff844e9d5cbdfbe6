"""What schemas say of values that changes no type, but tells what the values are for."""

import math
from collections.abc import Sequence
from typing import Any

from generator.ir import Hints
from generator.lowering.limits import LIMITING, limits_of
from generator.reading.nodes import is_mapping
from generator.reading.raw import sequence_at

TELLING = frozenset({"format", "example", "examples", "minimum", "maximum"})
NESTING = ("anyOf", "oneOf", "allOf")
_NESTED = frozenset(NESTING)
# Without any of these a schema says nothing here.
_SAYING = TELLING | LIMITING


def hints_of(*nodes: Any) -> Hints | None:
    """Return what schemas, parameters or headers say together, the first that says anything first.

    None where there is nothing, as in most.
    """
    saying = [node for node in nodes if is_mapping(node) and not _SAYING.isdisjoint(node)]
    if not saying:
        return None
    said: dict[str, Any] = {}
    for node in saying:
        for schema in _parts(node):
            for key in TELLING & schema.keys():
                said.setdefault(key, schema[key])
    limits = limits_of(*saying)
    if not said and not limits:
        return None
    format_ = said.get("format")
    return Hints(
        format=format_ if isinstance(format_, str) else None,
        example=example_of(said),
        minimum=_number(said.get("minimum")),
        maximum=_number(said.get("maximum")),
        limits=limits,
    )


def example_of(node: dict[str, Any]) -> Any:
    """Return the example that a schema, parameter, header or media type gives; None where it gives none."""
    if "example" in node:
        return node["example"]
    examples = node.get("examples")
    if is_mapping(examples):  # OAS: of parameters and media types, by name
        for _, example in sorted(examples.items()):  # the order of names says nothing
            if is_mapping(example) and "value" in example:
                return example["value"]
        return None
    return next(iter(sequence_at(examples)), None)


def _parts(node: dict[str, Any]) -> Sequence[dict[str, Any]]:
    """Return a schema and those that it is put together from where it is written; most are alone."""
    if _NESTED.isdisjoint(node):
        return (node,)
    parts = (part for keyword in NESTING for part in sequence_at(node.get(keyword)))
    return (node, *filter(is_mapping, parts))


def _number(value: Any) -> int | None:
    if isinstance(value, float):
        return int(value) if math.isfinite(value) else None
    return value if type(value) is int else None
