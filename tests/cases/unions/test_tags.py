"""Unions of many variants that have no value of their own: how they are written, and that they are read."""

import json
from importlib import import_module
from pathlib import Path

from pydantic import TypeAdapter

from generator.config import ClientConfig
from generator.pipeline import build
from tests.support.packages_in_memory import importable

NAMES = [f"AVariantWithALongName{letter}" for letter in "ABCDEFGH"]


def test_a_tag_of_many_variants_is_read_on_several_lines(tmp_path: Path) -> None:
    schemas = {
        name: {"type": "object", "properties": {"kind": {"type": "string", "const": name}, f"x{name}": {}}}
        for name in NAMES
    }
    references = [{"$ref": f"#/components/schemas/{name}"} for name in NAMES]
    union = {"oneOf": references, "discriminator": {"propertyName": "kind"}}
    content = {"application/json": {"schema": union}}
    answers = {"200": {"description": "d", "content": content}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Long", "version": "1"},
        "paths": {"/a": {"get": {"responses": answers}}},
        "components": {"schemas": {**schemas, "All": union}},
    }
    (tmp_path / "long.json").write_text(json.dumps(document))
    package = build(ClientConfig(document=str(tmp_path / "long.json"), package="long_tags"))
    text = package.files["models/all.py"].decode()
    assert "absent=" in text
    assert max(map(len, text.splitlines())) <= 110
    with importable("long_tags", package.files):
        models = import_module("long_tags.models")
        read = TypeAdapter(models.All).validate_python
        assert type(read({"kind": NAMES[3]})) is getattr(models, NAMES[3])
        assert type(read({f"x{NAMES[5]}": 1})) is getattr(models, NAMES[5])
