"""Unions: which variant a value is, where no discriminator says so."""

import json
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from types import ModuleType
from typing import Any, TypeAlias

import pytest

from tests.conftest import Build
from tests.support.conversations import document
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, json_reply
from tests.support.kept_packages import kept_package

ApiOf: TypeAlias = Callable[[str], ModuleType]
PATHS = """\
/it:
  get:
    operationId: get_it
    tags: [Things]
    responses:
      "200": {description: It, content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}}
"""
VALUES = """\
It:
  type: object
  required: [level]
  properties: {level: {oneOf: [{const: 1}, {const: true}, {const: auto}]}}
"""


def answered(api: ModuleType, flavour: Flavour, value: Any, *, strict: bool = True) -> Any:
    """Return what a call gives that the server answers with a value."""
    with HttpServer(lambda _: json_reply(value)) as server:
        client = flavour.open(api.ApiClient, api.AsyncApiClient, base_url=server.url, strict_responses=strict)
        return flavour.call(client.things.get_it)


@pytest.fixture(scope="module")
def api_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ApiOf]:
    """Makes the package of named schemas; each is made once."""
    made: dict[str, ModuleType] = {}
    with pytest.MonkeyPatch.context() as patch:

        def api_of(schemas: str) -> ModuleType:
            if schemas not in made:
                package = f"unions_{zlib.crc32(schemas.encode())}"
                folder = kept_package(
                    tmp_path_factory, document(PATHS, schemas), package=package, resources="tags"
                )
                patch.syspath_prepend(folder)
                made[schemas] = import_module(package)
            return made[schemas]

        yield api_of


def decoded(api: ModuleType, value: Any) -> Any:
    """Return a value as the runtime reads it."""
    decoding = import_module(f"{api.__name__}._runtime.decoding")
    return decoding.decode_json(api.models.It, json.dumps(value).encode())


@pytest.mark.parametrize("level", [1, True, "auto"])
def test_one_and_true_are_two_constants(build: Build, flavour: Flavour, level: Any) -> None:
    found = answered(build(document(PATHS, VALUES)), flavour, {"level": level}).level
    assert (type(found), found) == (type(level), level)


@pytest.mark.parametrize(
    "variants", ["{const: 1}, {type: boolean}", "{enum: [1]}, {type: string}, {type: boolean}"]
)
@pytest.mark.parametrize("value", [1, True, False])
def test_one_and_true_are_two_values(api_of: ApiOf, variants: str, value: Any) -> None:
    found = decoded(api_of(f"It: {{properties: {{x: {{oneOf: [{variants}]}}}}}}"), {"x": value}).x
    assert (type(found), found) == (type(value), value)


SHAPES = """\
Point: {type: object, required: [x], properties: {x: {type: integer}}}
Spot: {type: object, required: [x, y], properties: {x: {type: integer}, y: {type: integer}}}
Named: {type: object, required: [name], properties: {name: {type: string}, x: {type: integer}}}
Counts: {type: object, additionalProperties: {type: integer}}
"""
POINT, SPOT, NAMED, COUNTS = (
    f'{{$ref: "#/components/schemas/{name}"}}' for name in ("Point", "Spot", "Named", "Counts")
)
ORDERS = [f"{POINT}, {SPOT}, {NAMED}", f"{NAMED}, {SPOT}, {POINT}", f"{SPOT}, {POINT}, {NAMED}"]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("variants", ORDERS, ids=["narrow first", "wide first", "mixed"])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"x": 1}, "Point"),
        ({"x": 1, "z": 2}, "Point"),
        ({"x": 1, "y": 2}, "Spot"),
        ({"x": 1, "y": 2, "z": 3}, "Spot"),
        ({"name": "a"}, "Named"),
        ({"name": "a", "x": 1}, "Named"),
    ],
)
def test_variants_are_told_apart_by_what_they_require(
    api_of: ApiOf, keyword: str, variants: str, value: dict[str, Any], expected: str
) -> None:
    found = decoded(api_of(f"{SHAPES}It: {{{keyword}: [{variants}]}}"), value)
    assert type(found).__name__ == expected
    assert found.model_dump(exclude_unset=True) == value


@pytest.mark.parametrize("variants", ORDERS, ids=["narrow first", "wide first", "mixed"])
def test_inside_of_lists_and_objects_too(api_of: ApiOf, variants: str) -> None:
    schemas = f"{SHAPES}It: {{properties: {{all: {{items: {{oneOf: [{variants}]}}}}}}}}"
    found = decoded(api_of(schemas), {"all": [{"x": 1}, {"x": 1, "y": 2}, {"name": "a"}]})
    assert [type(item).__name__ for item in found.all] == ["Point", "Spot", "Named"]


@pytest.mark.parametrize("variants", [f"{POINT}, {COUNTS}", f"{COUNTS}, {POINT}"])
def test_an_object_is_no_map_where_it_has_what_it_requires(api_of: ApiOf, variants: str) -> None:
    api = api_of(f"{SHAPES}It: {{oneOf: [{variants}]}}")
    assert type(decoded(api, {"x": 1})) is api.models.Point
    assert decoded(api, {"y": 1}) == {"y": 1}


def test_a_map_stays_a_map_beside_what_requires_nothing(api_of: ApiOf) -> None:
    api = api_of(f"{SHAPES}It: {{oneOf: [{COUNTS}, {{properties: {{x: {{}}}}}}]}}")
    assert decoded(api, {"y": 1}) == {"y": 1}


@pytest.mark.parametrize("value", [{"y": 1}, {}])
@pytest.mark.parametrize("variants", [f"{POINT}, {NAMED}", f"{NAMED}, {POINT}"])
def test_what_no_variant_fits_is_kept_as_it_is(
    build: Build, flavour: Flavour, variants: str, value: dict[str, Any]
) -> None:
    api = build(document(PATHS, f"{SHAPES}It: {{oneOf: [{variants}]}}"))
    assert answered(api, flavour, value, strict=False) == value
    with pytest.raises(api.DecodingError):
        answered(api, flavour, value)


@pytest.mark.parametrize("variants", [f"{POINT}, {NAMED}", f"{NAMED}, {POINT}"])
def test_what_has_the_names_of_one_variant_is_that_as_far_as_it_fits(
    build: Build, flavour: Flavour, variants: str
) -> None:
    api = build(document(PATHS, f"{SHAPES}It: {{oneOf: [{variants}]}}"))
    found = answered(api, flavour, {"x": "one"}, strict=False)
    assert (type(found), found.x) == (api.models.Point, "one")
    with pytest.raises(api.DecodingError):
        answered(api, flavour, {"x": "one"})
