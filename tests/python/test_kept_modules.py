"""A class stays in the module that it stood in, whether one thing has it now, or several have."""

import sys
from importlib import import_module, invalidate_caches
from pathlib import Path

import pytest

from generator.cli import main
from generator.contract.compare import compare
from tests.support.contracts import made

ENUM = "{type: string, enum: [a, b, c]}"
PART = "{type: object, properties: {left: {type: integer}, right: {type: integer}}}"
CIRCLE = "{type: object, properties: {left: {type: integer}, owner: {$ref: '#/components/schemas/One'}}}"
NESTED = f"{{type: object, properties: {{left: {{type: integer}}, state: {ENUM}}}}}"


def document(one: str, two: str) -> str:
    return f"""
components:
  schemas:
    One: {{type: object, properties: {{shared: {one}, more: {{type: string}}}}}}
    Two: {{type: object, properties: {{shared: {two}}}}}
paths:
  /one: {{get: {{operationId: one, responses: {{"200": {{description: d, content: {{
    application/json: {{schema: {{$ref: "#/components/schemas/One"}}}}}}}}}}}}}}
  /two: {{get: {{operationId: two, responses: {{"200": {{description: d, content: {{
    application/json: {{schema: {{$ref: "#/components/schemas/Two"}}}}}}}}}}}}}}
"""


@pytest.mark.parametrize(
    ("shared", "other"),
    [
        (ENUM, ENUM.replace("c]", "c, d]")),
        (PART, PART.replace("{left", "{middle: {type: integer}, left")),
        (NESTED, NESTED.replace("{left", "{middle: {type: integer}, left")),
    ],
    ids=["enum", "object", "object with an enum"],
)
def test_it_stays_where_it_was(shared: str, other: str) -> None:
    before = made(document(shared, shared))
    after = made(document(shared, other), before=before)
    apart = {name.name: name.module for name in before.names.models.values()}
    assert apart["OneShared"] not in {apart["One"], apart["Two"]}
    now = {name.name: name.module for name in after.names.models.values()}
    assert {name: now[name] for name in apart} == apart
    broken = [item for item in compare(before.contract, after.contract) if item.breaking]
    assert [(item.id, item.subject) for item in broken] == [("field-type-changed", "models.Two")]


@pytest.mark.parametrize("shared", [ENUM, PART, NESTED], ids=["enum", "object", "object with an enum"])
def test_it_stays_where_it_was_when_another_has_it_too(shared: str) -> None:
    before = made(document(shared, "{type: string}"))
    after = made(document(shared, shared), before=before)
    modules = {name.name: name.module for name in after.names.models.values()}
    assert modules["OneShared"] == modules["One"] != modules["Two"]
    assert "model-moved" not in {item.id for item in compare(before.contract, after.contract)}
    again = made(document(shared, shared), before=after)
    assert again.names.models == after.names.models


def test_it_stays_when_what_is_new_has_it_too() -> None:
    old = document(ENUM, "{type: string}").replace(
        "Two: {type: object, properties: {shared:", "Two: {type: object, properties: {own:"
    )
    new = old.replace("{own:", f"{{shared: {ENUM}, own:")
    before = made(old)
    changes = compare(before.contract, made(new, before=before).contract)
    assert {(item.severity, item.id) for item in changes} == {("compatible", "field-added")}


def test_it_moves_where_what_has_it_too_is_needed_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`One` is made of `Two`, which then has what stands beside `One`."""
    further = ", other: {$ref: '#/components/schemas/Two'}"
    old, new = document(ENUM + further, "{type: string}"), document(ENUM + further, ENUM)
    modules = {name.name: name.module for name in made(new, before=made(old)).names.models.values()}
    assert modules["OneShared"] not in {modules["One"], modules["Two"]}
    _written(tmp_path, old, new)
    monkeypatch.syspath_prepend(tmp_path)
    invalidate_caches()
    models = import_module("kept_modules").models
    one = models.One.model_validate({"shared": "a", "other": {"shared": "a"}})
    assert one.shared is one.other.shared is models.OneShared.A
    for name in [name for name in sys.modules if name.startswith("kept_modules")]:
        del sys.modules[name]


def test_it_is_imported_from_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _written(tmp_path, document(NESTED, "{type: string}"), document(NESTED, NESTED))
    monkeypatch.syspath_prepend(tmp_path)
    invalidate_caches()
    models = import_module("kept_modules").models
    assert import_module("kept_modules.models.one").OneShared is models.OneShared
    two = models.Two.model_validate({"shared": {"left": 1, "state": "b"}})
    assert type(two.shared) is models.OneShared
    for name in [name for name in sys.modules if name.startswith("kept_modules")]:
        del sys.modules[name]


def test_it_moves_where_modules_would_import_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, changed = document(PART, PART), document(CIRCLE, PART)
    names = made(changed, before=made(before)).names.models.values()
    assert {name.module for name in names if name.name == "OneShared"} == {"one"}
    _written(tmp_path, before, changed)
    monkeypatch.syspath_prepend(tmp_path)
    invalidate_caches()
    models = import_module("kept_modules").models
    one = models.One.model_validate({"shared": {"left": 1, "owner": {"more": "x"}}})
    assert (type(one.shared).__name__, one.shared.owner.more) == ("OneShared", "x")
    for name in [name for name in sys.modules if name.startswith("kept_modules")]:
        del sys.modules[name]


def _written(folder: Path, *documents: str) -> None:
    """Generate a package of one document after the other, in the same folder."""
    path = folder / "api.yaml"
    for text in documents:
        path.write_text("openapi: 3.1.1\ninfo: {title: T, version: '1'}\n" + text)
        assert main(["generate", str(path), "--output", str(folder), "--package", "kept_modules"]) == 0
