"""One spelling for the schemas of OpenAPI 3.0, 3.1 and 3.2, and for the small faults of real documents.

Pass: normalise. In: a schema object as it stands in the document. Out: a mapping in which

- `type` is a list of known type names without `null`, or absent;
- `nullable` is true where null is allowed, however the document said so;
- `exclusiveMinimum` and `exclusiveMaximum` are numbers;
- `prefixItems` holds what `items: [...]` meant before 2020-12;
- formats that change what text is are spelled as OpenAPI has them (`dateTime` is `date-time`);
- the values of an enum of numbers or booleans are such, where the document has them as text;
- a union of nothing but constants of one type is an enum;
- boolean schemas, empty enums and values of the wrong kind are gone; of what is wrong the ledger tells.

It is done one schema at a time, when lowering comes to it, so that what nobody uses costs nothing. Pointers
stay what they were.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from generator.diagnostics import Location
from generator.ir import Entry
from generator.reading.kinds import FLAG, NUMBER, OBJECT, SAMPLES, SEQUENCE, TEXT, Kind, is_of, kind_of, wrong
from generator.reading.nodes import is_mapping, is_sequence

# Keywords that say nothing about which values are allowed.
ANNOTATIONS = frozenset(
    {"title", "description", "summary", "deprecated", "readOnly", "writeOnly", "default", "example"}
    | {
        "examples",
        "externalDocs",
        "xml",
        "nullable",
        "$comment",
        "$id",
        "$schema",
        "$anchor",
        "$dynamicAnchor",
    }
    | {"$defs", "discriminator"}
)
TYPES: tuple[Any, ...] = ("string", "number", "integer", "boolean", "array", "object")
# Extensions with a name for each value of an enum; and with a member for each, which has a name.
NAMES = ("x-enum-varnames", "x-enumNames", "x-enum-names", "x-enumVarNames", "x-speakeasy-enums")
MEMBERS = ("x-enum-values", "x-enum-elements", "x-enum")
# What tools write for `type` without OpenAPI knowing it.
FOREIGN_TYPES = {
    "int": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "bool": "boolean",
    "str": "string",
    "text": "string",
    "uuid": "string",
    "date": "string",
    "datetime": "string",
    "dict": "object",
    "map": "object",
    "list": "array",
    "any": None,
    "file": "string",
}
# The formats that change what text is, and with it the Python type; every other one is only told.
STRING_FORMATS = frozenset({"date-time", "date", "time", "duration", "uuid", "byte", "binary", "decimal"})
_FORMATS = {re.sub("[^a-z]", "", name): name for name in STRING_FORMATS}  # by their letters
_LONGEST_FORMAT = 20
# A title that is longer is prose.
_LONGEST_NAME = 40


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


# What texts stand for values of a type, and these values: a number that begins with 0 is a name.
_WRITTEN: Mapping[str, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    "integer": (re.compile(r"-?(?:0|[1-9][0-9]{0,30})"), int),
    "number": (re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?"), _number),
    "boolean": (re.compile("(?i)true|false"), lambda text: text.lower() == "true"),
}
_SCHEMA = Kind("a schema", (dict, bool))
_BOUND = Kind("a finite number", (int, float, bool))  # as OpenAPI 3.0 has it beside another
_TEXTS = ("title", "description", "format", "pattern", "contentEncoding", "contentMediaType", "$ref")
_FLAGS = ("nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems")
_SIZES = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_MAPPINGS = ("properties", "patternProperties", "$defs", "discriminator", "dependentSchemas")
# Lists that say something only where they have an item.
_FILLED = ("allOf", "oneOf", "anyOf", "enum", "prefixItems")
_LISTS = (*_FILLED, "required")
_SCHEMAS = ("additionalProperties", "not", "contentSchema", "propertyNames", "contains", "if")
# What the values of keywords are; of others nothing is read, or a value of any kind.
KINDS: Mapping[str, Kind] = {
    **dict.fromkeys((*_TEXTS, "$dynamicRef"), TEXT),
    **dict.fromkeys(_FLAGS, FLAG),
    **dict.fromkeys((*_SIZES, "minimum", "maximum", "multipleOf"), NUMBER),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _BOUND),
    **dict.fromkeys(_MAPPINGS, OBJECT),
    **dict.fromkeys(_LISTS, SEQUENCE),
    **dict.fromkeys((*_SCHEMAS, "unevaluatedProperties", "unevaluatedItems"), _SCHEMA),
    "items": Kind("a schema", (dict, bool, list)),
    "examples": SAMPLES,
}
_ANY = (str, int, float, bool, dict, list)
# Keywords and the types of their values that are right without a second look: most schemas have no others.
_SOUND = frozenset(
    {(key, type_) for key, kind in KINDS.items() for type_ in kind.types if type_ is not float}
    | {(key, type_) for key in ("default", "example", "const") for type_ in _ANY}
    | {("type", str), ("type", list)}
)
# The keywords that each mend is about: a schema has few of them, and there are tens of thousands of schemas.
LIST_KEYWORDS = frozenset(_LISTS)
NULL_KEYWORDS = frozenset({"nullable", "enum", "allOf", "anyOf", "oneOf"})
BOUND_KEYWORDS = frozenset({"exclusiveMinimum", "exclusiveMaximum"})
# What says what a value is without its `type`.
_WHOLE = frozenset({"$ref", "allOf", "oneOf", "anyOf", "properties", "items", "enum", "const"})
_NULLS = ({"type": "null"}, {"type": ["null"]}, {"enum": [None]}, {"const": None})
_ALTERNATIVES = frozenset({"anyOf", "oneOf"})
_NULLABLE_ALONE = frozenset({"nullable", "title", "description"})
_NULL_OR_NOTHING = "taken literally no value is null and this at once; it is read as either"
MENDED_KEYWORDS = LIST_KEYWORDS | NULL_KEYWORDS | BOUND_KEYWORDS | {"items"}


def restricts(key: str) -> bool:
    """Whether a keyword says which values are allowed."""
    return key not in ANNOTATIONS and not key.startswith("x-")


def spell(schema: Any, location: Location, ledger: list[Entry]) -> dict[str, Any]:
    """Return the schema in the one spelling; each mend is entered in the ledger."""
    if schema is True:
        return {}
    if schema is False:
        return {"not": {}}
    if not is_mapping(schema):
        _record(
            ledger, "not-a-schema", f"a schema cannot be {kind_of(schema)}; any value is accepted", location
        )
        return {}
    spelled = dict(schema)
    if not _SOUND.issuperset(zip(spelled, map(type, spelled.values()), strict=True)):
        _drop_wrong(spelled, location, ledger)
    if "type" in spelled:
        _spell_types(spelled, location, ledger)
    if MENDED_KEYWORDS.isdisjoint(spelled):  # most schemas are a type and prose
        return spelled
    for keywords, mend in _MENDS:
        if not keywords.isdisjoint(spelled):
            mend(spelled, location, ledger)
    return spelled


def _drop_wrong(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    """Drop what is of the wrong kind; null is as good as absent."""
    for key, value in tuple(schema.items()):
        kind = KINDS.get(key)
        if kind is not None and not is_of(value, kind):
            del schema[key]
            if value is not None:
                ledger.append(wrong(key, value, kind.words, location))


def _drop_empty(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    for key in _FILLED:
        if schema.get(key) == []:
            _drop(schema, key, "must be anything but empty", location, ledger)
    if "required" in schema:
        schema["required"] = _names(schema["required"], location.child("required"), ledger)


def _drop(schema: dict[str, Any], key: str, why: str, location: Location, ledger: list[Entry]) -> None:
    del schema[key]
    message, place = f"'{key}' {why}; it is left out", location.child(key)
    ledger.append(Entry(kind="ignored", code="misplaced-keyword", message=message, location=place))


def _names(required: list[Any], location: Location, ledger: list[Entry]) -> list[str]:
    for index, name in enumerate(required):
        if not isinstance(name, str):
            ledger.append(wrong(index, name, "the name of a property", location))
    return [name for name in required if isinstance(name, str)]


def _spell_types(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    given = schema.pop("type")
    if given in TYPES:
        schema["type"] = [given]
    else:
        _spell_several(schema, given, location, ledger)
    if "format" in schema and "string" in schema.get("type", ()):
        _spell_format(schema, location, ledger)


def _spell_several(schema: dict[str, Any], given: Any, location: Location, ledger: list[Entry]) -> None:
    names: list[Any] = given if is_sequence(given) else [given]
    types: list[str] = []
    for name in names:
        if name in TYPES:
            types.append(name)
        elif name is None or name == "null":
            schema["nullable"] = True
            if name is None:
                message = "null is no type without quotes; it is read as 'null'"
                _record(ledger, "unknown-type", message, location.child("type"))
        else:
            types += _foreign_type(name, location, ledger)
    if not names:
        message = "an empty list names no type; it is read as any value"
        _record(ledger, "unknown-type", message, location.child("type"))
    if names == ["null"] and _WHOLE.isdisjoint(schema):
        schema["const"] = None
    elif names == ["null"]:
        _record(ledger, "null-or-nothing", _NULL_OR_NOTHING, location.child("type"))
    if types:
        schema["type"] = list(dict.fromkeys(types))


def _foreign_type(name: Any, location: Location, ledger: list[Entry]) -> list[str]:
    """Return what is meant by a type that OpenAPI does not know, if that can be told."""
    known = FOREIGN_TYPES.get(name.lower()) if isinstance(name, str) else None
    message = f"the type {name!r} is unknown to OpenAPI; read as {known or 'any value'}"
    _record(ledger, "unknown-type", message, location.child("type"))
    return [known] if known else []


def _spell_format(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    """Spell a format as OpenAPI does, where only its case or its marks are others."""
    given = schema["format"]
    known = format_meant(given)
    if known is not None and known != given:
        schema["format"] = known
        message = f"the format {given!r} is unknown to OpenAPI; read as {known!r}"
        _record(ledger, "unknown-format", message, location.child("format"))


@lru_cache(maxsize=256)
def format_meant(name: str) -> str | None:
    """Return the format that changes what text is and has a name's letters; None where there is none."""
    letters = re.sub("[-_/ ]", "", name.lower()) if len(name) <= _LONGEST_FORMAT else ""
    return _FORMATS.get(letters)


def _spell_constants(schema: dict[str, Any], _location: Location, _ledger: list[Entry]) -> None:
    """Spell a union of constants as the enum that it is (OAS 3.1.1, "Annotated Enumerations").

    One may have several values, of which nothing is said; several that do are enums of their own.
    """
    whole = _WHOLE.intersection(schema)
    if len(whole) > 1 or "discriminator" in schema:
        return
    (keyword,) = whole
    said = [variant for variant in schema[keyword] if variant not in _NULLS]
    found = [_constants(variant) for variant in said]
    values: list[Any] = [value for each in found for value in each]
    if sum(len(each) > 1 for each in found) > 1:
        return
    kinds: set[type] = {type(value) for value in values}
    if len(values) < 2 or not all(found) or kinds not in ({str}, {int}):  # noqa: PLR2004 - one is no choice
        return
    if len(said) < len(schema.pop(keyword)):
        schema["nullable"] = True
    schema["enum"] = values
    titles = [variant.get("title") for variant in said]
    if all(isinstance(title, str) and len(title) <= _LONGEST_NAME for title in titles) and len(said) == len(
        values
    ):
        schema.setdefault(NAMES[0], titles)


def _constants(variant: Any) -> list[Any]:
    """Return the values that a schema allows, where it says no more of them than these and their type."""
    if not is_mapping(variant) or variant.get("nullable") is True:
        return []
    said = set(filter(restricts, variant))
    if said <= {"type", "const"} and "const" in said:
        return [variant["const"]]
    return list(variant["enum"]) if said <= {"type", "enum"} and is_sequence(variant.get("enum")) else []


def _spell_null(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    if "allOf" in schema:
        _spell_null_part(schema, location, ledger)
    for key in sorted(_ALTERNATIVES.intersection(schema)):
        _spell_null_alternative(schema, key, location, ledger)
    enum = schema.get("enum")
    if enum is not None and None in enum:
        schema["nullable"] = True
        for key in (*NAMES, *MEMBERS):
            if is_sequence(schema.get(key)) and len(schema[key]) == len(enum):
                pairs = zip(schema[key], enum, strict=True)
                schema[key] = [name for name, value in pairs if value is not None]
        schema["enum"] = [value for value in enum if value is not None]
        if not schema["enum"]:
            del schema["enum"]
            schema["const"] = None
    if schema.get("nullable") is not True:
        schema.pop("nullable", None)


def _spell_null_part(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    """Read null among what all have to be as what may be instead; other parts keep their places."""
    parts = [True if part in _NULLS else part for part in schema["allOf"]]
    if parts == schema["allOf"] or all(part is True for part in parts):
        return
    while parts[-1] is True:
        parts.pop()
    schema.update(allOf=parts, nullable=True)
    _record(ledger, "null-or-nothing", _NULL_OR_NOTHING, location.child("allOf"))


def _spell_null_alternative(
    schema: dict[str, Any], key: str, location: Location, ledger: list[Entry]
) -> None:
    """Read an alternative that only says that it is nullable as null: some generators write options so."""
    for index, part in enumerate(schema[key] if len(schema[key]) > 1 else ()):
        if is_mapping(part) and part.get("nullable") is True and part.keys() <= _NULLABLE_ALONE:
            parts = [{"type": "null"} if at == index else it for at, it in enumerate(schema[key])]
            schema[key] = parts
            message = "taken literally 'nullable' alone is any value; it is read as null"
            _record(ledger, "nullable-alone", message, location.child(key, index))


def _spell_bounds(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool):
            if schema[exclusive] and bound not in schema:
                _drop(schema, exclusive, f"says of no '{bound}' that it is exclusive", location, ledger)
            elif schema.pop(exclusive):
                schema[exclusive] = schema.pop(bound)


def _spell_items(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    if schema["items"] == []:
        _drop(schema, "items", "must be anything but empty", location, ledger)
    if isinstance(schema.get("items"), list):
        schema["prefixItems"] = schema.pop("items")
        if "additionalItems" in schema:
            schema["items"] = schema.pop("additionalItems")


def _spell_values(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    """Read the texts of an enum as values of its type, where all of them stand for such."""
    types = schema.get("type", [])
    known = _WRITTEN.get(types[0]) if len(types) == 1 else None
    texts = [value for value in schema["enum"] if isinstance(value, str)]
    if known is None or not texts:
        return
    pattern, read = known
    if all(map(pattern.fullmatch, texts)):
        schema["enum"] = [read(value) if isinstance(value, str) else value for value in schema["enum"]]
        message = f"the values of the type {types[0]!r} are written as text; they are read as that type"
        _record(ledger, "text-enum", message, location.child("enum"))


def _record(ledger: list[Entry], code: str, message: str, location: Location) -> None:
    ledger.append(Entry(kind="approximated", code=code, message=message, location=location))


_MENDS: tuple[tuple[frozenset[str], Callable[[dict[str, Any], Location, list[Entry]], None]], ...] = (
    (LIST_KEYWORDS, _drop_empty),
    (NULL_KEYWORDS, _spell_null),
    (BOUND_KEYWORDS, _spell_bounds),
    (_ALTERNATIVES, _spell_constants),
    (frozenset({"items"}), _spell_items),
    (frozenset({"enum"}), _spell_values),
)
