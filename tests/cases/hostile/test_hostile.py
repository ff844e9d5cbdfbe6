"""Hostile documents: text in every place where a document may have some never becomes code or a path."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.config import ClientConfig
from generator.diagnostics import InputError, escape
from generator.pipeline import generate

CANARY = "OASMITH_CANARY"
RUN = f"__import__('os').environ.__setitem__('{CANARY}', 'ran')"
PIECES = (
    *(
        '"',
        "'",
        '"""',
        "'''",
        "\\",
        "\n",
        "\r",
        "\t",
        "\0",
        "\x1b[31m",
        "\u2028",
        "\u202e",
        "\ufeff",
        "\U0001f600",
    ),
    *(
        "#",
        "{",
        "}",
        "{{",
        "}}",
        "{% raw %}",
        "{x!r}",
        "%s",
        "`",
        "$(x)",
        ";",
        "=",
        ",",
        ")",
        "]",
        "*/",
        "<!--",
    ),
    *(
        "..",
        "../../evil",
        "..\\evil",
        "/etc/evil",
        "C:\\evil",
        "~",
        "con",
        ".",
        "a/b",
        "%2e%2e%2f",
        "~1",
        "~0",
    ),
    *("class", "None", "self", "import os", "__import__", "__init__", "__class__", "model_config", "exec"),
    *(RUN, f'"""\n{RUN}\n"""', f"'; {RUN}; '", f'"; {RUN}; "', f"\n{RUN}\n", f"{{{{{RUN}}}}}", f"{{{RUN}}}"),
    *("名前", "ﬁ", "é", "x" * 10_000, " ", "a", "B", "1"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)
_NUMBERS = count()


def pointer(name: str) -> str:
    """A reference to a named schema, whatever its name."""
    return f"#/components/schemas/{escape(name).replace('%', '%25')}"


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A document in which each place has a text of its own."""
    return document_of(lambda: draw(TEXTS), draw(st.integers(0, 2)))


def document_of(text: Callable[[], str], servers: int = 2) -> dict[str, Any]:
    """A document that asks for a text for each place where it may have one; with so many servers."""

    def schema() -> dict[str, Any]:
        return {
            "type": "object",
            "title": text(),
            "description": text(),
            "required": [text()],
            "properties": {
                text(): {"type": "string", "description": text(), "default": text(), "pattern": text()},
                text(): {"enum": [text(), text(), 1], "x-enum-varnames": [text(), text(), text()]},
                text(): {"const": text(), "format": text()},
                text(): {"type": "object", "properties": {text(): {"type": "integer"}}},
            },
            "additionalProperties": {"type": "string", "title": text()},
            "example": text(),
        }

    first, second = text() or "a", text() or "b"
    union = {
        "oneOf": [{"$ref": pointer(first)}, {"$ref": pointer(second)}],
        "discriminator": {"propertyName": text(), "mapping": {text(): pointer(first), text(): second}},
    }
    operation = {
        "operationId": text(),
        "tags": [text()],
        "summary": text(),
        "description": text(),
        "parameters": [
            {"name": text(), "in": "query", "description": text(), "schema": {"enum": [text(), text()]}},
            {"name": text(), "in": "header", "schema": {"type": "string", "default": text()}},
            {"name": text(), "in": "cookie", "schema": {"type": "string"}},
            {"name": text(), "in": "query", "style": "deepObject", "schema": schema()},
        ],
        "requestBody": {
            "content": {
                "application/json": {"schema": schema()},
                "multipart/form-data": {"schema": schema(), "encoding": {text(): {"contentType": text()}}},
                text(): {"schema": {"type": "string"}},
            }
        },
        "responses": {
            "200": {
                "description": text(),
                "headers": {text(): {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": union}, text(): {}},
                "links": {text(): {}},
            },
            text(): {"description": text()},
        },
        "callbacks": {text(): {text(): {"post": {"requestBody": {"content": {"application/json": {}}}}}}},
        "servers": [{"url": text(), "variables": {text(): {"default": text(), "description": text()}}}],
        "x-oasmith-name": text(),
    }
    return {
        "openapi": "3.2.0",
        "info": {"title": text(), "version": text(), "description": text()},
        "servers": [
            {"url": text(), "name": text(), "description": text()},
            {"url": text(), "variables": {text(): {"default": text(), "enum": [text()]}}},
        ][:servers],
        "tags": [{"name": text(), "description": text(), "parent": text(), "kind": text()}],
        "paths": {
            f"/{text()}": {"post": operation, "additionalOperations": {text() or "LINK": {}}},
            f"/{text()}/{{{text()}}}": {"get": {"tags": [text(), text()]}},
        },
        "webhooks": {
            text(): {"post": {"requestBody": {"content": {"application/json": {"schema": schema()}}}}}
        },
        "components": {
            "schemas": {first: schema(), second: {"allOf": [{"$ref": pointer(first)}, schema()]}},
            "securitySchemes": {
                text(): {"type": "apiKey", "in": "header", "name": text(), "description": text()}
            },
        },
        "security": [{text(): []}],
    }


def check(document: dict[str, Any]) -> None:
    """Generate the package of a document; nothing of it may run, or lie elsewhere."""
    package = f"hostile_{next(_NUMBERS)}"
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        (folder / "in").mkdir()
        source = folder / "in" / "openapi.json"
        source.write_text(json.dumps(document), "utf-8")
        made = generate(
            ClientConfig(document=str(source), output=str(folder / "out"), package=package, client="Hostile")
        )
        inside = {path for path in folder.rglob("*") if path.is_file()}
        assert inside == {source, *(folder / "out" / package / path for path in made.files)}
        assert all((folder / "out" / package / path).is_file() for path in made.files)
        _import(folder / "out", package, [path for path in made.files if path.endswith(".py")])
    assert CANARY not in os.environ


def _import(folder: Path, package: str, paths: list[str]) -> None:
    sys.path.insert(0, str(folder))
    try:
        for path in paths:
            import_module(f"{package}/{path}".removesuffix(".py").removesuffix("/__init__").replace("/", "."))
        # What a docstring did not hold would be the body of the method.
        with suppress(ValueError):
            import_module(package).Hostile()
    finally:
        sys.path.remove(str(folder))
        for module in [module for module in sys.modules if module.partition(".")[0] == package]:
            del sys.modules[module]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_text_of_all_kinds(document: dict[str, Any]) -> None:
    # A mapping that leads to a text that is no schema, and the like, may be refused.
    with suppress(InputError):
        check(document)


# What an expression may read in many ways, and must not try them all: one that does never comes back.
REPEATED = ("1", "a", "A", "aA", "1.", "-", "_ ", ".", "{", "[a]", "`", "<", "a,", "page ", "e.g. ")
LONG = (
    *(f"{start}{unit * 3_000}!" for start in ("v", "1") for unit in REPEATED),
    "1" + "a" * 3_000 + "A" * 3_000 + "a" * 3_000,
)


@pytest.mark.parametrize("text", LONG, ids=lambda text: ascii(text[:6]))
def test_a_long_text_everywhere(text: str) -> None:
    check(document_of(lambda: text, 1))


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: ascii(piece)[:20])
def test_one_text_everywhere(piece: str) -> None:
    """Nothing is refused: one text in every place contradicts nothing."""
    for servers in (1, 2):
        check(document_of(lambda: piece, servers))
