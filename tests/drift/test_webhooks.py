"""What is told of webhooks besides their payloads: how they are sent, and what always comes with them."""

import pytest

from tests.support.contracts import changes_of

HOOK = """paths: {}
webhooks:
  made:
    post:
      parameters: [{name: X-Sign, in: header, required: true, schema: {type: string}}]
      responses: {}
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
"""
OPTIONAL = HOOK.replace("required: true", "required: false")
MORE = HOOK.replace(
    "schema: {type: string}}]", "schema: {}}, {name: n, in: query, required: true, schema: {}}]"
)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (HOOK, HOOK.replace("post", "put"), [("breaking", "webhook-method-changed")]),
        (HOOK.replace("post", "put"), HOOK, [("breaking", "webhook-method-changed")]),
        (HOOK, OPTIONAL, [("breaking", "webhook-parameter-removed")]),
        (OPTIONAL, HOOK, [("compatible", "webhook-parameter-added")]),
        (HOOK, MORE, [("compatible", "webhook-parameter-added")]),
        (MORE, HOOK, [("breaking", "webhook-parameter-removed")]),
        (HOOK, HOOK.replace("X-Sign", "x-sign"), []),
        (OPTIONAL, OPTIONAL.replace("X-Sign", "X-Other"), []),
        (
            HOOK,
            HOOK.replace("X-Sign", "X-Other"),
            [("breaking", "webhook-parameter-removed"), ("compatible", "webhook-parameter-added")],
        ),
    ],
)
def test_how_it_is_sent(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert [(item.severity, item.id) for item in changes_of(old, new)] == expected


def test_what_is_said() -> None:
    (change,) = changes_of(HOOK, OPTIONAL)
    assert (change.subject, change.message) == (
        "webhooks.parse_made",
        "does not always have the header parameter 'x-sign' any more",
    )
