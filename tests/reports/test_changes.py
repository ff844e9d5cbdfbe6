"""Semantic changes: what a user of the package sees of a changed document, and whether it breaks them."""

from typing import Any

import pytest

from generator.config import ClientConfig
from generator.inference.infer import infer
from generator.python.naming import name
from generator.python.plan import plan
from generator.reports.changes import compare
from generator.writing.contents import describe
from tests.support.documents import api

PET = """
paths:
  /pets:
    post:
      operationId: create_pet
      tags: [Pets]
      requestBody: {content: {%(body)s}}
      responses: {"200": {description: d, content: {%(answer)s}}}
webhooks:
  %(webhook)s: {post: {requestBody: {content: {application/json: {schema: {type: string}}}}}}
"""
USUAL = {
    "body": "application/json: {schema: {type: string}}",
    "answer": "application/json: {schema: {type: string}}",
    "webhook": "born",
}


def manifest(document: str) -> dict[str, Any]:
    config = ClientConfig(document="t.yaml", package="t", resources="tags")
    found = infer(api(document))
    names = name(found, config)
    return describe(found, names, plan(found, names, config))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"webhook": "gone"}, [(True, "webhooks.parse_born is gone"), (False, "webhooks.parse_gone is new")]),
        (
            {"body": USUAL["body"] + ", application/vnd.pet+json: {schema: {type: string}}"},
            [(False, "pets.create takes a body of application/vnd.pet+json, too")],
        ),
        (
            {"body": "application/vnd.pet+json: {schema: {type: string}}"},
            [
                (True, "pets.create takes no body of application/json any more"),
                (False, "pets.create takes a body of application/vnd.pet+json, too"),
            ],
        ),
        (
            {"answer": USUAL["answer"] + ", text/event-stream: {}"},
            [(False, "pets.create gives a stream, too")],
        ),
    ],
)
def test_changes(changed: dict[str, str], expected: list[tuple[bool, str]]) -> None:
    found = compare(manifest(PET % USUAL), manifest(PET % (USUAL | changed)))
    assert [(item.breaking, f"{item.subject} {item.message}") for item in found] == expected


def test_operations_of_one_id_are_told_apart_by_their_requests() -> None:
    document = "paths: {/a: {get: {operationId: x}}, /b: {get: {operationId: x}}}"
    changes = compare(manifest(document), manifest(document.replace("/b:", "/c:")))
    assert sorted(item.message for item in changes) == ["is gone", "is new"]
