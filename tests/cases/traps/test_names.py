"""Traps of names: whatever a document calls things, each of them is there, and is itself."""

import json
import subprocess
import sys
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import Talk, document
from tests.support.http_server import HttpServer, Reply, json_reply


def folder_of(package: ModuleType) -> Path:
    return Path(package.__file__ or "").parent


def operations(package: ModuleType) -> dict[str, Any]:
    """Return what the manifest says of each operation, by path."""
    manifest = json.loads((folder_of(package) / "oasmith.json").read_bytes())
    return {operation["path"]: operation for operation in manifest["operations"]}


def calls(package: ModuleType) -> dict[str, str]:
    """Return the method of each operation, by path."""
    return {path: operation["call"] for path, operation in operations(package).items()}


def body_of(operation: dict[str, Any], properties: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments that send a body with these properties."""
    return {operation["body"]["arguments"][name]: value for name, value in properties.items()}


def assert_files_differ_on_every_disk(package: ModuleType) -> None:
    """Some disks do not tell capital letters from small ones."""
    files = [str(path.relative_to(folder_of(package))) for path in folder_of(package).rglob("*.py")]
    assert len({file.casefold() for file in files}) == len(files)


COLLIDING = document(
    """
/job:
  get:
    operationId: get_job
    tags: [Jobs]
    responses:
      "200":
        description: The job.
        content: {application/json: {schema: {$ref: "#/components/schemas/Job"}}}
""",
    """
Job:
  type: object
  required: [status, job_status, upper, lower, under]
  properties:
    status: {type: object, properties: {inline: {type: string}}}
    job_status: {$ref: "#/components/schemas/JobStatus"}
    upper: {$ref: "#/components/schemas/Foo"}
    lower: {$ref: "#/components/schemas/foo"}
    under: {$ref: "#/components/schemas/fo_o"}
    sharp: {$ref: "#/components/schemas/Straße"}
    plain: {$ref: "#/components/schemas/Strasse"}
JobStatus: {type: object, properties: {named: {type: string}}}
Foo: {type: object, properties: {upper: {type: string}}}
foo: {type: object, properties: {lower: {type: string}}}
fo_o: {type: object, properties: {under: {type: string}}}
Straße: {type: object, properties: {sharp: {type: string}}}
Strasse: {type: object, properties: {plain: {type: string}}}
""",
)


def test_trap_03_models_whose_names_collide_are_all_there(talk: Talk) -> None:
    answer = {
        "status": {"inline": "a"},
        "job_status": {"named": "b"},
        "upper": {"upper": "c"},
        "lower": {"lower": "d"},
        "under": {"under": "e"},
        "sharp": {"sharp": "f"},
        "plain": {"plain": "g"},
    }
    jobs = talk(COLLIDING, answer)
    job = jobs.call("jobs.get")
    assert (job.status.inline, job.job_status.named) == ("a", "b")
    assert (job.upper.upper, job.lower.lower, job.under.under) == ("c", "d", "e")
    assert (job.sharp.sharp, job.plain.plain) == ("f", "g")
    parts = [job.status, job.job_status, job.upper, job.lower, job.under, job.sharp, job.plain]
    assert len({type(part) for part in parts}) == len({type(part).__name__ for part in parts}) == 7
    assert not any(part.model_extra for part in parts)
    assert_files_differ_on_every_disk(jobs.package)


SAME_IDS = document("""
/a: {get: {operationId: get, tags: [X], responses: {"204": {description: Done}}}}
/b: {get: {operationId: get, tags: [X], responses: {"204": {description: Done}}}}
/c: {get: {operationId: Get, tags: [X], responses: {"204": {description: Done}}}}
/d: {get: {operationId: get, tags: [Y], responses: {"204": {description: Done}}}}
/e: {get: {tags: [X], responses: {"204": {description: Done}}}}
""")


def test_trap_04_operations_of_one_id_are_all_there(talk: Talk) -> None:
    things = talk(SAME_IDS, {})
    methods = calls(things.package)
    assert len(set(methods.values())) == 5
    for method in methods.values():
        things.call(method)
    assert things.targets == [f"GET {path}" for path in methods] == [f"GET /{name}" for name in "abcde"]


ALIKE = document(
    """
/things:
  post:
    operationId: create_thing
    tags: [Things]
    requestBody:
      required: true
      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
    responses:
      "200":
        description: The thing.
        content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
""",
    """
Size: {type: string, enum: [x-large, X-Large, x_large, "<", ">", "", "1", "-1"]}
Thing:
  type: object
  properties:
    size: {$ref: "#/components/schemas/Size"}
    foo-bar: {type: string}
    foo_bar: {type: string}
    fooBar: {type: string}
    "+1": {type: string}
    "-1": {type: string}
    "": {type: string}
""",
)


def test_trap_05_values_and_fields_that_look_alike_stay_apart(talk: Talk) -> None:
    values = {"foo-bar": "a", "foo_bar": "b", "fooBar": "c", "+1": "d", "-1": "e", "": "f"}
    things = talk(ALIKE, {**values, "size": "X-Large"})
    size = things.package.models.Size
    assert [member.value for member in size] == ["x-large", "X-Large", "x_large", "<", ">", "", "1", "-1"]
    arguments = body_of(operations(things.package)["/things"], {**values, "size": "x_large"})
    thing = things.call("things.create", **arguments)
    assert things.request.json == {**values, "size": "x_large"}
    assert thing.size is size("X-Large")
    assert thing.model_extra == {}
    assert sorted(getattr(thing, name) for name in type(thing).model_fields) == sorted(
        [*values.values(), "X-Large"]
    )
    assert_files_differ_on_every_disk(things.package)


CIRCLES = document(
    """
/nodes:
  get:
    operationId: list_nodes
    tags: [Nodes]
    responses:
      "200":
        description: Nodes.
        content: {application/json: {schema: {$ref: "#/components/schemas/Alpha"}}}
""",
    """
Alpha: {type: object, properties: {beta: {$ref: "#/components/schemas/Beta"}}}
Beta: {type: object, properties: {gammas: {type: array, items: {$ref: "#/components/schemas/Gamma"}}}}
Gamma:
  allOf:
    - {$ref: "#/components/schemas/Base"}
    - {type: object, properties: {alpha: {$ref: "#/components/schemas/Alpha"}}}
Base:
  type: object
  properties: {self: {$ref: "#/components/schemas/Base"}, tree: {$ref: "#/components/schemas/Tree"}}
Tree: {anyOf: [{type: string}, {type: array, items: {$ref: "#/components/schemas/Tree"}}]}
""",
)


def test_trap_08_models_in_circles(talk: Talk) -> None:
    gamma = {"alpha": {"beta": {"gammas": []}}, "self": {"tree": "t"}, "tree": ["a", ["b"]]}
    nodes = talk(CIRCLES, {"beta": {"gammas": [gamma]}})
    models = nodes.package.models
    alpha = nodes.call("nodes.list")
    (found,) = alpha.beta.gammas
    assert (type(alpha), type(alpha.beta), type(found)) == (models.Alpha, models.Beta, models.Gamma)
    assert isinstance(found.alpha, models.Alpha)
    assert alpha.model_dump(by_alias=True, exclude_unset=True) == {"beta": {"gammas": [gamma]}}


def test_trap_08_each_module_of_a_circle_can_be_the_first(build: Build) -> None:
    folder = folder_of(build(CIRCLES))
    modules = sorted(f"api.models.{path.stem}" for path in (folder / "models").glob("[a-z]*.py"))
    assert len(modules) >= 2
    for module in modules:
        subprocess.run([sys.executable, "-c", f"import {module}"], cwd=folder.parent, check=True)


# What the runtime, pydantic and Python have names for.
MODELS = [
    "Client",
    "Model",
    "CamelModel",
    "BaseModel",
    "Any",
    "UNSET",
    "Unset",
    "Operation",
    "Transport",
    "Enum",
]
MODELS += ["datetime", "Literal", "Pager", "Response", "None", "True", "object", "str", "type", "list"]
FIELDS = [
    "copy",
    "json",
    "model_config",
    "model_fields",
    "schema",
    "self",
    "cls",
    "dict",
    "validate",
    "class",
]
FIELDS += ["from", "None", "model_dump", "__init__", "__class__", "_private", "1st", "fields", "construct"]
FIELDS += ["date", "str", "bytes", "list"]
ARGUMENTS = ["self", "client", "transport", "timeout", "options", "body", "request", "class", "params", "cls"]


def shadowing() -> str:
    """Return a document that calls everything what something of ours is called."""
    text = {"type": "string"}
    fields = {"$ref": "#/components/schemas/Fields"}
    content = {"application/json": {"schema": fields}}
    post = {
        "operationId": "close",
        "tags": ["client"],
        "parameters": [
            {"name": "self", "in": "path", "required": True, "schema": text},
            *({"name": name, "in": "query", "schema": text} for name in ARGUMENTS),
        ],
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "It.", "content": content}},
    }
    get = {"operationId": "with_options", "tags": ["with_options"], "responses": {"204": {"description": ""}}}
    model = {"type": "object", "properties": {"text": text, "more": fields}}
    schemas: dict[str, Any] = dict.fromkeys(MODELS, model)
    schemas["Fields"] = {"type": "object", "properties": dict.fromkeys(FIELDS, text)}
    whole = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/things/{self}": {"post": post}, "/options": {"get": get}},
        "components": {"schemas": schemas},
    }
    return json.dumps(whole)


def test_trap_27_names_that_shadow_ours(talk: Talk) -> None:
    sent = {name: f"value of {name}" for name in FIELDS}
    things = talk(shadowing(), lambda request: json_reply(json.loads(request.body or "null")))
    operation = operations(things.package)["/things/{self}"]
    query = {
        argument: parameter["name"]
        for parameter in operation["parameters"]
        for argument in parameter["arguments"].values()
        if parameter["in"] == "query"
    }
    thing = things.call(operation["call"], "1", **query, **body_of(operation, sent))
    assert things.request.path == "/things/1"
    assert sorted(things.request.query) == sorted((name, name) for name in ARGUMENTS)
    assert things.request.json == sent
    assert type(thing) is things.package.models.Fields
    assert thing.model_extra == {}
    assert thing.model_dump(by_alias=True, exclude_unset=True) == sent
    things.call(calls(things.package)["/options"])
    assert things.client.with_options(max_retries=0) is not things.client


def test_trap_27_models_of_any_name_can_be_used(build: Build) -> None:
    package = build(shadowing())
    manifest = json.loads((folder_of(package) / "oasmith.json").read_bytes())
    for name in MODELS:
        path = manifest["models"][f"#/components/schemas/{name}"]
        module, _, attribute = path.rpartition(".")
        model = getattr(import_module(f"api.{module}"), attribute)
        assert model(text="a").model_dump(by_alias=True, exclude_unset=True) == {"text": "a"}


HOSTILE = ['"', "'", '"""', "\\", "\\'", "\n", "{}", "{x!r}", "#", "%s", "\u2028"]
NO_PATH = {"\n", "{}", "{x!r}", "#"}  # means something in a path template or a URL


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_trap_28_text_of_the_document_stays_text(text: str, build: Build) -> None:
    path = "/ab/{id}" if text in NO_PATH else f"/a{text}b/{{id}}"
    source = {
        "openapi": "3.1.0",
        "info": {"title": f"T {text}", "version": text},
        "paths": {
            path: {
                "get": {
                    "operationId": "get_it",
                    "summary": f"Ends with {text}",
                    "description": f'{text}\n\n"""\nimport os\n"""{text}',
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                        {"name": f"q{text}", "in": "query", "schema": {"type": "string", "default": text}},
                    ],
                    "responses": {"204": {"description": text}},
                }
            }
        },
    }
    package = build(json.dumps(source))
    operation = operations(package)[path]
    (argument,) = operation["parameters"][1]["arguments"].values()
    with HttpServer(lambda _: Reply(status=204)) as server, package.ApiClient(base_url=server.url) as client:
        call = attrgetter(operation["call"])(client)
        call("1", **{argument: "v"})
        (request,) = server.requests
    assert request.path == path.replace("{id}", "1")
    assert request.query == [(f"q{text}", "v")]


FOREIGN = document(
    """
/weather:
  post:
    operationId: weather
    tags: [天気]
    requestBody:
      required: true
      content: {application/json: {schema: {$ref: "#/components/schemas/天気"}}}
    responses:
      "200":
        description: It.
        content: {application/json: {schema: {$ref: "#/components/schemas/天気"}}}
""",
    "天気: {type: object, required: [気温], properties: {気温: {type: number}, été: {type: string}}}",
)


def test_trap_28_names_in_other_scripts(talk: Talk) -> None:
    weather = talk(FOREIGN, lambda request: json_reply(request.json))
    operation = operations(weather.package)["/weather"]
    sent = {"気温": 21.5, "été": "chaud"}
    found = weather.call(operation["call"], **body_of(operation, sent))
    assert weather.request.json == sent
    assert found.model_extra == {}
    assert found.model_dump(by_alias=True, exclude_unset=True) == sent
