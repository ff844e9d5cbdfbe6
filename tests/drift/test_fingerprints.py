"""What is printed otherwise, and no rule knows why: told, whatever else changed beside it."""

from dataclasses import replace
from typing import Any

import pytest

from generator.contract.compare import compare
from generator.contract.records import Contract
from generator.contract.surface import fingerprint
from tests.support.contracts import made

DOCUMENT = """paths:
  /pets:
    post:
      operationId: make
      security: [{key: []}]
      parameters: [{name: n, in: query, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Cat: {type: object, properties: {age: {type: integer}}}
"""
CALL = "POST /pets"
PARTS = (
    *("request", "body", "pages", "security", "servers", "poll", "accept"),
    *("parameters query n", "responses 200"),
)
SECURITY = ("security: [{key: []}]", "security: [{key: []}, {}]")
SERVER = ("operationId: make", "operationId: make\n      servers: [{url: 'https://a.test'}]")
SENT = ("name: {type: string}}", "name: {type: string}, b: {type: string}}")
DEPRECATED = ("operationId: make", "operationId: make\n      deprecated: true")
PARAMETER = ("[{name: n,", "[{name: m, in: query, schema: {type: string}}, {name: n,")
ANSWER = ("    post:", "    get: {responses: {'204': {description: d}}}\n    post:")
STATUS = ("responses:", "responses:\n        '404': {description: d}")
FIELD = ("age: {type: integer}", "age: {type: integer}, toy: {type: string}")
LIMIT = ("age: {type: integer}", "age: {type: integer, minimum: 3}")


def unlike(contract: Contract, part: str) -> Contract:
    """Return a contract one of whose fingerprints of an operation is another."""
    said: dict[str, Any] = {**contract.operations[CALL]}
    taken, given = said["surface"].split()
    said["surface"] = f"{'0000' if part == 'taken' else taken} {'0000' if part == 'given' else given}"
    if part not in {"taken", "given"}:
        said["record"] = {**said["record"], part: "0000"}
    return replace(contract, operations={**contract.operations, CALL: said})


@pytest.mark.parametrize(
    ("change", "unexplained", "rule"),
    [
        (DEPRECATED, "given", "signature-changed"),
        (DEPRECATED, "responses 200", "record-changed"),
        (PARAMETER, "given", "signature-changed"),
        *((PARAMETER, part, "record-changed") for part in PARTS),
        (ANSWER, "taken", "signature-changed"),
        (STATUS, "taken", "signature-changed"),
        *((STATUS, part, "record-changed") for part in PARTS if part != "accept"),
        *((SECURITY, part, "record-changed") for part in PARTS if part != "security"),
        *((SERVER, part, "record-changed") for part in PARTS if part != "servers"),
        *((FIELD, part, "record-changed") for part in PARTS),
        (FIELD, "given", "signature-changed"),
        *((SENT, part, "record-changed") for part in PARTS if part != "body"),
        *((LIMIT, part, "record-changed") for part in PARTS),
    ],
)
def test_of_an_operation(change: tuple[str, str], unexplained: str, rule: str) -> None:
    before = made(DOCUMENT)
    after = made(DOCUMENT.replace(*change), before=before).contract
    known = compare(before.contract, after)
    assert {item.severity for item in known} == {"compatible"}
    found = compare(unlike(before.contract, unexplained), after)
    assert {(item.severity, item.id) for item in {*found} - {*known}} == {("breaking", rule)}


@pytest.mark.parametrize(
    "change",
    [DEPRECATED, PARAMETER, STATUS, LIMIT, ("name: {type: string}}", "name: {type: string}, b: {}}")],
)
def test_of_a_model(change: tuple[str, str]) -> None:
    before = made(DOCUMENT)
    old, after = before.contract, made(DOCUMENT.replace(*change), before=before).contract
    old = replace(old, models={**old.models, "Cat": {**old.models["Cat"], "surface": "000000"}})
    (found,) = {*compare(old, after)} - {*compare(before.contract, after)}
    assert (found.severity, found.id, found.subject) == ("breaking", "model-surface-changed", "models.Cat")


def test_a_literal_in_several_pieces_is_one() -> None:
    whole, pieces = "tag(absent='A | B')", "tag(absent='A | ' 'B')"
    assert fingerprint([whole]) == fingerprint([pieces])
    assert fingerprint([whole]) != fingerprint(["tag(absent='A | C')"])
