# Copied from templates/_runtime/free.py. DO NOT EDIT: it is made anew.
"""Objects that a union takes as they come, beside models: each is a model where it fits one.

Of the types that fit, pydantic takes the one that fits most exactly. To it an enum in JSON is less exact than
any dictionary, so that an answer would be a dictionary wherever an enum is in it.
"""

from typing import Any, Final

from pydantic_core import core_schema

from .narrowing import is_list, is_sequence

_PARTS: Final = ("schema", "items_schema", "values_schema")
_PLAIN: Final = frozenset({"any", "bool", "float", "int", "str"})
_AS_IT_IS: Final = core_schema.simple_ser_schema("any")


def models_first(union: Any) -> Any:
    """Return a union of pydantic's that takes an object in JSON for a dictionary where it is no model.

    Of a model that requires nothing, and none of whose properties are there, and a dictionary, it is what the
    document has first. What is given in Python stays what it is.
    """
    if union.get("mode", "smart") != "smart":
        return union
    schemas = [_schema_of(choice) for choice in union["choices"]]
    free = [_is_free(schema) for schema in schemas]
    if not any(free) or not any(map(_may_hold_models, schemas)):
        return union
    choices = [
        (_yielding(schema), _name(schema)) if is_free else choice
        for choice, schema, is_free in zip(union["choices"], schemas, free, strict=True)
    ]
    in_json: Any = {**union, "choices": choices}
    return core_schema.json_or_python_schema(in_json, union)


def _schema_of(choice: Any) -> Any:
    """Return a choice without its label."""
    return choice[0] if is_sequence(choice) else choice


def _is_free(schema: Any) -> bool:
    """Tell whether what pydantic calls a schema is of maps without models, or of lists of them."""
    if schema["type"] == "dict":
        return not _may_hold_models(schema.get("values_schema", core_schema.any_schema()))
    parts = [schema[key] for key in _PARTS if key in schema]
    return schema["type"] in {"list", "nullable"} and any(map(_is_free, parts))


def _may_hold_models(schema: Any) -> bool:
    """Tell whether a schema has a model in it, or may have one: enums and aliases are referred to alike."""
    if schema["type"] in {"definition-ref", "model", "tagged-union"}:
        return True
    found = [schema[key] for key in (*_PARTS, "lax_schema") if key in schema]
    parts = [item for part in found for item in (part if is_list(part) else [part])]
    return any(map(_may_hold_models, [*parts, *map(_schema_of, schema.get("choices", ()))]))


def _yielding(schema: Any) -> Any:
    """Return a schema of maps that pydantic takes where it is no model with any of its properties.

    It takes the most fields that it can set. A `TypedDict` has none here, where a dictionary would be as good
    as a model with any; and beside a model with as few, what went through `Any` is no exact match.
    """
    if schema["type"] != "dict":
        return {**schema, **{key: _yielding(schema[key]) for key in _PARTS if key in schema}}
    values = schema.get("values_schema", core_schema.any_schema())
    fieldless = core_schema.typed_dict_schema({}, extra_behavior="allow", extras_schema=values)
    # What is written in a way of its own would not be so behind `Any`.
    if values["type"] not in _PLAIN or values.get("serialization", _AS_IT_IS) != _AS_IT_IS:
        return fieldless
    return core_schema.chain_schema([fieldless, core_schema.any_schema()])


def _name(schema: Any) -> str:
    """Return what pydantic calls a schema in the places of faults."""
    kind: str = schema["type"]
    parts = [_name(schema[key]) for key in ("keys_schema", *_PARTS) if key in schema]
    return f"{kind}[{','.join(parts)}]" if parts else kind
