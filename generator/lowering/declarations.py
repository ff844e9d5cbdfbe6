"""What the declarations of one value say besides its type; parts of an object may each declare a property."""

import json
from typing import Any

from generator.lowering.keywords import inline_parts, only_annotates
from generator.lowering.merging import Placed
from generator.lowering.notes import CONSTRAINTS, constraints, text
from generator.reading.nodes import is_mapping

MARKS = frozenset({"readOnly", "writeOnly", "deprecated"})
# What a value tells besides its type, or where it may stand.
NOTED = CONSTRAINTS | {"default", "allOf"}


def notes_of(declarations: list[Placed]) -> tuple[str | None, tuple[str, ...]]:
    """Return the documented default of a value as JSON text, and its constraints in words.

    Of several declarations the last one that has a default gives it, and their constraints hold together.
    """
    # Few schemas have either: the others need not be spelled again.
    noted = [item for item in declarations if is_mapping(item.node) and not NOTED.isdisjoint(item.node)]
    if not noted:
        return None, ()
    schemas = [part for item in noted for part in inline_parts(item.node, item.place.location)]
    return _default_of(schemas), constraints(*schemas)


def _default_of(schemas: list[dict[str, Any]]) -> str | None:
    stated = [schema["default"] for schema in schemas if "default" in schema]
    return json.dumps(stated[-1], ensure_ascii=False, sort_keys=True) if stated else None


def annotating(declarations: list[Placed]) -> list[dict[str, Any]]:
    """Return the schemas that annotate a value, the last first, each before its allOf in place."""
    return [
        part
        for item in reversed(declarations)
        if is_mapping(item.node)
        for part in (_parts(item) if "allOf" in item.node else (item.node,))  # most have none
    ]


def _parts(item: Placed) -> list[dict[str, Any]]:
    return [*inline_parts(item.node, item.place.location)][::-1]


def described(nodes: list[dict[str, Any]]) -> str:
    """Return the description in the first of several schemas that has one."""
    for node in nodes:
        if node.get("description"):
            return text(node["description"])
    return ""


def marks_of(nodes: list[dict[str, Any]]) -> set[str]:
    """Return the keywords of `MARKS` that one of several schemas says are true."""
    return {
        keyword
        for node in nodes
        if not MARKS.isdisjoint(node)  # most have none
        for keyword in MARKS
        if node.get(keyword) is True
    }


def telling(declarations: list[Placed]) -> list[Placed]:
    """Return those of a property's declarations that its type follows from, which all hold together."""
    if len(declarations) == 1:
        return declarations
    last = declarations[-1]
    # The same words mean the same in the same file only: references are relative to it.
    if all((item.node, item.file) == (last.node, last.file) for item in declarations):
        return [last]
    restricting_ones = [item for item in declarations if not only_annotates(item.node)]
    return restricting_ones or [last]
