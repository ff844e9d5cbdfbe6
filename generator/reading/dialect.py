"""One spelling for the schemas of OpenAPI 3.0, 3.1 and 3.2, and for the small faults of real documents.

Pass: normalise. In: a schema object as it stands in the document. Out: a mapping in which

- `type` is a list of known type names without `null`, or absent;
- `nullable` is true where null is allowed, however the document said so;
- `exclusiveMinimum` and `exclusiveMaximum` are numbers;
- `prefixItems` holds what `items: [...]` meant before 2020-12;
- boolean schemas, empty enums and values of the wrong kind are gone.

It is done one schema at a time, when lowering comes to it, so that what nobody uses costs nothing. Pointers
stay what they were.
"""

from typing import Any

from generator.diagnostics import Location
from generator.ir import Entry
from generator.reading.nodes import is_mapping, is_sequence

TYPES: tuple[Any, ...] = ("string", "number", "integer", "boolean", "array", "object")
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
MAPPINGS = ("properties", "patternProperties", "$defs", "discriminator", "dependentSchemas")
LISTS = ("allOf", "oneOf", "anyOf", "enum", "prefixItems")
# The keywords that each mend is about: a schema has few of them, and there are tens of thousands of schemas.
TYPED_KEYWORDS = frozenset({*MAPPINGS, *LISTS, "required", "$ref"})
NULL_KEYWORDS = frozenset({"nullable", "enum"})
BOUND_KEYWORDS = frozenset({"exclusiveMinimum", "exclusiveMaximum"})
# What says what a value is without its `type`.
_WHOLE = frozenset({"$ref", "allOf", "oneOf", "anyOf", "properties", "items", "enum", "const"})
_NULLS = ({"type": "null"}, {"type": ["null"]}, {"enum": [None]}, {"const": None})
_NULL_OR_NOTHING = "taken literally no value is null and this at once; it is read as either"
MENDED_KEYWORDS = TYPED_KEYWORDS | NULL_KEYWORDS | BOUND_KEYWORDS | {"items"}


def spell(schema: Any, location: Location, ledger: list[Entry]) -> dict[str, Any]:
    """Return the schema in the one spelling; each mend is entered in the ledger."""
    if schema is True or schema is None:
        return {}
    if schema is False:
        return {"not": {}}
    if not is_mapping(schema):
        _record(
            ledger, "not-a-schema", f"a schema cannot be {_kind(schema)}; any value is accepted", location
        )
        return {}
    spelled = dict(schema)
    type_ = spelled.get("type")
    if type_ in TYPES:
        spelled["type"] = [type_]
    elif "type" in spelled:
        _spell_types(spelled, location, ledger)
    if MENDED_KEYWORDS.isdisjoint(spelled):  # most schemas are a type and prose
        return spelled
    if not TYPED_KEYWORDS.isdisjoint(spelled):
        _drop_misplaced(spelled, location, ledger)
    if not NULL_KEYWORDS.isdisjoint(spelled):
        _spell_null(spelled)
    if "allOf" in spelled:
        _spell_null_part(spelled, location, ledger)
    if not BOUND_KEYWORDS.isdisjoint(spelled):
        _spell_bounds(spelled)
    if "items" in spelled:
        _spell_items(spelled)
    return spelled


def _drop_misplaced(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    for key in MAPPINGS:
        if key in schema and not isinstance(schema[key], dict):
            _drop(schema, key, "a mapping", location, ledger)
    for key in LISTS:
        if key in schema and not isinstance(schema[key], list):
            _drop(schema, key, "a list", location, ledger)
    for key in ("allOf", "oneOf", "anyOf", "enum"):
        if schema.get(key) == []:
            _drop(schema, key, "anything but empty", location, ledger)
    required = schema.get("required")
    if is_sequence(required):
        schema["required"] = [name for name in required if isinstance(name, str)]
    elif required is not None:
        _drop(schema, "required", "a list of names", location, ledger)
    if "$ref" in schema and not isinstance(schema["$ref"], str):
        _drop(schema, "$ref", "text", location, ledger)


def _drop(schema: dict[str, Any], key: str, expected: str, location: Location, ledger: list[Entry]) -> None:
    value = schema.pop(key)
    if value is not None:
        message = f"'{key}' must be {expected}; it is left out"
        place = location.child(key)
        ledger.append(Entry(kind="ignored", code="misplaced-keyword", message=message, location=place))


def _spell_types(schema: dict[str, Any], location: Location, ledger: list[Entry]) -> None:
    given = schema.pop("type")
    names: list[Any] = given if is_sequence(given) else [given]
    types: list[str] = []
    for name in names:
        if name in TYPES:
            types.append(name)
        elif name is None or name == "null":
            schema["nullable"] = True
        else:
            types += _foreign_type(name, location, ledger)
    if names in (["null"], [None]):
        if _WHOLE.isdisjoint(schema):
            schema["const"] = None
        else:
            _record(ledger, "null-or-nothing", _NULL_OR_NOTHING, location.child("type"))
    if types:
        schema["type"] = list(dict.fromkeys(types))


def _foreign_type(name: Any, location: Location, ledger: list[Entry]) -> list[str]:
    """Return what is meant by a type that OpenAPI does not know, if that can be told."""
    known = FOREIGN_TYPES.get(name.lower()) if isinstance(name, str) else None
    message = f"the type {name!r} is unknown to OpenAPI; read as {known or 'any value'}"
    _record(ledger, "unknown-type", message, location.child("type"))
    return [known] if known else []


def _spell_null(schema: dict[str, Any]) -> None:
    enum = schema.get("enum")
    if enum is not None and None in enum:
        schema["nullable"] = True
        for key in ("x-enum-varnames", "x-enumNames"):
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


def _spell_bounds(schema: dict[str, Any]) -> None:
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool):
            strict = schema.pop(exclusive)
            if strict and bound in schema:
                schema[exclusive] = schema.pop(bound)


def _spell_items(schema: dict[str, Any]) -> None:
    if isinstance(schema.get("items"), list):
        schema["prefixItems"] = schema.pop("items")
        if "additionalItems" in schema:
            schema["items"] = schema.pop("additionalItems")


def _record(ledger: list[Entry], code: str, message: str, location: Location) -> None:
    ledger.append(Entry(kind="approximated", code=code, message=message, location=location))


def _kind(value: Any) -> str:
    names = {"str": "text", "list": "a list", "int": "a number", "float": "a number", "bool": "true or false"}
    return names.get(type(value).__name__, "empty")
