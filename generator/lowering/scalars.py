"""The types of single values: text with a format, enums and constants."""

import json
import re
from collections.abc import Mapping
from typing import Any, Literal

from generator.ir import (
    Anything,
    Array,
    Boolean,
    Const,
    Enum,
    Integer,
    Map,
    Null,
    Number,
    String,
    Type,
    Union,
)
from generator.lowering.context import Context, Place
from generator.lowering.members import member_names
from generator.media import BYTES
from generator.reading.dialect import STRING_FORMATS
from generator.reading.nodes import is_collection, is_mapping
from generator.reading.raw import mapping_at, sequence_at
from generator.scalars import Scalar

# The formats that say of a number that it has no fraction, the OAI Format Registry's and others' spellings.
_WHOLE = re.compile(r"u?int(?:eger)?(?:8|16|32|64)?|long")

# The formats that say that an integer is a point in time, without hyphens: no registry has any.
_EPOCHS: Mapping[str, Literal["seconds", "milliseconds"]] = {
    **dict.fromkeys(("unixtime", "unixtimestamp", "unixseconds", "epochseconds"), "seconds"),
    **dict.fromkeys(("unixtimemillis", "unixmillis", "epochmillis", "epochmilliseconds"), "milliseconds"),
}
# What tells of a number by one of its kind.
_TELLING = ("const", "default", "example", "minimum", "maximum", "multipleOf")

# What the values of each Python type are.
_SCALARS: dict[type, Type] = {str: String(), int: Integer(), float: Number(), bool: Boolean()}


def lower_string(schema: dict[str, Any]) -> String:
    """Return the type of text, encoded content among it (JSON Schema Validation 2020-12, 8)."""
    format_ = schema.get("format")
    if "contentEncoding" in schema and schema["contentEncoding"] in {"base64", "base64url"}:
        format_ = "byte"
    elif "contentMediaType" in schema and format_ is None and "contentEncoding" not in schema:
        format_ = "binary" if schema["contentMediaType"] == BYTES else None
    return String(format_ if format_ in STRING_FORMATS else None)


def lower_integer(schema: dict[str, Any]) -> Integer:
    """Return the type of an integer, which may be a point in time by its format."""
    format_ = schema.get("format")
    return Integer(_EPOCHS.get(re.sub("[-_ ]", "", format_.lower())) if isinstance(format_, str) else None)


def lower_number(schema: dict[str, Any]) -> Integer | Number:
    """Return the type of a number: an integer where its format is one of integers."""
    format_ = schema.get("format")
    is_whole = isinstance(format_, str) and _WHOLE.fullmatch(format_.lower()) is not None
    return Integer() if is_whole and not _has_fraction(schema) else Number()


def _has_fraction(schema: dict[str, Any]) -> bool:
    """Whether what is told of a number has a fraction, whatever its format says."""
    told = [schema[key] for key in _TELLING if key in schema]
    told += [item for key in ("examples", "enum") for item in sequence_at(schema.get(key))]
    return any(isinstance(item, float) and not item.is_integer() for item in told)


def holds_json(schema: dict[str, Any]) -> bool:
    """Whether text is said to hold JSON that a schema describes (JSON Schema Validation 2020-12, 8.5)."""
    media_type = schema.get("contentMediaType")
    is_json = isinstance(media_type, str) and media_type.partition(";")[0].endswith(("/json", "+json"))
    return is_json and "contentSchema" in schema and "contentEncoding" not in schema


def lower_const(value: Any, place: Place, context: Context) -> Type:
    """Return the type of one value."""
    if value is None:
        return Null()
    if isinstance(value, str | int | float):
        return Const(value)
    message = "a const that is a list or object is not checked"
    context.record("structured-const", message, place.location)
    return Map(Anything()) if is_mapping(value) else Array(Anything())


def lower_enum(schema: dict[str, Any], place: Place, context: Context) -> Type:
    """Return the type of one of several values."""
    values = _scalars(schema["enum"])
    if any(is_collection(value) for value in schema["enum"]):
        context.record("structured-enum", "an enum of lists or objects is not checked", place.location)
        return Anything()
    kinds = {type(value) for value in values}
    if kinds == {bool}:
        return Const(values[0]) if len(values) == 1 else Boolean()
    if float in kinds and kinds <= {int, float}:
        message = "an enum of numbers with fractions is read as any number"
        context.record("number-enum", message, place.location)
        return Number()
    if len(kinds) > 1:
        message = "an enum of several types is read as any value of these"
        context.record("mixed-enum", message, place.location)
        return Union(tuple(dict.fromkeys(_SCALARS[type(value)] for value in values)))
    if schema.get("type") == ["string"] and kinds != {str}:
        values = [str(value) for value in values]
    if len(values) == 1:
        return Const(values[0])
    # What generators for .NET are told of an enum that is no text with known values.
    is_closed = mapping_at(schema.get("x-ms-enum")).get("modelAsString") is False
    names, is_hinted = member_names(schema, values)
    return Enum(tuple(values), names, is_closed, is_hinted)


def given_value(*schemas: dict[str, Any]) -> str | None:
    """Return the scalar that schemas demand or suggest, as text: const, a single enum value, a default."""
    consts = [schema["const"] for schema in schemas if "const" in schema]
    enums = [schema["enum"][0] for schema in schemas if len(schema.get("enum", ())) == 1]
    defaults = [schema["default"] for schema in schemas if "default" in schema]
    value = next(iter((*consts, *enums, *defaults)), None)
    if value is None or is_collection(value):
        return None
    return value if isinstance(value, str) else json.dumps(value)


def _scalars(values: list[Any]) -> list[Scalar]:
    """Return the distinct scalars: 1 and true are two."""
    found: dict[tuple[str, Scalar], Scalar] = {}
    for value in values:
        if not is_collection(value):
            found[type(value).__name__, value] = value
    return list(found.values())
