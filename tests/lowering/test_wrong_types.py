"""Values of the wrong type, at every place of a document: none is dropped in silence, and none is our fault.

What is right there and what is not is told by others: the schema of OpenAPI 3.1, and that of JSON Schema.
Every third place is tried with each value, in `make thorough` every place.
"""

import json
import math
import os
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.config import ClientConfig
from generator.diagnostics import InputError
from generator.pipeline import Understood, understand
from generator.reading.document import parse
from generator.reading.nodes import children, is_mapping
from generator.reading.sources import Source
from generator.reading.yaml_syntax import read

Path_ = tuple[str | int, ...]

SHOP = read(Path(__file__).with_name("shop.yaml").read_text(encoding="utf-8"))
WRONG = [None, 5, "x", [], {}, [1], {"a": 1}, True, math.inf]


STEP = 1 if os.environ.get("OASMITH_THOROUGH") == "all" else 3


@pytest.mark.parametrize("number", range(len(WRONG)), ids=[repr(value) for value in WRONG])
def test_nothing_of_the_wrong_type_is_dropped_in_silence(number: int) -> None:
    places = [*_paths(SHOP)][number % STEP :: STEP]
    assert [path for path in places if _is_silent(path, WRONG[number])] == []


def _is_silent(path: Path_, value: Any) -> bool:
    """Whether nobody tells of a wrong value, and another package is made of it."""
    before = _at(SHOP, path)
    if is_mapping(before) and is_mapping(value):  # which is of the right type
        return False
    changed = _with(SHOP, path, value)
    try:
        found = _understood(changed)
    except InputError as refused:
        return not all(item.location for item in refused.diagnostics)
    if _told(found) - _told(_usual()) or found.plan.view == _usual().plan.view or _is_right(changed):
        return False
    if value is None and isinstance(path[-1], str):  # absent, as many serializers write it
        return found.plan.view != _understood(_without(SHOP, path)).plan.view
    text = _in_text(value)
    return text == value or found.plan.view != _understood(_with(SHOP, path, text)).plan.view


def _in_text(value: Any) -> Any:
    """Return a value with text in place of numbers: so they are read where text is wanted."""
    if isinstance(value, list):
        return [_in_text(item) for item in value]
    return str(value) if type(value) in (int, float) else value


def _understood(data: Any) -> Understood:
    document = parse(json.dumps(data).encode(), "shop.json")
    config = ClientConfig(document="shop.json", package="shop", output="nowhere")
    return understand(config, source=Source(document=document))


@cache
def _usual() -> Understood:
    return _understood(SHOP)


def _told(found: Understood) -> Counter[tuple[str, str]]:
    return Counter((entry.code, entry.message) for entry in found.api.ledger)


def _is_right(data: Any) -> bool:
    is_right = OpenAPIV31SpecValidator.schema_validator.is_valid(data)
    return is_right and all(Draft202012Validator(_META).is_valid(schema) for schema in _schemas(data))


_META = Draft202012Validator.META_SCHEMA


def _schemas(node: Any, key: str | int = "", above: str | int = "") -> Iterator[Any]:
    if key == "schema" or above == "schemas":
        yield node
    else:
        for below, child in children(node):
            yield from _schemas(child, below, key)


def _paths(node: Any, path: Path_ = ()) -> Iterator[Path_]:
    for key, child in children(node):
        yield (*path, key)
        yield from _paths(child, (*path, key))


def _with(data: Any, path: Path_, value: Any) -> Any:
    copied = deepcopy(data)
    _at(copied, path[:-1])[path[-1]] = value
    return copied


def _without(data: Any, path: Path_) -> Any:
    copied = deepcopy(data)
    del _at(copied, path[:-1])[path[-1]]
    return copied


def _at(node: Any, path: Path_) -> Any:
    for key in path:
        node = node[key]
    return node
