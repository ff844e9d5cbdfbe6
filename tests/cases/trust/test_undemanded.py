"""Credentials of a document that says nowhere what needs them: none is needed, and what is given is sent."""

import pytest

from tests.support.conversations import Talk
from tests.support.http_server import Reply

SCHEMES = {
    "basic": "{type: http, scheme: basic}",
    "bearer": "{type: http, scheme: bearer}",
    "cookie": "{type: apiKey, in: cookie, name: sid}",
    "app": "{type: apiKey, in: header, name: X-App}",
    "key": "{type: apiKey, in: query, name: key}",
    "more": "{type: apiKey, in: query, name: more}",
}
SENT = {"bearer": ("authorization", "Bearer b"), "app": ("x-app", "a"), "cookie": ("cookie", "sid=c")}


def document(*names: str, top: str = "", operation: str = "") -> str:
    schemes = "".join(f"    {name}: {SCHEMES[name]}\n" for name in names)
    return f"""\
openapi: 3.1.0
info: {{title: T, version: "1"}}
{top}
paths:
  /things:
    get: {{operationId: list_things, tags: [things], responses: {{"204": {{description: d}}}}{operation}}}
  /others:
    get: {{operationId: list_others, tags: [others], responses: {{"204": {{description: d}}}}}}
components:
  securitySchemes:
{schemes}"""


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"bearer": "b"},
        {"app": "a"},
        {"bearer": "b", "app": "a"},
        {"app": "a", "cookie": "c"},
        {"bearer": "b", "app": "a", "cookie": "c"},
    ],
    ids=str,
)
def test_what_is_given_is_sent(given: dict[str, str], talk: Talk) -> None:
    talks = talk(document("bearer", "app", "cookie"), Reply(status=204), **given)
    for call in ("things.list", "others.list"):
        talks.call(call)
        sent = talks.server.requests[-1].headers
        found = {name: sent[header] for name, (header, _) in SENT.items() if sent[header] is not None}
        assert found == {name: SENT[name][1] for name in given}


def test_what_would_stand_in_one_place_is_not_sent_together(talk: Talk) -> None:
    talks = talk(document("basic", "bearer", "app"), Reply(status=204), bearer="b", app="a")
    talks.call("things.list")
    assert talks.request.headers["authorization"] == "Bearer b"
    assert talks.request.headers["x-app"] == "a"


def test_of_many_schemes_each_is_sent(talk: Talk) -> None:
    for name in SCHEMES:
        credential = ("u", "p") if name == "basic" else "c"
        talks = talk(document(*SCHEMES), Reply(status=204), **{name: credential})
        talks.call("things.list")
        request = talks.request
        sent = (request.headers["authorization"], request.headers["cookie"], request.headers["x-app"])
        assert any(sent) or request.query


@pytest.mark.parametrize(
    "said",
    [{"top": "security: []"}, {"operation": ", security: []"}, {"operation": ", security: [{app: []}]"}],
)
def test_a_document_that_says_what_needs_them_is_taken_at_its_word(said: dict[str, str], talk: Talk) -> None:
    talks = talk(document("bearer", "app", **said), Reply(status=204), bearer="b")
    talks.call("others.list")
    assert talks.request.headers["authorization"] is None
