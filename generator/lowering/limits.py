"""What a schema demands of values beyond their type, where it is written: for whoever compares documents."""

from collections.abc import Iterator
from typing import Any

from generator.ir import Limits
from generator.lowering.notes import CONSTRAINTS
from generator.reading.dialect import format_meant
from generator.reading.nodes import is_mapping
from generator.reading.raw import sequence_at

_TOLD = CONSTRAINTS | {"format", "contentEncoding", "contentMediaType"}
_INSIDE = {"items": "[]", "additionalProperties": "{}", "not": "not "}
_APPLIED = ("allOf", "anyOf", "oneOf")
_NESTING = frozenset({*_INSIDE, *_APPLIED})
# A schema without any of these demands nothing.
LIMITING = _TOLD | _NESTING
# A schema within as many others is looked at; behind that only its type counts.
_DEPTH = 5


def limits_of(*schemas: Any) -> Limits:
    """Return the constraints and formats that schemas make together, those of items and values below them.

    Pairs of a keyword and its value, sorted; `[]` before a keyword stands for the items of a list, `{}` for
    the values of a map, `|string.` for the variant of that type. What a reference leads to says its own.
    """
    found: dict[str, Any] = {}
    for schema in schemas:
        if is_mapping(schema) and not LIMITING.isdisjoint(schema):
            found |= dict(_limits(schema, "", _DEPTH))
    return tuple(sorted(found.items()))


def _limits(schema: dict[str, Any], prefix: str, depth: int) -> Iterator[tuple[str, Any]]:
    for keyword in _TOLD & schema.keys():
        yield from _limit(schema, keyword, prefix)
    if depth == 0 or _NESTING.isdisjoint(schema):
        return
    for keyword, mark in _INSIDE.items():
        inner = schema.get(keyword)
        if is_mapping(inner):
            yield from _limits(inner, f"{prefix}{mark}", depth - 1)
    for keyword in _APPLIED:
        for part in sequence_at(schema.get(keyword)):
            if is_mapping(part):
                mark = "" if keyword == "allOf" else f"|{_type_of(part)}."
                yield from _limits(part, f"{prefix}{mark}", depth - 1)


def _limit(schema: dict[str, Any], keyword: str, prefix: str) -> Iterator[tuple[str, Any]]:
    value = schema[keyword]
    if isinstance(value, bool) and keyword.startswith("exclusive"):  # as OpenAPI 3.0 says it
        bound = schema.get(keyword.removeprefix("exclusive").lower())
        if value and bound is not None:
            yield f"{prefix}{keyword}", bound
    elif isinstance(value, str | int | float) and value is not False and not _is_type(keyword, value):
        yield f"{prefix}{keyword}", value


def _is_type(keyword: str, value: str | float) -> bool:
    """Tell whether a format, however it is spelled, is no constraint: the type says it."""
    return keyword == "format" and isinstance(value, str) and format_meant(value) is not None


def _type_of(schema: dict[str, Any]) -> str:
    type_ = schema.get("type")
    return type_ if isinstance(type_, str) else "+".join(sorted(map(str, sequence_at(type_))))
