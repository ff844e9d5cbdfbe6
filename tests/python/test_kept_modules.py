"""A class that stood in a module of its own stays there, though only one thing has it now."""

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
