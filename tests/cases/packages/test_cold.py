"""What a package loads at each step on the way to its first call: no more than the step needs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Build
from tests.support.conversations import document

NOTES = document(
    """
/notes/{id}:
  get:
    operationId: get_note
    tags: [Notes]
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    responses:
      "200":
        description: The note.
        headers: {X-Kind: {schema: {$ref: "#/components/schemas/Kind"}}}
        content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Note"}}}}
      "404":
        description: None.
        content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}
  post:
    operationId: put_note
    tags: [Notes]
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    requestBody:
      required: true
      content: {application/json: {schema: {$ref: "#/components/schemas/Draft"}}}
    responses:
      "200":
        description: Events.
        content: {text/event-stream: {schema: {$ref: "#/components/schemas/Event"}}}
""",
    """
Note:
  type: object
  required: [text, by]
  properties: {text: {type: string}, by: {$ref: "#/components/schemas/Author"}}
Author: {type: object, properties: {name: {type: string}}}
Fault: {type: object, properties: {message: {type: string}}}
Draft: {type: object, properties: {text: {type: string}}}
Event: {type: object, properties: {text: {type: string}}}
Kind: {type: string, enum: [a, b]}
""",
)

PROGRAM = """
import json, sys
steps, known = {}, set(sys.modules)

def step(name):
    global known
    steps[name], known = sorted(set(sys.modules) - known), set(sys.modules)

import api
step("package")
import httpx2, pydantic
status, content = int(sys.argv[1]), sys.argv[2].encode()

def answer(request):
    headers = {"content-type": "application/json", "x-kind": "a"}
    return httpx2.Response(status, content=content, headers=headers)

carrier = httpx2.Client(transport=httpx2.MockTransport(answer))
step("library")
client = api.ApiClient(base_url="http://localhost", http_client=carrier)
step("client")
notes = client.notes
step("resource")
try:
    notes.get("1")
except api.ApiError:
    pass
step("call")
notes.get("1") if status == 200 else None
step("again")
print(json.dumps(steps))
"""
NEEDLESS = (
    *("oauth", "tokens", "devices", "discovery", "turns", "undocumented"),
    *("bodies", "serializers", "files", "multipart", "sources", "uploads"),
)
FITTING = '[{"text": "Hi", "by": {"name": "A"}}]'


def steps(build: Build, status: int, content: str) -> dict[str, list[str]]:
    folder = Path(build(NOTES).__file__ or "").parents[1]
    command = [sys.executable, "-c", PROGRAM, str(status), content]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


def models(modules: list[str]) -> set[str]:
    return {name for name in modules if name.startswith("api.models.")}


def test_a_package_loads_nothing_but_itself(build: Build) -> None:
    assert steps(build, 200, FITTING)["package"] == ["api"]


def test_no_model_is_loaded_before_an_answer_comes(build: Build) -> None:
    found = steps(build, 200, FITTING)
    assert models(found["client"]) | models(found["resource"]) == set()


@pytest.mark.parametrize(
    ("status", "content", "loaded"),
    [
        (200, FITTING, {"api.models.note", "api.models.author"}),
        (404, '{"message": "none"}', {"api.models.fault"}),
        (500, '{"message": "none"}', set[str]()),
    ],
)
def test_a_call_loads_the_models_of_its_answer(
    build: Build, status: int, content: str, loaded: set[str]
) -> None:
    assert models(steps(build, status, content)["call"]) == loaded


def test_a_call_that_does_not_wait_loads_nothing_that_waits(build: Build) -> None:
    found = steps(build, 200, FITTING)
    loaded = {name for step in ("client", "resource", "call") for name in found[step]}
    assert loaded & {"asyncio", "anyio", "trio", "pydantic.root_model"} == set()


def test_a_call_that_only_reads_loads_neither_grants_nor_bodies_nor_what_opens_streams(build: Build) -> None:
    found = steps(build, 200, FITTING)
    loaded = {name for step in ("client", "resource", "call") for name in found[step]}
    assert "api._runtime.exchange" in loaded
    assert loaded & {f"api._runtime.{name}" for name in NEEDLESS} == set()
    assert loaded & {"api._sync.granting", "api._sync.opening", "concurrent.futures"} == set()


def test_what_does_not_fit_is_looked_into_only_where_there_is_some(build: Build) -> None:
    assert "api._runtime.tolerance" not in steps(build, 200, FITTING)["call"]
    assert "api._runtime.tolerance" in steps(build, 200, '[{"text": 1}]')["call"]


def test_a_second_call_loads_nothing(build: Build) -> None:
    assert steps(build, 200, FITTING)["again"] == []
