"""Text that a server cut in the middle of a character is read, but for that character."""

from typing import Any

import pytest

from tests.support.conversations import Talk
from tests.support.http_server import Reply

DOCUMENT = """
openapi: 3.1.0
paths:
  /notes:
    get:
      operationId: list
      tags: [it]
      responses:
        "200": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Notes'}}}}
        "422": {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
  /events:
    get:
      operationId: watch
      tags: [it]
      responses:
        "200": {description: d, content: {text/event-stream: {schema: {$ref: '#/components/schemas/Note'}}}}
  /lines:
    get:
      operationId: lines
      tags: [it]
      responses:
        "200": {description: d, content: {application/jsonl: {schema: {$ref: '#/components/schemas/Note'}}}}
components:
  schemas:
    Note: {type: object, required: [text], properties: {text: {type: string}, number: {type: integer}}}
    Notes: {type: array, items: {$ref: '#/components/schemas/Note'}}
"""
JSON = {"content-type": "application/json"}
ESCAPED = {
    r"cut \ud83d": "cut \N{REPLACEMENT CHARACTER}",
    r"\uDE00\ud83d\uDE00": "\N{REPLACEMENT CHARACTER}\N{GRINNING FACE}",
    r"\ud83d\ud83d\n": "\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n",
    r"\ud83d\u0041": "\N{REPLACEMENT CHARACTER}A",
    r"\\ud83d": r"\ud83d",
    r"\\\ud83d": "\\\N{REPLACEMENT CHARACTER}",
    r"\ud83d\ude00": "\N{GRINNING FACE}",
}


@pytest.mark.parametrize(("escaped", "text"), ESCAPED.items())
def test_the_rest_is_read(talk: Talk, escaped: str, text: str) -> None:
    note = f'{{"text": "{escaped}", "number": 1}}'
    body = f'[{{"text": "whole"}}, {note}]'.encode()
    strict = talk(DOCUMENT, Reply(body=body, headers=JSON), strict_responses=True)
    assert [item.text for item in strict.call("it.list")] == ["whole", text]
    assert strict.call("get", "/anything") == [{"text": "whole"}, {"text": text, "number": 1}]


@pytest.mark.parametrize("call", ["watch", "lines"])
def test_a_stream_goes_on(talk: Talk, call: str) -> None:
    notes = [f'{{"text": "{escaped}"}}' for escaped in (*ESCAPED, "last")]
    forms = {
        "watch": ("text/event-stream", "".join(f"data: {note}\n\n" for note in notes)),
        "lines": ("application/jsonl", "".join(f"{note}\n" for note in notes)),
    }
    media_type, body = forms[call]
    it = talk(DOCUMENT, Reply(body=body.encode(), headers={"content-type": media_type}))
    found: list[Any] = it.flavour.collect(it.call(f"it.{call}"))
    assert [item.text for item in found] == [*ESCAPED.values(), "last"]


def test_an_error_keeps_its_body(talk: Talk) -> None:
    it = talk(DOCUMENT, Reply(status=422, body=rb'{"text": "no \ud83d"}', headers=JSON))
    with pytest.raises(it.package.UnprocessableEntityError) as raised:
        it.call("it.list")
    assert raised.value.body == it.package.models.Note(text="no \N{REPLACEMENT CHARACTER}")


def test_what_does_not_fit_is_kept(talk: Talk) -> None:
    it = talk(DOCUMENT, Reply(body=rb'[{"text": "\ud83d", "number": "one"}]', headers=JSON))
    (note,) = it.call("it.list")
    assert (note.text, note.number) == ("\N{REPLACEMENT CHARACTER}", "one")
