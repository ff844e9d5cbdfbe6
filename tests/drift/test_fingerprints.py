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
      parameters: [{name: n, in: query, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Cat'}}}}
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Cat: {type: object, properties: {age: {type: integer}}}
"""
CALL = "POST /pets"
DEPRECATED = ("operationId: make", "operationId: make\n      deprecated: true")
PARAMETER = ("[{name: n,", "[{name: m, in: query, schema: {type: string}}, {name: n,")
ANSWER = ("    post:", "    get: {responses: {'204': {description: d}}}\n    post:")
STATUS = ("responses:", "responses:\n        '404': {description: d}")
FIELD = ("age: {type: integer}", "age: {type: integer}, toy: {type: string}")
LIMIT = ("age: {type: integer}", "age: {type: integer, minimum: 3}")


def unlike(contract: Contract, place: int) -> Contract:
    """Return a contract one of whose fingerprints of an operation is another: taken, given, sent or read."""
    said: dict[str, Any] = {**contract.operations[CALL]}
    sums = f"{said['surface']} {said['record']}".split()
    sums[place] = "000000"
    said |= {"surface": " ".join(sums[:2]), "record": " ".join(sums[2:])}
    return replace(contract, operations={**contract.operations, CALL: said})


@pytest.mark.parametrize(
    ("change", "place", "rule"),
    [
        (DEPRECATED, 1, "signature-changed"),
        (DEPRECATED, 3, "record-changed"),
        (PARAMETER, 1, "signature-changed"),
        (PARAMETER, 3, "record-changed"),
        (ANSWER, 0, "signature-changed"),
        (STATUS, 0, "signature-changed"),
        (STATUS, 2, "record-changed"),
        (FIELD, 1, "signature-changed"),
        (FIELD, 3, "record-changed"),
        (LIMIT, 2, "record-changed"),
    ],
)
def test_of_an_operation(change: tuple[str, str], place: int, rule: str) -> None:
    before = made(DOCUMENT)
    after = made(DOCUMENT.replace(*change), before=before).contract
    known = compare(before.contract, after)
    assert {item.severity for item in known} == {"compatible"}
    found = compare(unlike(before.contract, place), after)
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
