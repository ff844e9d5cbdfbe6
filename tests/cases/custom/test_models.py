"""`_custom/` for models: what is added to one is there in all that calls give, and not on the wire."""

import copy
import json
import pickle
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.drift import check
from generator.pipeline import generate
from tests.conftest import Build
from tests.support.conversations import open_conversation
from tests.support.flavours import Flavour
from tests.support.http_server import RecordedRequest, Reply, json_reply

DOCUMENT = """
openapi: 3.1.0
info: {title: API, version: "1"}
paths:
  /runs:
    get:
      operationId: list_runs
      tags: [runs]
      parameters: [{name: cursor, in: query, schema: {type: string}}]
      responses: {"200": {description: d, content: {application/json: {schema: {
        $ref: "#/components/schemas/RunPage"}}}}}
    post:
      operationId: create_runs
      tags: [runs]
      requestBody: {required: true, content: {application/json: {schema: {
        type: array, items: {$ref: "#/components/schemas/Run"}}}}}
      responses: {"200": {description: d, content: {application/json: {schema: {
        type: array, items: {$ref: "#/components/schemas/LongRun"}}}}}}
  /runs/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: get_run
      tags: [runs]
      responses: {"200": {description: d, content: {application/json: {schema: {
        $ref: "#/components/schemas/Run"}}}}}
  /events:
    get:
      operationId: watch_runs
      tags: [events]
      responses: {"200": {description: d, content: {text/event-stream: {schema: {
        $ref: "#/components/schemas/Run"}}}}}
  /animals:
    get:
      operationId: list_animals
      tags: [animals]
      responses: {"200": {description: d, content: {application/json: {schema: {
        type: array, items: {$ref: "#/components/schemas/Animal"}}}}}}
  /pets:
    get:
      operationId: list_pets
      tags: [pets]
      responses: {"200": {description: d, content: {application/json: {schema: {
        type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
components:
  schemas:
    RunPage:
      type: object
      required: [data]
      properties:
        data: {type: array, items: {$ref: "#/components/schemas/Run"}}
        nextCursor: {type: string}
    Run:
      type: object
      required: [id, status]
      properties:
        id: {type: string}
        status: {$ref: "#/components/schemas/Status"}
        startedAt: {type: string, format: date-time}
        parentRun: {$ref: "#/components/schemas/Run"}
        attempts: {type: array, items: {$ref: "#/components/schemas/Attempt"}}
        note: {type: [string, "null"]}
    Status: {type: string, enum: [DONE, OPEN]}
    Attempt: {type: object, properties: {number: {type: integer}, run: {$ref: "#/components/schemas/Run"}}}
    LongRun:
      allOf: [{$ref: "#/components/schemas/Run"}, {type: object, properties: {hours: {type: integer}}}]
    Animal:
      oneOf: [{$ref: "#/components/schemas/Bird"}, {$ref: "#/components/schemas/Fish"}]
      discriminator: {propertyName: kind}
    Bird: {type: object, required: [kind], properties: {kind: {const: Bird}, wings: {type: integer}}}
    Fish: {type: object, required: [kind], properties: {
      kind: {const: Fish}, eats: {$ref: "#/components/schemas/Animal"}}}
    Pet:
      type: object
      required: [kind]
      properties: {kind: {type: string}}
      discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat"}}
    Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {lives: {type: integer}}}]}
    Label: {type: object, properties: {name: {type: string}}, additionalProperties: {type: integer}}
    Labelled: {type: object, properties: {label: {$ref: "#/components/schemas/Label"}}}
"""
MODELS = ("Run", "Attempt", "LongRun", "Bird", "Fish", "Pet", "Cat")
SETTINGS: dict[str, Any] = {"custom": tuple(f"models.{name}" for name in MODELS), "resources": "tags"}
# What a user adds to all, and to runs.
ALL = """
    @property
    def about(self) -> str:
        return f"{type(self).__name__} with {sorted(self.model_fields_set)}"
"""
OF_RUNS = """
    @property
    def is_finished(self) -> bool:
        return self.status == "DONE"

    @cached_property
    def line(self) -> list[str]:
        above = self.parent_run.line if self.parent_run is not None else []
        return [self.id, *above]

    def tried(self, times: int = 1) -> bool:
        return len(self.attempts or ()) >= times
"""
RUN = {
    "id": "a",
    "status": "DONE",
    "startedAt": "2026-01-01T00:00:00Z",
    "parentRun": {"id": "b", "status": "OPEN", "parentRun": {"id": "c", "status": "DONE"}},
    "attempts": [{"number": 1, "run": {"id": "d", "status": "DONE"}}],
    "note": None,
    "unknown": {"kept": 1},
}


def extend(package: Path) -> None:
    """Add to each model of `_custom/`."""
    for path in package.glob("_custom/*_mixin.py"):
        path.write_text(path.read_text() + ALL)
    path = package / "_custom/run_mixin.py"
    text = path.read_text().replace("from typing", "from functools import cached_property\nfrom typing", 1)
    path.write_text(text + OF_RUNS)


def answer(request: RecordedRequest) -> Reply:
    path, _, query = request.target.partition("?")
    match path:
        case "/runs" if request.method == "POST":
            return json_reply([{**RUN, "hours": 3}])
        case "/runs":
            return json_reply({"data": [RUN]} if query else {"data": [RUN, RUN], "nextCursor": "2"})
        case "/events":
            return Reply(
                body=f"data: {json.dumps(RUN)}\n\n".encode(), headers={"content-type": "text/event-stream"}
            )
        case "/animals":
            return json_reply([{"kind": "Fish", "eats": {"kind": "Bird", "wings": 2}}, {"kind": "Ant"}])
        case "/pets":
            return json_reply([{"kind": "cat", "lives": 9}, {"kind": "dog"}])
        case _:
            return json_reply(RUN)


@pytest.fixture
def package(build: Build) -> ModuleType:
    package = build(DOCUMENT, **SETTINGS)
    extend(Path(package.__path__[0]))
    return package


@pytest.fixture
def config(tmp_path: Path) -> ClientConfig:
    (tmp_path / "api.yaml").write_text(DOCUMENT)
    return ClientConfig(document=str(tmp_path / "api.yaml"), output=str(tmp_path), package="api", **SETTINGS)


def run_python(folder: Path, *arguments: str) -> str:
    """Return the last line that Python says in a folder, its faults too."""
    command = [sys.executable, *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return (run.stdout + run.stderr).strip().splitlines()[-1]


def test_what_is_added_is_in_all_that_a_call_gives(package: ModuleType, flavour: Flavour) -> None:
    with ExitStack() as stack:
        talk = open_conversation(package, flavour, answer, stack)
        run = talk.call("runs.get", "a")
        assert type(run) is package.models.Run
        assert (run.is_finished, run.line, run.tried(), run.tried(2)) == (True, ["a", "b", "c"], True, False)
        assert (run.parent_run.is_finished, run.parent_run.parent_run.is_finished) == (False, True)
        assert run.attempts[0].run.is_finished
        assert run.attempts[0].about == "Attempt with ['number', 'run']"
        assert [item.is_finished for item in talk.collect("runs.list")] == [True, True, True]
        (long,) = talk.call("runs.create", [run])
        assert (type(long).__name__, long.hours, long.is_finished) == ("LongRun", 3, True)
        assert isinstance(long, package.models.Run)


def test_items_of_streams_have_it(package: ModuleType, flavour: Flavour) -> None:
    with ExitStack() as stack:
        talk = open_conversation(package, flavour, answer, stack)
        stream = talk.call("events.watch_runs")
        assert [item.line for item in flavour.collect(stream)] == [["a", "b", "c"]]


def test_variants_of_unions_have_it(package: ModuleType, flavour: Flavour) -> None:
    with ExitStack() as stack:
        talk = open_conversation(package, flavour, answer, stack)
        fish, unknown = talk.call("animals.list")
        assert (fish.about, fish.eats.about) == ("Fish with ['eats', 'kind']", "Bird with ['kind', 'wings']")
        assert type(unknown).__name__ == "UnknownVariant"
        assert [pet.about for pet in talk.call("pets.list")] == [
            "Cat with ['kind', 'lives']",
            "Pet with ['kind']",
        ]


def test_what_is_sent_is_the_same(package: ModuleType, flavour: Flavour) -> None:
    with ExitStack() as stack:
        talk = open_conversation(package, flavour, answer, stack)
        run = talk.call("runs.get", "a")
        assert run.line  # what is computed once is kept in the object
        by_python_names = {"started_at" if name == "startedAt" else name: RUN[name] for name in RUN}
        for given in (run, RUN, by_python_names):
            talk.call("runs.create", [given])
    bodies = [json.loads(request.body) for request in talk.server.requests[1:]]
    assert bodies == [[RUN]] * 3


def test_they_can_be_copied_and_pickled(package: ModuleType) -> None:
    run = package.models.Run.model_validate(RUN)
    fish = package.models.Fish(kind="Fish", eats=package.models.Bird(kind="Bird", wings=1))
    for made in (copy.copy(run), copy.deepcopy(run), run.model_copy(), pickle.loads(pickle.dumps(run))):
        assert (type(made), made, made.line) == (package.models.Run, run, ["a", "b", "c"])
    assert pickle.loads(pickle.dumps(fish)).eats.about == "Bird with ['kind', 'wings']"


@pytest.mark.parametrize(
    "first",
    [
        "api.models",
        "api.models.attempt",
        "api._custom.run_mixin",
        "api._custom.attempt_mixin",
        "api.models.animal",
    ],
)
def test_any_module_may_be_imported_first(config: ClientConfig, first: str) -> None:
    generate(config)
    extend(Path(config.output) / "api")
    made = "models.Run(id='a', status='DONE').line, models.Cat(kind='cat').about"
    text = f"import {first}; from api import models; print({made})"
    assert run_python(Path(config.output), "-W", "error", "-c", text) == "['a'] Cat with ['kind']"


def test_other_modules_are_the_same_byte_for_byte(config: ClientConfig) -> None:
    with_it = generate(replace(config, custom=("models.Bird",))).files
    without = generate(replace(config, custom=())).files
    differing = {path for path in with_it if with_it[path] != without.get(path)}
    assert differing == {"models/bird.py", "models/__init__.py", "oasmith.json", "oasmith.pristine.bz2"}


def test_they_are_made_once_and_never_looked_at_again(config: ClientConfig) -> None:
    package = Path(config.output) / "api"
    generate(config)
    extend(package)
    kept = {path: path.read_bytes() for path in package.glob("_custom/*.py")}
    assert len(kept) == 1 + len(MODELS)
    assert not check(config)
    # `Attempt` no longer refers to `Run`, which so moves to a module of its own.
    alone = DOCUMENT.replace('run: {$ref: "#/components/schemas/Run"}', "size: {type: integer}")
    Path(config.document).write_text(alone)
    assert check(config)
    generate(config)
    assert not check(config)
    assert {path: path.read_bytes() for path in package.glob("_custom/*.py")} == kept
    text = "from api import models; print(models.Run(id='a', status='OPEN').is_finished)"
    assert run_python(Path(config.output), "-c", text) == "False"
    assert run_python(Path(config.output), "-m", "mypy", "--strict", "api/_custom").startswith("Success")


def test_a_class_of_the_documents_keeps_its_name(config: ClientConfig) -> None:
    more = "    RunFields: {type: object, properties: {run: {$ref: '#/components/schemas/Run'}}}\n"
    taken = DOCUMENT.replace("    Status:", f"{more}    Status:").replace(
        "        note: {", "        fields: {$ref: '#/components/schemas/RunFields'}\n        note: {"
    )
    Path(config.document).write_text(taken)
    generate(config)
    extend(Path(config.output) / "api")
    text = "from api.models import Run, RunFields; print(RunFields(run=Run(id='a', status='OPEN')).run.line)"
    assert run_python(Path(config.output), "-c", text) == "['a']"
    assert run_python(Path(config.output), "-m", "mypy", "--strict", "api").startswith("Success")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("models.Status", "'models.Status', {where}, is no class with fields"),
        ("models.Animal", "'models.Animal', {where}, is no class with fields"),
        ("Run", "no resource is called 'Run', {where}; did you mean 'models.Run'?"),
        ("models.Rum", "no model is called 'models.Rum', {where}; did you mean 'models.Run'?"),
    ],
)
def test_what_is_no_model_is_told(config: ClientConfig, given: str, told: str) -> None:
    package = generate(replace(config, custom=(given,)))
    assert [item.message for item in package.understood.warnings] == [
        told.format(where="which the settings have in 'custom'")
    ]
    assert package.seams == {}


@pytest.mark.parametrize(
    "own", ["class RunMixin:\n    pass\n", "def RunMixin() -> None: ...\n", "RunMixin = 1\n"]
)
def test_what_is_no_model_itself_is_refused_in_one_sentence(config: ClientConfig, own: str) -> None:
    generate(config)
    (Path(config.output) / "api/_custom/run_mixin.py").write_text(own)
    fault = run_python(Path(config.output), "-c", "from api.models import Run")
    assert fault == "TypeError: RunMixin in _custom/run_mixin.py must be a class that derives from RunFields"


def test_a_misspelt_class_is_told_with_its_module(config: ClientConfig) -> None:
    generate(config)
    path = Path(config.output) / "api/_custom/run_mixin.py"
    path.write_text(path.read_text().replace("class RunMixin", "class RunMixim"))
    fault = run_python(Path(config.output), "-c", "from api.models import Run")
    assert fault.startswith("ImportError: cannot import name 'RunMixin' from 'api._custom.run_mixin'")


def test_a_missing_one_is_told_and_begun_anew(config: ClientConfig) -> None:
    path = Path(config.output) / "api/_custom/run_mixin.py"
    generate(config)
    first = path.read_text()
    path.unlink()
    assert check(config).causes == (f"{path} is missing",)
    generate(config)
    assert path.read_text() == first


USE = """from api import ApiClient, AsyncApiClient, models


def use(client: ApiClient) -> list[bool]:
    run = client.runs.get("a")
    run.is_finishd  # error
    runs = [run, *client.runs.list(), *client.runs.create([run])]
    runs += [item.run for item in run.attempts or [] if item.run is not None]
    with client.events.watch_runs() as stream:
        runs += list(stream)
    return [item.is_finished for item in runs]


async def use_async(client: AsyncApiClient) -> list[str]:
    for animal in await client.animals.list():
        if isinstance(animal, models.Bird | models.Fish):
            print(animal.about)
    return (await client.runs.get("a")).line + [item.id async for item in client.runs.list()]


def make() -> models.Run:
    return models.Run(id="a", status=models.Status.DONE, parent_run=None)
"""
CHECKERS = {
    "mypy": ["-m", "mypy", "--strict", "use.py", "api"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
}


@pytest.mark.parametrize("checker", CHECKERS)
def test_type_checkers_see_what_was_added(config: ClientConfig, checker: str) -> None:
    folder = Path(config.output)
    generate(config)
    extend(folder / "api")
    (folder / "use.py").write_text(USE)
    (folder / "pyrightconfig.json").write_text(
        '{"typeCheckingMode": "strict", "reportUnusedExpression": "none"}'
    )
    command = [sys.executable, *CHECKERS[checker]]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    faults = [line for line in run.stdout.splitlines() if "use.py:" in line or ".py:" in line]
    assert faults, run
    assert all("is_finishd" in line and "use.py:6" in line for line in faults), run.stdout
