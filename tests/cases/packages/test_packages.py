"""Packages of other documents: several side by side, and whatever a document says staying text."""

import json
import re
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.python.package.requirements import RANGES
from tests.conftest import Build
from tests.support.flavours import Flavour
from tests.support.http_server import HttpServer, Reply, json_reply

NOTES = """\
openapi: 3.1.0
info: {title: Notes, version: "1"}
paths:
  /notes/{id}:
    get:
      operationId: get_note
      tags: [Notes]
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        "200":
          description: The note.
          content:
            application/json:
              schema:
                type: object
                required: [text]
                properties: {text: {type: string}}
"""
# Ends of strings, escapes, templates, line ends of all kinds, and what is no identifier.
HOSTILE = (
    '"""; import os; """',
    "'''",
    "back\\slash \\N{BULLET} \\",
    "{{ 7 * 7 }}{% raw %}",
    "line\nline\r\nline\u2028line\x85line",
    "# not a comment",
    "class",
    "",
    "\ufeff\u202e\U0001f600",
)


def hostile_document(text: str) -> str:
    """Return a document that says a text wherever it may say one."""
    schema = {
        "title": text,
        "description": text,
        "type": "object",
        "required": [text],
        "properties": {text: {"type": "string", "description": text, "default": text, "pattern": text}},
        "example": {text: text},
    }
    operation = {
        "tags": [text],
        "summary": text,
        "description": text,
        "operationId": text,
        "parameters": [
            {"name": text or "q", "in": "query", "description": text, "schema": {"enum": [text, "b"]}},
        ],
        "responses": {
            "200": {
                "description": text,
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}},
            }
        },
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": text, "version": text, "description": text},
        "servers": [{"url": "https://acme.test", "description": text}],
        "tags": [{"name": text, "description": text}],
        "paths": {"/things": {"get": operation}},
        "components": {
            "schemas": {"Thing": schema},
            "securitySchemes": {text: {"type": "http", "scheme": "bearer", "description": text}},
        },
        "security": [{text: []}],
    }
    return json.dumps(document)


def client_of(package: ModuleType, flavour: Flavour, server: HttpServer) -> Any:
    """Return a client of a package named `api`."""
    return flavour.open(package.ApiClient, package.AsyncApiClient, base_url=server.url)


def test_a_call(build: Build, flavour: Flavour) -> None:
    package = build(NOTES)
    with HttpServer(lambda _request: json_reply({"text": "Hello"})) as server:
        note = flavour.call(client_of(package, flavour, server).notes.get, "a/b")
    assert note.text == "Hello"
    assert [(request.method, request.target) for request in server.requests] == [("GET", "/notes/a%2Fb")]


def test_a_chosen_server_comes_before_an_operations_own(build: Build) -> None:
    package = build(
        NOTES.replace("tags: [Notes]", "tags: [Notes]\n      servers: [{url: http://127.0.0.1:9/own/}]")
    )
    with (
        HttpServer(lambda _request: json_reply({"text": "found"})) as server,
        package.ApiClient(base_url=server.url) as client,
    ):
        assert client.notes.get("a").text == "found"

    with package.ApiClient(max_retries=0) as client, pytest.raises(package.ApiConnectionError) as refused:
        client.notes.get("a")
    assert refused.value.request.url == "http://127.0.0.1:9/own/notes/a"


def test_two_packages_side_by_side(build: Build) -> None:
    first, second = build(NOTES, package="first"), build(NOTES, package="second")
    assert first.FirstClient.__module__ == "first._sync.client"
    assert second.SecondClient.__module__ == "second._sync.client"
    assert first.NotFoundError is not second.NotFoundError


def test_two_versions_one_after_the_other(build: Build) -> None:
    assert not hasattr(build(NOTES).models, "Task")
    assert hasattr(build(NOTES + "components: {schemas: {Task: {type: object}}}\n").models, "Task")


def test_a_hostile_path_stays_text(build: Build) -> None:
    package = build(
        '{openapi: 3.0.0, paths: {\'/a"""; import os; \\N{X} \\\': {get: {operationId: read, tags: [a]}}}}'
    )
    assert "import os" in (package.ApiClient(base_url="https://a.test").a.read.__doc__ or "")


def test_a_base_may_speak_of_what_its_module_has_further_down(build: Build) -> None:
    package = build("""
openapi: 3.0.3
components:
  schemas:
    Folder: {type: object, properties: {files: {type: array, items: {$ref: '#/components/schemas/File'}}}}
    File: {type: object, properties: {folder: {$ref: '#/components/schemas/Folder'}}}
    Drive: {allOf: [{$ref: '#/components/schemas/File'}, {type: object, properties: {size: {type: integer}}}]}
    Share: {allOf: [{$ref: '#/components/schemas/Folder'}, {type: object, properties: {url: {type: string}}}]}
""")
    models = package.models
    drive = models.Drive.model_validate({"size": 1, "folder": {"files": [{}]}})
    share = models.Share.model_validate({"url": "a", "files": [{}]})
    assert isinstance(drive.folder.files[0], models.File)
    assert isinstance(share.files[0], models.File)


@pytest.mark.parametrize(("count", "last"), [(200, {"$ref": "#/components/schemas/M0"}), (400, {})])
def test_models_that_refer_to_each_other_hundreds_deep(
    build: Build, count: int, last: dict[str, str]
) -> None:
    """In a circle they share a module, in a chain each has its own."""
    schemas = {
        f"M{number}": {"properties": {"next": {"$ref": f"#/components/schemas/M{number + 1}"}}}
        for number in range(count)
    }
    schemas[f"M{count}"] = {"properties": {"next": last}}
    operation = {
        "responses": {
            "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/M0"}}}}
        }
    }
    document = {"openapi": "3.1.0", "paths": {"/m": {"get": operation}}, "components": {"schemas": schemas}}
    package = build(json.dumps(document))
    assert package.models.M1(next={}).next == package.models.M2()
    with (
        HttpServer(lambda _request: json_reply({"next": {}})) as server,
        package.ApiClient(base_url=server.url) as client,
    ):
        assert client.m.get().next == package.models.M1()


def test_a_package_without_operations(build: Build) -> None:
    assert build("{openapi: 3.1.0, webhooks: {}}").ApiClient(base_url="https://a.test")


ANSWERS = """\
openapi: 3.0.3
paths:
  /file:
    get:
      operationId: file
      tags: [a]
      responses: {200: {content: {'*/*': {schema: {type: string, format: binary}}}}}
  /text:
    get:
      operationId: text
      tags: [a]
      responses: {200: {content: {'*/*': {schema: {type: string}}}}}
  /profile:
    get:
      operationId: profile
      tags: [a]
      responses:
        200:
          content:
            application/json; profile="one": {schema: {type: integer}}
            application/json; profile="two": {schema: {type: array, items: {type: integer}}}
"""


@pytest.mark.parametrize(
    ("call", "media_type", "content", "expected"),
    [
        ("file", "image/png", b"\x89PNG", b"\x89PNG"),
        ("file", "application/json", b'"text"', b'"text"'),
        ("text", "text/plain", b"plain", "plain"),
        ("text", "application/json", b'"plain"', "plain"),
        ("profile", 'application/json;profile="two"', b"[1]", [1]),
        ("profile", "application/json", b"1", 1),
    ],
)
def test_the_media_type_that_came_tells_what_it_is(
    call: str, media_type: str, content: bytes, expected: object, build: Build
) -> None:
    package = build(ANSWERS)
    reply = Reply(body=content, headers={"content-type": media_type})
    with (
        HttpServer(lambda _request: reply) as server,
        package.ApiClient(base_url=server.url, strict_responses=True) as client,
    ):
        assert getattr(client.a, call)() == expected


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_what_a_document_says_stays_text(text: str, build: Build) -> None:
    package = build(hostile_document(text), client="Acme")
    (credential, *_) = package.Acme.__init__.__kwdefaults__
    (folder,) = package.__path__
    (operation,) = json.loads((Path(folder) / "oasmith.json").read_bytes())["operations"]

    with (
        HttpServer(lambda _request: json_reply({text: "value"})) as server,
        package.Acme(base_url=server.url, **{credential: "secret"}) as client,
    ):
        found = attrgetter(operation["call"])(client)()

    assert found.model_dump(by_alias=True) == {text: "value"}
    assert server.requests[0].headers["authorization"] == "Bearer secret"


@pytest.mark.parametrize(
    ("what", "version", "said"),
    [
        ("pydantic.VERSION", "1.10.26", "needs pydantic 2.14 or later, and this is 1.10.26: pip install "),
        ("pydantic.VERSION", "2.9.2", "needs pydantic 2.14 or later, and this is 2.9.2: pip install "),
        ("pydantic.VERSION", "2.13.5", "needs pydantic 2.14 or later, and this is 2.13.5: pip install "),
        ("sys.version_info", (3, 10, 13), "needs Python 3.11 or later, and this is "),
    ],
)
@pytest.mark.parametrize("name", ["ApiClient", "AsyncApiClient", "ApiError", "UNSET", "models", "errors"])
def test_what_is_too_old_is_told_at_once(
    name: str, what: str, version: Any, said: str, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = build(NOTES)
    monkeypatch.setattr(what, version)
    with pytest.raises(ImportError, match=re.escape(f"api {said}")):
        getattr(package, name)


@pytest.mark.parametrize("version", ["2.14.0", "2.15.0b1", "3.0.0"])
def test_what_is_new_enough_is_taken(version: str, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    package = build(NOTES)
    monkeypatch.setattr("pydantic.VERSION", version)
    assert package.ApiClient


@pytest.mark.parametrize("http", ["httpx2", "httpx"])
def test_the_readme_asks_pip_for_what_the_package_was_tested_with(http: str, build: Build) -> None:
    package = build(NOTES, http=http)
    readme = Path(package.__path__[0], "README.md").read_text("utf-8")
    assert f'pip install "pydantic{RANGES["pydantic"]}" "{http}{RANGES[http]}"\n' in readme
    assert f'`pip install "aiohttp{RANGES["aiohttp"]}"`' in readme
