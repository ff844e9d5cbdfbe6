"""Names that packages once broke on, each where it did."""

import inspect
import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, get_type_hints

import pytest

from generator.config import ClientConfig
from generator.pipeline import build as build_files
from tests.conftest import Build
from tests.support.conversations import Talk
from tests.support.http_server import Reply

HEAD: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}


def document(
    operations: Iterable[tuple[str, str, str]] = (), schemas: dict[str, Any] | None = None, **further: Any
) -> str:
    """A document with operations, each with its method, tag and operationId, and with schemas."""
    paths = {
        f"/{number}": {
            method: {"tags": [tag], "operationId": name, "responses": {"204": {"description": ""}}}
        }
        for number, (method, tag, name) in enumerate(operations)
    }
    return json.dumps({**HEAD, "paths": paths, "components": {"schemas": schemas or {}}, **further})


def import_all(package: ModuleType) -> None:
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        import_module(module.name)


TAGS = ("type", "property", "cached_property", "close", "object", "str", "self", "async_sleep", "AsyncJob")


@pytest.mark.parametrize("tag", [*TAGS, "Settings", "Client", "BaseException", "api client", "T", "UUID"])
def test_a_tag_of_any_name(tag: str, talk: Talk) -> None:
    conversation = talk(document([("get", tag, "first"), ("put", tag, "second")]), Reply(status=204))
    import_all(import_module("api"))
    (resource,) = {operation.partition(".")[0] for operation in calls("api")}
    assert conversation.call(f"{resource}.second") is None
    assert conversation.request.method == "PUT"


def calls(package: str) -> list[str]:
    manifest = Path(str(import_module(package).__file__)).with_name("oasmith.json")
    return [operation["call"] for operation in json.loads(manifest.read_text("utf-8"))["operations"]]


@pytest.mark.parametrize(
    "names", [("close", "aclose"), ("overload", "list"), ("async_answering", "answering"), ("str", "models")]
)
def test_methods_of_any_names(names: tuple[str, str], talk: Talk) -> None:
    conversation = talk(document([("get", "t", names[0]), ("delete", "t", names[1])]), Reply(status=204))
    for method, call in zip(("GET", "DELETE"), calls("api"), strict=True):
        conversation.call(call)
        assert conversation.server.requests[-1].method == method


@pytest.mark.parametrize("name", ["AsyncPager", "AsyncJob", "AsyncClient", "Pager", "StopAsyncIteration"])
def test_a_model_of_any_name(name: str, build: Build) -> None:
    answer = {"200": {"description": "", "content": {"application/json": {"schema": reference(name)}}}}
    paths = {"/a": {"get": {"tags": ["things"], "operationId": "get_it", "responses": answer}}}
    schemas = {name: {"type": "object", "properties": {"a": {"type": "string"}}}}
    package = build(document(schemas=schemas, paths=paths))
    for folder, class_ in (("_async", "AsyncThings"), ("_sync", "Things")):
        resource = getattr(import_module(f"{package.__name__}.{folder}.things"), class_)
        returned = get_type_hints(resource.get_it)["return"]
        assert returned is getattr(package.models, name)


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize("name", ["mro", "register", "property", "dict", "str", "model_dump", "Json"])
def test_a_field_of_any_name(name: str, build: Build) -> None:
    properties = {name: {"type": "string"}, "zz": {"type": "array", "items": {"type": "string"}}}
    thing = {"type": "object", "properties": properties, "additionalProperties": {"type": "string"}}
    models = build(document(schemas={"Thing": thing})).models
    read = models.Thing.model_validate({name: "a", "zz": ["b"], "more": "c"})
    assert (read.model_dump(by_alias=True), read.model_extra) == (
        {name: "a", "zz": ["b"], "more": "c"},
        {"more": "c"},
    )


@pytest.mark.parametrize("name", ["Warning", "TimeoutError"])
def test_models_in_a_circle_that_are_called_as_builtins(name: str, build: Build) -> None:
    other = {"type": "object", "properties": {"it": reference(name)}}
    mine = {"type": "object", "properties": {"others": {"type": "array", "items": reference("Other")}}}
    models = build(document(schemas={"Other": other, name: mine})).models
    read = models.Other.model_validate({"it": {"others": [{}]}})
    assert read.it.others == [models.Other()]


@pytest.mark.parametrize("name", ["AttributeError", "RecursionError"])
def test_models_that_are_called_as_what_their_package_raises(name: str, build: Build) -> None:
    models = build(document(schemas={name: {"type": "object", "properties": {"a": {}}}})).models
    assert [getattr(models, found)() for found in models.__all__]
    with pytest.raises(AttributeError):
        models.Nothing  # noqa: B018


@pytest.mark.parametrize("variable", ["environment", "given", "chosen", "settings", "name", "timeout"])
def test_a_server_variable_of_any_name(variable: str, build: Build) -> None:
    server = {"url": f"https://{{{variable}}}.example.com", "variables": {variable: {"default": "a"}}}
    package = build(document([("get", "t", "get_it")], servers=[server]))
    (argument,) = inspect.signature(package.ApiClient).parameters.keys() - {
        *("base_url", "timeout", "max_retries", "headers", "strict_responses", "max_response_bytes"),
        *("http_client", "hooks"),
    }
    settings = package.ApiClient(**{argument: "b"})._transport.settings
    assert settings.variables == {variable: "b"}


@pytest.mark.parametrize("format_", ["date-time", "date", "time", "duration", "uuid"])
def test_a_webhook_whose_payload_is_a_text_of_a_format(format_: str, build: Build) -> None:
    content = {"application/json": {"schema": {"type": "string", "format": format_}}}
    hook = {"post": {"requestBody": {"content": content}, "responses": {"200": {"description": ""}}}}
    package = build(document(webhooks={"told": hook}))
    values = {
        "date-time": "2020-01-02T03:04:05Z",
        "date": "2020-01-02",
        "time": "03:04:05Z",
        "duration": "PT1S",
        "uuid": "12345678-1234-5678-1234-567812345678",
    }
    read = package.webhooks.parse_told(json.dumps(values[format_]))
    assert not isinstance(read, dict)
    assert read is not None


@pytest.mark.parametrize(
    "names",
    [
        *(
            ("Ab", "aB", "AB"),
            ("ﬁle", "file", "FILE"),
            ("straße", "strasse", "STRASSE"),
            ("名" * 300, "名" * 301),
        ),
        *(("𠀀" * 90, "𠀀" * 91), ("a_b", "a-b", "a b"), ("\uff41", "a", "A")),
    ],
    ids=lambda names: ascii(names)[:20],
)
def test_files_have_names_that_differ_on_all_disks(names: tuple[str, ...], tmp_path: Path) -> None:
    schemas = {name: {"type": "object", "properties": {"a": {"type": "string"}}} for name in names}
    source = tmp_path / "openapi.json"
    text = document([("get", name, f"do {name}") for name in names], schemas)
    source.write_text(text, "utf-8")
    files = build_files(ClientConfig(document=str(source), package="api")).files
    assert len({path.casefold() for path in files}) == len(files)
    assert max(len(part.encode()) for path in files for part in path.split("/")) < 256


@pytest.mark.parametrize("device", ["Aux", "CON", "nul", "Prn", "COM1", "lpt9", "Com0"])
def test_no_file_is_called_as_a_device_of_windows(device: str, build: Build) -> None:
    package = build(
        document(
            [("get", device, f"get_{device}")],
            {device: {"type": "object"}, f"{device}_": {"type": "object"}},
            webhooks={device: {"post": {"responses": {"204": {"description": ""}}}}},
        ),
        unused_schemas=True,
    )
    folder = Path(package.__path__[0])
    parts = {part for path in folder.rglob("*") for part in path.relative_to(folder).parts}
    assert device.lower() not in {part.partition(".")[0].lower() for part in parts}
    import_all(package)
    assert {item.lower() for item in package.models.__all__} >= {device.lower()}
