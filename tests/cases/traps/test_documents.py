"""Traps of documents: odd, large or new ones lose nothing on the way."""

import json
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Build
from tests.support.conversations import Talk, document
from tests.support.http_server import HttpServer, Reply, json_reply

ODD = document("""
/no-responses: {get: {}}
/empty-content: {get: {responses: {"200": {description: It., content: {}}}}}
/odd-type:
  get: {responses: {"200": {description: It., content: {application/json: {schema: {type: banana}}}}}}
/odd-media:
  post:
    requestBody: {content: {foo/bar: {schema: {type: object}}}}
    responses: {default: {description: It.}}
/odd-status: {get: {responses: {2xx: {description: It.}, "299": {description: It.}, odd: {description: It.}}}}
/odd-parameter:
  get: {parameters: [{name: q, in: nowhere}, {in: query}, 7], responses: {"204": {description: It.}}}
/odd-schema:
  put:
    requestBody: {content: {application/json: {schema: {allOf: [{type: string}, {type: integer}]}}}}
    responses: {"204": {description: It.}}
/undeclared/{id}: {get: {responses: {"204": {description: It.}}}}
/two-answers:
  get:
    responses:
      "200": {description: Text., content: {text/plain: {schema: {type: string}}}}
      "202": {description: Later., content: {application/json: {schema: {type: object}}}}
""")


def test_trap_02_every_operation_can_be_called(build: Build) -> None:
    package = build(ODD)
    manifest = json.loads((Path(package.__file__ or "").parent / "oasmith.json").read_bytes())
    made = {operation["path"]: operation for operation in manifest["operations"]}
    declared = [line.strip().split(":")[0] for line in ODD.splitlines() if line.startswith("  /")]
    assert sorted(made) == sorted(declared)
    assert len(made) == 9
    with HttpServer(lambda _: Reply(status=204)) as server, package.ApiClient(base_url=server.url) as client:
        for operation in made.values():
            attrgetter(operation["call"])(client)(*(["1"] if "{" in operation["path"] else []))
    assert [request.path for request in server.requests] == [path.replace("{id}", "1") for path in made]


def test_trap_02_what_is_approximated_is_told(build: Build) -> None:
    folder = Path(build(ODD).__file__ or "").parent
    ledger = json.loads((folder / "oasmith.json").read_bytes())["ledger"]
    assert ledger["approximated"] + ledger["ignored"] >= 4


PARTS = {
    "parts/paths.yaml": """\
notes:
  get:
    operationId: get_note
    tags: [Notes]
    parameters: [{$ref: "common/parameters.json#/Id"}]
    responses:
      "200": {$ref: "../parts/responses.yaml#/Note"}
""",
    "parts/responses.yaml": """\
Note:
  description: The note.
  content: {application/json: {schema: {$ref: schemas/Note.yaml}}}
""",
    "parts/schemas/Note.yaml": """\
type: object
required: [text]
properties:
  text: {type: string}
  author: {$ref: "./people.yaml#/$defs/Author"}
  replies: {type: array, items: {$ref: "#"}}
""",
    "parts/schemas/people.yaml": """\
$defs:
  Author: {type: object, properties: {name: {type: string}, wrote: {$ref: Note.yaml}}}
""",
    "parts/common/parameters.json": """\
{"Id": {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}}
""",
}


def test_trap_26_a_document_in_several_files(talk: Talk, tmp_path: Path) -> None:
    for name, text in PARTS.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    whole = document('/notes/{id}: {$ref: "../parts/paths.yaml#/notes"}')
    answer = {"text": "a", "author": {"wrote": {"text": "b"}}, "replies": [{"text": "c"}]}
    notes = talk(whole, answer, settings={"root": str(tmp_path)})
    note = notes.call("notes.get", "x/y")
    assert notes.targets == ["GET /notes/x%2Fy"]
    model = notes.package.models.Note
    assert type(note) is type(note.author.wrote) is type(note.replies[0]) is model
    assert type(note.author) is notes.package.models.Author


NULLABLE = {
    "3.0.3": "{type: string, nullable: true}",
    "3.1.1": '{type: [string, "null"]}',
    "3.2.0": "{anyOf: [{type: string}, {type: 'null'}]}",
}


@pytest.mark.parametrize("version", NULLABLE)
def test_trap_29_each_version_says_null_in_its_way(version: str, talk: Talk) -> None:
    schemas = f"It: {{type: object, required: [name], properties: {{name: {NULLABLE[version]}}}}}"
    paths = """
/it:
  get:
    operationId: get_it
    tags: [It]
    responses:
      "200":
        description: It.
        content: {application/json: {schema: {$ref: "#/components/schemas/It"}}}
"""
    it = talk(document(paths, schemas, version=version), {"name": None}, strict_responses=True)
    assert it.call("it.get").name is None


NEW = document(
    """
/search:
  query:
    operationId: search
    tags: [Search]
    requestBody:
      required: true
      content: {application/json: {schema: {type: object, properties: {q: {type: string}}}}}
    responses:
      "200":
        description: Found.
        content: {application/json: {schema: {$ref: "#/components/schemas/Found"}}}
  additionalOperations:
    LINK:
      operationId: link
      tags: [Search]
      responses: {"204": {description: Done}}
    Lock: {operationId: lock, tags: [Search], responses: {"204": {description: Done}}}
/filter:
  get:
    operationId: filter
    tags: [Search]
    parameters:
      - name: q
        in: querystring
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {a: {type: string}, b: {type: integer}}}
    responses: {"204": {description: Done}}
""",
    """
Found:
  type: object
  required: [kind, at]
  properties:
    kind: {const: found}
    at: {type: array, prefixItems: [{type: integer}, {type: string}], items: false}
    more: {type: [string, integer]}
    deep: {$ref: "#/components/schemas/Deep/$defs/Inner"}
Deep: {$defs: {Inner: {type: object, properties: {x: {type: boolean}}}}}
""",
    version="3.2.0",
)


def test_trap_29_what_the_newer_versions_bring(talk: Talk) -> None:
    answer = {"kind": "found", "at": [1, "a"], "more": 5, "deep": {"x": True}}

    def answers(request: Any) -> Reply:
        return json_reply(answer) if request.method == "QUERY" else Reply(status=204)

    search = talk(NEW, answers, strict_responses=True)
    manifest = json.loads((Path(search.package.__file__ or "").parent / "oasmith.json").read_bytes())
    made = {operation["id"]: operation["call"] for operation in manifest["operations"]}
    found = search.call(made["search"], q="x")
    search.call(made["link"])
    search.call(made["filter"], q={"a": "&", "b": 1})
    assert search.targets == ["QUERY /search", "LINK /search", "GET /filter?a=%26&b=1"]
    if "Aiohttp" not in (search.flavour.adapter or ""):  # which writes all methods in capitals
        search.call(made["lock"])
        assert search.targets[-1] == "Lock /search"
    assert search.server.requests[0].json == {"q": "x"}
    assert (found.kind, list(found.at), found.more, found.deep.x) == ("found", [1, "a"], 5, True)
