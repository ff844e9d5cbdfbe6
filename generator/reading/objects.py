"""The document's small objects in openapi-pydantic's typed model.

Schemas, contents and everything else that may be referenced is cut away first and stays in the raw tree, the
authority for order and for JSON Schema's keywords. What the model refuses is left out, entered in the ledger,
and the rest goes on: the model is never the gate.
"""

from copy import copy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Location
from generator.ir import Entry
from generator.reading.models import Info, Operation, Parameter, RequestBody, Response, SecurityScheme, Server
from generator.reading.nodes import children, is_collection, is_number
from generator.reading.raw import mapping_at

Typed = TypeVar("Typed", bound=BaseModel)

# The keys of each object that are read from the raw tree instead: they hold references, schemas or samples.
RAW_KEYS: dict[type[BaseModel], frozenset[str]] = {
    Parameter: frozenset({"schema", "content", "example", "examples"}),
    RequestBody: frozenset({"content"}),
    Response: frozenset({"headers", "content", "links"}),
    Operation: frozenset({"parameters", "requestBody", "responses", "callbacks", "servers", "security"}),
    SecurityScheme: frozenset({"flows"}),
    Server: frozenset(),
    Info: frozenset(),
}
# What a model needs although the key was cut away, or although real documents leave it out.
STAND_INS: dict[type[BaseModel], dict[str, Any]] = {
    Parameter: {"name": "", "in": "query"},
    RequestBody: {"content": {}},
    Response: {"description": ""},
    SecurityScheme: {"type": ""},
    Server: {"url": "/"},
    Info: {"title": "API", "version": ""},
}


def read(model: type[Typed], raw: Any, location: Location, ledger: list[Entry]) -> Typed:
    """Return the object in its typed model, without what the model refuses.

    Args:
        model: one of openapi-pydantic's 3.1 models in `RAW_KEYS`.
        raw: the object as it stands in the document.
        location: its place, for the ledger.
        ledger: where each refused key is entered.
    """
    cut = RAW_KEYS[model]
    data = {
        key: value
        for key, value in mapping_at(raw).items()
        if key not in cut and value is not None and not key.startswith("x-")
    }
    stand_ins = STAND_INS.get(model, {})
    while True:
        try:
            return model.model_validate({**stand_ins, **data})
        except ValidationError as refusal:
            if _mend(data, refusal):
                continue
            refused = {str(error["loc"][0]) for error in refusal.errors() if error["loc"]} & data.keys()
            if not refused:
                raise
            for key in sorted(refused):
                del data[key]
                ledger.append(_refused(location.child(key), key))


def _mend(data: dict[str, Any], refusal: ValidationError) -> bool:
    """Put text in place of numbers where text is wanted (`version: 1.0`); tell whether there were any."""
    mended = False
    for fault in refusal.errors():
        number = fault["input"]
        if fault["type"] == "string_type" and is_number(number):
            mended = _put(data, fault["loc"], str(number)) or mended
    return mended


def _put(data: dict[str, Any], path: tuple[str | int, ...], text: str) -> bool:
    """Put text at a path, in copies of what is above it; tell whether there is such a path."""
    node: Any = data
    for key in path[:-1]:
        child = dict(children(node)).get(key)
        if not is_collection(child):
            return False
        node[key] = copy(child)
        node = node[key]
    node[path[-1]] = text
    return True


def _refused(location: Location, key: str) -> Entry:
    message = f"'{key}' is not what OpenAPI allows here; it is left out"
    return Entry(kind="ignored", code="refused-value", message=message, location=location)
