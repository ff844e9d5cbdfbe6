"""What a schema says about values beyond their type, in words for docstrings."""

from collections.abc import Iterable
from typing import Any

from generator.reading.nodes import is_number
from generator.reading.raw import mapping_at, text_at

NOTABLE_PATTERN = 60
LOWER_BOUNDS = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})
UPPER_BOUNDS = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
CONSTRAINTS = LOWER_BOUNDS | UPPER_BOUNDS | {"multipleOf", "pattern", "uniqueItems"}


def constraints(*schemas: dict[str, Any]) -> tuple[str, ...]:
    """Return the constraints that schemas in the one spelling make together, in words.

    Only the server checks them.
    """
    schema = narrowest(schemas)
    if CONSTRAINTS.isdisjoint(schema):
        return ()
    return tuple(
        note
        for note in (
            _range(schema.get("minimum"), schema.get("maximum"), ""),
            _exclusive(schema),
            _range(schema.get("minLength"), schema.get("maxLength"), "character"),
            _range(schema.get("minItems"), schema.get("maxItems"), "item"),
            _range(schema.get("minProperties"), schema.get("maxProperties"), "entry", "entries"),
            "no item twice" if schema.get("uniqueItems") is True else "",
            f"a multiple of {schema['multipleOf']}" if is_number(schema.get("multipleOf")) else "",
            _pattern(schema.get("pattern")),
        )
        if note
    )


def narrowest(schemas: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the keywords of schemas that hold together: of several bounds the narrowest, else the last."""
    found: dict[str, Any] = {}
    for schema in schemas:
        for key, value in schema.items():
            narrower = max if key in LOWER_BOUNDS else min if key in UPPER_BOUNDS else None
            comparable = narrower is not None and is_number(value) and is_number(found.get(key))
            found[key] = narrower(found[key], value) if narrower and comparable else value
    return found


def text(value: Any) -> str:
    """Return prose of the document, or nothing where it is none."""
    return value.strip() if isinstance(value, str) else ""


def _range(least: Any, most: Any, unit: str, units: str | None = None) -> str:
    low = least if is_number(least) and (least or not unit) else None
    high = most if is_number(most) else None
    if low is None and high is None:
        return ""
    measure = "" if not unit else f" {unit if (high or low) == 1 else units or unit + 's'}"
    if low is not None and high is not None:
        return f"{low} to {high}{measure}" if low != high else f"exactly {low}{measure}"
    return f"at least {low}{measure}" if high is None else f"at most {high}{measure}"


def _exclusive(schema: dict[str, Any]) -> str:
    low, high = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    parts = [f"more than {low}"] if is_number(low) else []
    parts += [f"less than {high}"] if is_number(high) else []
    return " and ".join(parts)


def _pattern(pattern: Any) -> str:
    return f"matching {pattern}" if isinstance(pattern, str) and len(pattern) <= NOTABLE_PATTERN else ""


def docs_of(raw: dict[str, Any]) -> str | None:
    """Return the URL of what else there is to read (OAS 3.1.1, 4.8.11); only those that browsers open."""
    url = text_at(mapping_at(raw.get("externalDocs")).get("url"))
    return url if url is not None and url.startswith(("https://", "http://")) else None
