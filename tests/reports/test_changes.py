"""Changes of a contract: what a user of the package sees of a changed document, and what breaks them."""

import pytest

from tests.support.contracts import changes_of

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


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"webhook": "gone"}, [(True, "webhooks.parse_born is gone"), (False, "webhooks.parse_gone is new")]),
        (
            {"body": USUAL["body"] + ", application/vnd.pet+json: {schema: {type: string}}"},
            [
                (False, "pets.create has the new optional argument 'content_type'"),
                (False, "pets.create takes a body of application/vnd.pet+json, too"),
            ],
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
            [
                (False, "pets.create gives a stream, too"),
                (False, "pets.create the answer 200 may be text/event-stream"),
            ],
        ),
    ],
)
def test_changes(changed: dict[str, str], expected: list[tuple[bool, str]]) -> None:
    found = changes_of(PET % USUAL, PET % (USUAL | changed))
    assert [(item.breaking, f"{item.subject} {item.message}") for item in found] == expected


def test_operations_of_one_id_are_told_apart_by_their_requests() -> None:
    document = "paths: {/a: {get: {operationId: x}}, /b: {get: {operationId: x}}}"
    changes = changes_of(document, document.replace("/b:", "/c:"))
    assert sorted(item.message for item in changes) == ["is gone", "is new"]
