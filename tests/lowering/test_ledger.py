"""The ledger: what is left out is ignored, what stands for something else is approximated."""

import pytest

from tests.support.documents import api


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paths: {/pets: {get: {parameters: [{name: id, in: path}]}}}", "unused-path-parameter"),
        ("paths: {/pets: {get: {parameters: [{name: id, in: body}]}}}", "bad-parameter"),
        ("paths: {/pets: {get: {deprecated: perhaps}}}", "refused-value"),
        ("paths: {/pets: {get: {security: [{key: []}]}}}", "unknown-security-scheme"),
        ("components: {schemas: {It: {required: true}}}", "misplaced-keyword"),
        ("components: {schemas: {It: {oneOf: [{}, {}], discriminator: {}}}}", "bad-discriminator"),
        ("components: {schemas: {It: {$ref: '#/components/schemas/Nope'}}}", "unresolved-reference"),
    ],
)
def test_what_is_left_out_is_ignored(text: str, code: str) -> None:
    assert [(entry.kind, entry.code) for entry in api(text).ledger] == [("ignored", code)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paths: {'/pets/{id}': {get: {}}}", "undeclared-path-parameter"),
        ("paths: {/pets: {get: {parameters: [{name: a, in: query, style: label}]}}}", "misplaced-style"),
        ("paths: {/pets: {post: {requestBody: {content: {}}}}}", "empty-body"),
        ("components: {schemas: {It: {type: text}}}", "unknown-type"),
        ("components: {schemas: {It: {not: {type: string}}}}", "unchecked-not"),
        ("components: {schemas: {It: {allOf: [{const: a}, {const: b}]}}}", "conflicting-values"),
    ],
)
def test_what_stands_for_something_else_is_approximated(text: str, code: str) -> None:
    assert [(entry.kind, entry.code) for entry in api(text).ledger] == [("approximated", code)]
