"""Dates of HTTP: the headers that have theirs in its own form, and not in that of JSON (RFC 9110, 5.6.7)."""

from typing import Any

from generator.ir import DateStyle, Nullable, ParameterLocation, String, Type
from generator.reading.raw import mapping_at

# What HTTP itself defines to be a date; `If-Range` may also be an entity tag, which is text.
_HEADERS = frozenset(
    {"date", "expires", "if-modified-since", "if-range", "if-unmodified-since", "last-modified"}
)
# The name that Azure's documents have for this form (RFC 1123, 5.2.14).
_FORMAT = "date-time-rfc1123"


def date_style(where: ParameterLocation, name: str, schema: Any, example: Any) -> DateStyle:
    """Return how a parameter writes a date-time when the document does not say it.

    Whoever gets a date in another form than HTTP's has to ignore it (RFC 9110, 13.1.4), and then does what
    the condition should have prevented.

    Args:
        where: where it travels.
        name: its name.
        schema: its schema, references followed.
        example: a value that the document gives for it; one in digits shows a form of the server's own.
    """
    is_dated = name.lower() in _HEADERS or mapping_at(schema).get("format") == _FORMAT
    if where != "header" or not is_dated or not _is_text(schema) or str(example)[:1].isdigit():
        return "rfc3339"
    return "http-date"


def as_moment(type_: Type, schema: Any) -> Type:
    """Return the type of a date-time for text of a schema, and every other type as it is."""
    if not _is_text(schema):
        return type_
    return Nullable(String("date-time")) if isinstance(type_, Nullable) else String("date-time")


def _is_text(schema: Any) -> bool:
    """Whether a schema is of text with no values of its own."""
    keywords = mapping_at(schema)
    types = keywords.get("type")
    return "string" in (types if isinstance(types, list) else [types]) and not {"enum", "const"} & {*keywords}
