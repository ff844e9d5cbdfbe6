"""Errors that come with the status of a success are errors, where constants of the document tell them."""

import copy
import json
import logging
from typing import Any

import pytest

from tests.support.conversations import Talk, document
from tests.support.http_server import Reply, json_reply

OPERATION = """
/{name}:
  get:
    operationId: get_{name}
    tags: [It]
    responses:
      "200":
        description: Done.
        content: {{application/json: {{schema: {success}}}}}
      {status}:
        description: Failed.
        content: {{application/json: {{schema: {failure}}}}}
"""
DONE = "{type: object, required: [ok], properties: {ok: {const: true}, name: {type: string}}}"
FAILED = '{$ref: "#/components/schemas/Failure"}'
OPERATIONS: list[tuple[str, str, str, str]] = [
    ("constant", DONE, "default", FAILED),
    ("only", DONE.replace("const: true", "type: boolean, enum: [true]"), "4XX", FAILED),
    ("optional", DONE.replace("required: [ok], ", ""), '"404"', FAILED),
    ("text", DONE.replace("true", "done"), "default", "{$ref: '#/components/schemas/Refusal'}"),
    ("number", DONE.replace("true", "0"), "default", "{$ref: '#/components/schemas/Numbered'}"),
    ("several", f"{{oneOf: [{DONE}, {DONE.replace('name', 'size')}]}}", "default", FAILED),
    ("either", DONE, "default", "{$ref: '#/components/schemas/AnyFailure'}"),
    ("untold", "{type: object, properties: {ok: {type: string}}}", "default", FAILED),
    ("open", DONE, "default", "{type: object, properties: {ok: {type: boolean}, error: {type: string}}}"),
    ("alike", DONE, "default", DONE),
    ("nothing", DONE, "default", "{type: object}"),
]
SCHEMAS = """
Failure:
  type: object
  required: [ok, error]
  properties: {ok: {type: boolean, enum: [false]}, error: {type: string}, needed: {type: string}}
Refusal:
  type: object
  required: [ok, error]
  properties: {ok: {const: refused}, error: {type: string}}
Numbered: {type: object, required: [ok, error], properties: {ok: {const: 1}, error: {type: string}}}
AnyFailure: {oneOf: [{$ref: "#/components/schemas/Refusal"}, {$ref: "#/components/schemas/Failure"}]}
"""
FURTHER = """
/pages:
  get:
    operationId: list_pages
    tags: [It]
    parameters: [{name: cursor, in: query, schema: {type: string}}]
    responses:
      "200":
        description: Done.
        content:
          application/json:
            schema:
              type: object
              required: [ok, items]
              properties:
                ok: {const: true}
                items: {type: array, items: {type: object, properties: {id: {type: string}}}}
                next_cursor: {type: string}
      default: {$ref: "#/components/responses/Failed"}
/events:
  get:
    operationId: watch
    tags: [It]
    responses:
      "200":
        description: Done.
        content:
          text/event-stream:
            schema: {type: object, required: [ok, n], properties: {ok: {const: true}, n: {type: integer}}}
      default: {$ref: "#/components/responses/Failed"}
/lines:
  get:
    operationId: lines
    tags: [It]
    responses:
      "200":
        description: Done.
        content:
          application/jsonl:
            schema: {type: object, required: [ok, n], properties: {ok: {const: true}, n: {type: integer}}}
      default: {$ref: "#/components/responses/Failed"}
/both:
  get:
    operationId: both
    tags: [It]
    responses:
      "200":
        description: Done.
        content:
          application/json: {schema: {type: object, required: [ok], properties: {ok: {const: true}}}}
          text/event-stream: {schema: {type: object, required: [n], properties: {n: {type: integer}}}}
      default: {$ref: "#/components/responses/Failed"}
"""
DOCUMENT = (
    document(
        "".join(
            OPERATION.format(name=name, success=success, status=status, failure=failure)
            for name, success, status, failure in OPERATIONS
        )
        + FURTHER,
        SCHEMAS,
    )
    + """  responses:
    Failed:
      description: Failed.
      content: {application/json: {schema: {$ref: '#/components/schemas/Failure'}}}
"""
)
FAULT = {"ok": False, "error": "ratelimited"}
REFUSED = [
    ("constant", FAULT, "Failure"),
    ("only", FAULT, "Failure"),
    ("optional", FAULT, "Failure"),
    ("text", {"ok": "refused", "error": "ratelimited"}, "Refusal"),
    ("number", {"ok": 1, "error": "ratelimited"}, "Numbered"),
    ("several", FAULT, "Failure"),
    ("either", FAULT, "Failure"),
]
TAKEN: list[tuple[str, dict[str, Any]]] = [
    ("constant", {"ok": True, "name": 1, "error": "ratelimited"}),
    ("constant", {"ok": False}),  # not the error, either
    ("constant", {"ok": 0, "error": "ratelimited"}),
    ("constant", {"ok": None, "error": "ratelimited"}),
    ("constant", {"error": "ratelimited"}),
    ("number", {"ok": True, "error": "ratelimited"}),
    ("text", {"ok": "later", "error": "ratelimited"}),
    ("untold", FAULT),
    ("open", FAULT),
    ("alike", FAULT),
    ("nothing", FAULT),
]


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(("name", "body", "model"), REFUSED)
def test_the_body_of_an_error_is_an_error(
    talk: Talk, name: str, body: dict[str, Any], model: str, strict: bool, caplog: pytest.LogCaptureFixture
) -> None:
    it = talk(DOCUMENT, json_reply(body), strict_responses=strict)
    with pytest.raises(it.package.ApiStatusError, match=f"/{name}: 200: ratelimited") as caught:
        it.call(f"it.get_{name}")
    error = copy.copy(caught.value)
    assert (type(error), error.status, error.code) == (it.package.ApiStatusError, 200, "ratelimited")
    assert isinstance(error.body, getattr(it.package.models, model))
    assert error.response.content == json.dumps(body).encode()
    assert len(it.server.requests) == 1
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.parametrize(("name", "body"), TAKEN, ids=json.dumps)
def test_all_else_is_kept_and_reported(
    talk: Talk, name: str, body: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    it = talk(DOCUMENT, json_reply(body))
    answer = it.call(f"it.get_{name}")
    assert {name: getattr(answer, name) for name in body} == body
    assert "not what the document says" in caplog.text


def test_what_is_right_is_right(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    it = talk(DOCUMENT, json_reply({"ok": True, "name": "n", "error": "ratelimited"}))
    assert it.call("it.get_constant").name == "n"
    assert caplog.records == []


def test_a_status_of_an_error_stays_what_it_is(talk: Talk) -> None:
    it = talk(DOCUMENT, json_reply(FAULT, status=404))
    with pytest.raises(it.package.NotFoundError, match="404: ratelimited"):
        it.call("it.get_constant")


def test_pages_end_with_it(talk: Talk) -> None:
    first = json_reply({"ok": True, "items": [{"id": "1"}], "next_cursor": "c"})
    it = talk(DOCUMENT, lambda request: json_reply(FAULT) if request.query else first)
    assert len(it.flavour.collect(it.client.it.list_pages(), 1)) == 1
    with pytest.raises(it.package.ApiStatusError, match="200: ratelimited"):
        it.collect("it.list_pages")


def test_so_does_a_call_that_wants_the_response(talk: Talk) -> None:
    it = talk(DOCUMENT, json_reply(FAULT))
    with pytest.raises(it.package.ApiStatusError, match="200: ratelimited"):
        it.flavour.call(it.client.with_response(it.client.it.get_constant))


EVENTS = {"content-type": "text/event-stream"}
WHOLE = json.dumps(FAULT).encode()


@pytest.mark.parametrize(
    ("call", "reply", "count"),
    [
        ("watch", Reply(body=b'data: {"ok": true, "n": 1}\n\ndata: ' + WHOLE + b"\n\n", headers=EVENTS), 1),
        ("watch", json_reply(FAULT), 0),
        (
            "lines",
            Reply(body=b'{"ok": true, "n": 1}\n' + WHOLE, headers={"content-type": "application/jsonl"}),
            1,
        ),
        ("lines", json_reply(FAULT), 0),
        ("both_stream", json_reply(FAULT), 0),
    ],
)
def test_so_do_streams(talk: Talk, call: str, reply: Reply, count: int) -> None:
    it = talk(DOCUMENT, reply)
    stream = it.call(f"it.{call}")
    assert not count or len(it.flavour.collect(stream, count)) == count
    with pytest.raises(it.package.ApiStatusError, match="200: ratelimited") as caught:
        it.flavour.collect(stream)
    assert isinstance(caught.value.body, it.package.models.Failure)
    assert caught.value.code == "ratelimited"
