"""Numbers that JSON and Python write in ways of their own.

JSON Schema has `1.0` and `1e3` among its integers; and a JSON number has as many digits as it likes, where a
`float` has 53 bits. Not all servers take `1.0` for the `1` that they sent.
"""

import re
from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .free import models_first
from .narrowing import is_list, is_object
from .records import record


def _in_json_schema(*_: object) -> dict[str, str]:
    return {"type": "number"}


# To pydantic `true` is a number, and so it would write one that a server sent in a number's place.
_AS_IT_IS: Final = core_schema.simple_ser_schema("any")
_TAKEN_FOR_NUMBERS: Final = frozenset({"int", "literal"})
_UNIONS: Final = frozenset({"union", "tagged-union"})

# Pydantic takes what fits exactly, the first that does. In the other order a number with a fraction would be
# refused as an int first, which takes half as long as to read it.
_NUMBER: Final = core_schema.union_schema(
    [core_schema.float_schema(), core_schema.int_schema(strict=True)],
    custom_error_type="float_type",
    metadata={"pydantic_js_functions": [_in_json_schema]},
)

# As many as Python reads wherever it is set to read few (`sys.set_int_max_str_digits`).
_DIGITS: Final = re.compile(r"[+-]?[0-9]{1,640}")
_BOUNDS: Final = frozenset({"gt", "ge", "lt", "le", "multiple_of"})
# Where what pydantic calls a schema has those of its parts.
_PARTS: Final = ("schema", "items_schema", "values_schema", "extras_schema", "fields", "choices")


def is_whole(value: object) -> bool:
    """Tell whether a value is an integer that was written as `1.0` or `1e3` (JSON Schema Core, 4.2.3)."""
    return isinstance(value, float) and value.is_integer()


def as_written(value: Any, text: str) -> Any:
    """Return what plain text was read as: where that is a number without point and exponent, an `int`."""
    return int(text) if isinstance(value, float) and _DIGITS.fullmatch(text) else value


def keeping_digits(schema: Any) -> Any:
    """Return a schema of pydantic in which a number without point and exponent stays an `int`.

    What is no number is written as what it is.

    To type checkers an `int` is a `float` (PEP 484, "The numeric tower"). Models in it say it themselves, and
    what keeps them already stays as it is: schemas are made of schemas. On the way, unions of models and
    free objects come to prefer models.
    """
    return _kept(schema, _AS_IT_IS)


def _kept(schema: Any, written: Any) -> Any:
    if schema["type"] == "float":
        return schema if _BOUNDS & {*schema} else _written(_NUMBER, written)
    if schema["type"] in _TAKEN_FOR_NUMBERS or _keeps(schema):
        return _written(schema, written)
    if schema["type"] == "model":
        return schema
    # In a union, what writes anything would write what another variant has a form for.
    inside = None if schema["type"] in _UNIONS else written
    parts = [key for key in _PARTS if key in schema]
    kept = {**schema, **{key: _in_part(schema[key], inside) for key in parts}} if parts else schema
    return models_first(kept) if kept["type"] == "union" else kept


def _written(schema: Any, written: Any) -> Any:
    """Return the schema of a number that is written in a way, unless somebody's own code says how."""
    told = schema.get("serialization", _AS_IT_IS)
    if told != _AS_IT_IS or ("serialization" in schema) == (written is not None):
        return schema
    plain = {key: value for key, value in schema.items() if key != "serialization"}
    return {**plain, "serialization": written} if written is not None else plain


def _keeps(schema: Any) -> bool:
    """Tell whether a schema is that of such numbers, which pydantic may have copied."""
    metadata: Any = schema.get("metadata") or {}
    return _in_json_schema in metadata.get("pydantic_js_functions", ())


@record
class KeepingDigits:
    """Has pydantic keep all digits of a type that is no model."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Return how pydantic reads the type."""
        kept: CoreSchema = keeping_digits(handler(source))
        return kept


def _in_part(part: Any, written: Any) -> Any:
    """Return what a schema has for a part: another, several, or several by their names."""
    if is_list(part):
        return [_kept(item, written) if is_object(item) else item for item in part]
    if isinstance(part.get("type"), str):
        return _kept(part, written)
    return {name: _kept(item, written) if is_object(item) else item for name, item in part.items()}
