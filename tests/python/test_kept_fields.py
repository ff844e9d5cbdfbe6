"""Names inside calls and classes that a package has: they stay, and what is new yields."""

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contract.compare import compare
from tests.support.contracts import Made, made

# Names on the wire of which several are one in Python.
WIRE = ("userId", "user-id", "user_id", "UserID", "user id", "userid", "class", "class_", "body", "user_id_2")
OLD_AND_NEW = st.lists(st.sampled_from(WIRE), unique=True, min_size=1).flatmap(
    lambda names: st.tuples(st.lists(st.sampled_from(names), unique=True, min_size=1), st.permutations(names))
)


def document(names: list[str]) -> bytes:
    """Return a document in which properties, values, parameters and credentials have these names."""
    properties = {name: {"type": "string"} for name in names}
    thing = {"type": "object", "properties": properties}
    places = ["query", "header", "cookie"]
    operation = {
        "operationId": "createThing",
        "parameters": [
            {"name": name, "in": places[len(name) % 3], "schema": {"type": "string"}} for name in names
        ],
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
        "responses": {
            "200": {
                "description": "x",
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Kind"}}},
            }
        },
    }
    whole = {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "security": [{name: []} for name in names],
        "servers": [
            {
                "url": "https://x.example/" + "/".join(f"{{{name}}}" for name in names),
                "variables": {name: {"default": "a"} for name in names},
            }
        ],
        "paths": {"/things": {"post": operation}},
        "components": {
            "schemas": {"Thing": thing, "Kind": {"type": "string", "enum": [*names, "other"]}},
            "securitySchemes": {
                name: {"type": "apiKey", "in": "header", "name": f"X-{len(name)}"} for name in names
            },
        },
    }
    return json.dumps(whole).encode()


def names_of(package: Made) -> dict[str, Mapping[str, str]]:
    """Return what a package calls things, by their names on the wire."""
    models, client = package.contract.models, package.contract.client
    (operation,) = package.manifest["operations"]
    return {
        "fields": {wire: item["name"] for wire, item in models["Thing"]["fields"].items()},
        "members": {value: name for name, value in models["Kind"]["members"].items()},
        "arguments": {
            **{
                f"{item['in']} {wire}": name
                for item in operation["parameters"]
                for wire, name in item["arguments"].items()
            },
            **{f"body {wire}": name for wire, name in operation["body"]["arguments"].items()},
        },
        "client": {
            **{f"scheme {key}": item["argument"] for key, item in client["schemes"].items()},
            **{f"variable {key}": name for name, key in client["server_arguments"].items()},
        },
    }


@given(OLD_AND_NEW)
def test_what_was_there_keeps_its_name_whatever_comes(pair: tuple[list[str], list[str]]) -> None:
    old, new = pair
    before = made(document(old))
    after = made(document(new), before=before)
    told = names_of(after)
    for kind, names in names_of(before).items():
        assert {wire: told[kind].get(wire) for wire in names} == names
        assert len({*told[kind].values()}) == len(told[kind])
    renamed = [item.id for item in compare(before.contract, after.contract) if "renamed" in item.id]
    assert renamed == []


@given(OLD_AND_NEW)
def test_what_stays_keeps_its_name_whatever_goes(pair: tuple[list[str], list[str]]) -> None:
    new, old = pair
    before = made(document(old))
    told, known = names_of(made(document(new), before=before)), names_of(before)
    for kind, names in told.items():
        assert names == {wire: known[kind][wire] for wire in names}


ENUM = """components: {schemas: {Kind: {type: string, enum: [a, b]%s}}}
paths: {/k: {get: {parameters: [{name: userId, in: query, schema: {type: string}%s}],
  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Kind'}}}}}}}}"""


def test_names_that_the_document_gives_come_before_those_that_were() -> None:
    before = made(ENUM % ("", ""))
    after = made(ENUM % (", x-enum-varnames: [First, Second]", ", x-oasmith-name: owner"), before=before)
    assert after.contract.models["Kind"]["members"] == {"FIRST": "a", "SECOND": "b"}
    assert after.manifest["operations"][0]["parameters"][0]["arguments"] == {"userId": "owner"}


def test_names_of_members_for_few_tools_come_after_those_that_were() -> None:
    hint = ", x-enum-elements: [{name: First}, {name: Second}]"
    assert made(ENUM % (hint, "")).contract.models["Kind"]["members"] == {"FIRST": "a", "SECOND": "b"}
    after = made(ENUM % (hint, ""), before=made(ENUM % ("", "")))
    assert after.contract.models["Kind"]["members"] == {"A": "a", "B": "b"}


@pytest.mark.parametrize("wrong", ["", "a b", "class", "_x", "__init__", "1", "é-é"])
def test_a_name_that_nobody_can_have_is_not_kept(wrong: str) -> None:
    before = made(document(["kind"]))
    models = json.loads(json.dumps(before.contract.models))
    models["Thing"]["fields"]["kind"]["name"] = wrong
    models["Kind"]["members"] = {wrong: "kind", "OTHER": "other"}
    manifest = json.loads(json.dumps(before.manifest))
    manifest["operations"][0]["body"]["arguments"]["kind"] = wrong
    contract = replace(before.contract, models=models)
    after = made(document(["kind"]), before=replace(before, contract=contract, manifest=manifest))
    assert names_of(after) == names_of(before)


@pytest.mark.parametrize(("name", "kept"), [("model_config", "kind"), ("owner", "owner")])
def test_a_name_that_means_something_else_by_now_is_not_kept(name: str, kept: str) -> None:
    before = made(document(["kind"]))
    models = json.loads(json.dumps(before.contract.models))
    models["Thing"]["fields"]["kind"]["name"] = name
    after = made(document(["kind"]), before=replace(before, contract=replace(before.contract, models=models)))
    assert names_of(after)["fields"] == {"kind": kept}
