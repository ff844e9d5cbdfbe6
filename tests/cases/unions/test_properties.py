"""For random unions: what jsonschema takes for one variant is decoded as that, and sent back as it came."""

import itertools
import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.config import ClientConfig
from generator.pipeline import generate

NAMES = ("a", "b", "c", "kind")
# What a text with a format may be; a format whose values do not come back as they are is left out here.
FORMATS = {
    "date": "2026-01-31",
    "date-time": "2026-01-31T10:20:30Z",
    "duration": "P1M",
    "time": "10:20:30",
    "uuid": "8a0ad4ae-6a5c-4a5b-8f53-9c8d5a2b7c10",
    "decimal": "1.10",
}
UNIONS = 12
COUNTER = itertools.count()

scalars: st.SearchStrategy[Any] = st.one_of(
    st.just({"type": "string"}),
    st.sampled_from(sorted(FORMATS)).map(lambda name: {"type": "string", "format": name}),
    st.just({"type": "integer"}),
    st.just({"type": "number"}),
    st.just({"type": "boolean"}),
    # No true among them: pydantic takes 1 for it.
    st.sampled_from(["x", "y", 1, 2]).map(lambda value: {"const": value}),
    st.sampled_from([["x", "y"], ["y", "z"], [1, 2], ["x"]]).map(lambda values: {"enum": values}),
)
plain_properties = st.one_of(scalars, scalars.map(lambda schema: {"type": "array", "items": schema}))
properties = st.one_of(plain_properties, scalars.map(lambda schema: {"anyOf": [schema, {"type": "null"}]}))


@st.composite
def objects(draw: st.DrawFn, *, is_plain: bool = False) -> dict[str, Any]:
    """An object with a few properties, of which some are required.

    Models take null for what may be absent, and properties that the document does not know: what these alone
    would tell apart is nothing that models tell apart. A plain object has neither.
    """
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True))
    required = draw(st.lists(st.sampled_from(names), unique=True))
    closed = draw(st.sampled_from([{}] if is_plain else [{}, {"additionalProperties": False}]))
    fields = {name: draw(plain_properties if is_plain else properties) for name in names}
    return {"type": "object", "properties": fields, "required": required, **closed}


@st.composite
def tagged(draw: st.DrawFn) -> dict[str, Any]:
    """A union of objects whose constants tell them apart, stated or not."""
    tags = draw(st.lists(st.sampled_from(["k1", "k2", "k3", "k4"]), min_size=2, max_size=3, unique=True))
    variants: list[dict[str, Any]] = []
    for tag in tags:
        variant = draw(objects())
        variant["properties"]["kind"] = draw(st.sampled_from([{"const": tag}, {"enum": [tag, f"{tag}x"]}]))
        variant["required"] = sorted({*variant["required"], "kind"})
        variants.append(variant)
    stated = draw(st.sampled_from([{}, {"discriminator": {"propertyName": "kind"}}]))
    return {draw(st.sampled_from(["oneOf", "anyOf"])): variants, **stated}


@st.composite
def mixed(draw: st.DrawFn) -> dict[str, Any]:
    """A union of anything, a map among it."""
    others = st.one_of(
        scalars,
        scalars.map(lambda schema: {"type": "array", "items": schema}),
        scalars.map(lambda schema: {"type": "object", "additionalProperties": schema}),
        objects(is_plain=True),
        objects(is_plain=True),
        st.just({"type": "null"}),
    )
    return {draw(st.sampled_from(["oneOf", "anyOf"])): draw(st.lists(others, min_size=2, max_size=4))}


@st.composite
def alike(draw: st.DrawFn) -> dict[str, Any]:
    """A union of objects that only their structure tells apart."""
    found = draw(st.lists(objects(is_plain=True), min_size=2, max_size=3))
    return {draw(st.sampled_from(["oneOf", "anyOf"])): found}


def values_of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values that a schema allows."""
    match schema:
        case {"const": value}:
            return st.just(value)
        case {"enum": values}:
            return st.sampled_from(values)
        case {"anyOf": variants} | {"oneOf": variants}:
            return st.one_of(*map(values_of, variants))
        case {"type": "string", "format": name}:
            return st.just(FORMATS[name])
        case {"type": "array", "items": items}:
            return st.lists(values_of(items), max_size=3)
        case {"type": "object", "properties": _}:
            return objects_of(schema)
        case {"type": "object", "additionalProperties": value}:
            return st.dictionaries(st.sampled_from([*NAMES, "d"]), values_of(value), max_size=3)
        case {"type": kind}:
            return VALUES[kind]
        case _:
            raise AssertionError(schema)


VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": st.sampled_from(["", "x", "z", "1", "true", "1.10", "2026-01-31"]),
    "integer": st.integers(-(2**53), 2**53),
    "number": st.one_of(st.floats(-1e9, 1e9), st.integers(-9, 9)),
    "boolean": st.booleans(),
    "null": st.none(),
}


def objects_of(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Objects that a schema allows, some with a property that it does not declare."""
    fields = {name: values_of(found) for name, found in schema["properties"].items()}
    required = {name: fields[name] for name in schema["required"]}
    optional = {name: found for name, found in fields.items() if name not in required}
    is_closed = "additionalProperties" in schema
    more = st.sampled_from([{}, {}, {} if is_closed else {"further": [1, "x", None]}])
    return st.tuples(st.fixed_dictionaries(required, optional=optional), more).map(
        lambda pair: pair[0] | pair[1]
    )


def written(unions: list[dict[str, Any]]) -> dict[str, Any]:
    """The document of unions: the variants that are objects have names of their own."""
    schemas: dict[str, Any] = {}
    for number, union in enumerate(unions):
        keyword = "oneOf" if "oneOf" in union else "anyOf"
        variants: list[Any] = []
        for index, variant in enumerate(union[keyword]):
            name = f"U{number}V{index}"
            is_object = "properties" in variant
            variants.append({"$ref": f"#/components/schemas/{name}"} if is_object else variant)
            if is_object:
                schemas[name] = variant
        schemas[f"U{number}"] = {**union, keyword: variants}
    content = {f"u{number}": {"$ref": f"#/components/schemas/U{number}"} for number in range(len(unions))}
    schemas["All"] = {"type": "object", "properties": content}
    whole = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/All"}}}}
    operation = {
        "operationId": "all",
        "requestBody": whole,
        "responses": {"200": {"description": "All.", **whole}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Unions", "version": "1"},
        "paths": {"/all": {"put": operation}},
        "components": {"schemas": schemas},
    }


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[dict[str, Any]], ModuleType]]:
    """Makes packages, each of another name."""
    folder = tmp_path_factory.mktemp("unions")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)

        def build(document: dict[str, Any]) -> ModuleType:
            package = f"random_unions_{next(COUNTER)}"
            source = Path(folder) / f"{package}.json"
            source.write_text(json.dumps(document), "utf-8")
            generate(
                ClientConfig(document=str(source), output=str(folder), package=package, resources="tags")
            )
            return import_module(package)

        yield build


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],  # each try makes a package, so to look for the smallest fault takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    unions=st.lists(st.one_of(tagged(), alike(), mixed()), min_size=UNIONS, max_size=UNIONS), data=st.data()
)
def test_values_are_of_the_variant_that_jsonschema_takes_and_come_back_as_they_were(
    build: Callable[[dict[str, Any]], ModuleType], unions: list[dict[str, Any]], data: st.DataObject
) -> None:
    package = build(written(unions))
    decoding = import_module(f"{package.__name__}._runtime.decoding")
    plain = import_module(f"{package.__name__}._runtime.values").plain
    for number, union in enumerate(unions):
        variants = union.get("oneOf", union.get("anyOf"))
        for variant in variants:
            value = data.draw(values_of(variant))
            fitting = [
                index for index, found in enumerate(variants) if Draft202012Validator(found).is_valid(value)
            ]
            if len(fitting) != 1:  # nobody knows which one is meant
                continue
            name, content = f"u{number}", json.dumps({f"u{number}": value}).encode()
            whole = decoding.decode_json(package.models.All, content)
            decoded = getattr(whole, name)
            if "properties" in variants[fitting[0]]:
                assert type(decoded).__name__ == f"U{number}V{fitting[0]}", (union, value)
            else:
                assert not hasattr(decoded, "model_fields"), (union, value)
            assert same(plain(whole), {name: value}), (union, value, decoded)


def same(left: Any, right: Any) -> bool:
    """Whether two values are one JSON value: 1 and 1.0 are, 1 and true are not, nor 1 and "1"."""
    match left, right:
        case dict(), dict():
            return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
        case list(), list():
            return len(left) == len(right) and all(map(same, left, right))
        case _:
            return isinstance(left, bool) is isinstance(right, bool) and left == right
