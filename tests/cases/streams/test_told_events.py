"""Events that a document only tells of, in prose or by the settings, are given as they come."""

from pathlib import Path

import pytest

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.conftest import Build
from tests.support.conversations import Talk
from tests.support.http_server import RecordedRequest, Reply, json_reply

DOCUMENT = """
openapi: 3.1.0
info: {{title: Chat, version: "1"}}
paths:
  /chat:
    post:
      operationId: create_chat
      tags: [Chat]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [model]
              properties:
                model: {{type: string}}
                stream: {{type: [boolean, "null"], default: false, description: {prose!r}}}
      responses:
        "200":
          description: Done
          content:
            {answer}: {{schema: {{type: object, properties: {{text: {{type: string}}}}}}}}
        "400":
          description: Wrong
          content:
            application/json: {{schema: {{type: object, properties: {{detail: {{type: string}}}}}}}}
"""
TOLD = "If set, deltas are sent. They come as data-only [server-sent events](https://docs.test), to the end."
CHUNKS = b'data: {"delta": "a"}\n\ndata: {"delta": "b"}\n\ndata: [DONE]\n\n'
EVENTS = Reply(body=CHUNKS, headers={"content-type": "text/event-stream"})
CONFIGURED = {"stream_fields": {"create_chat": "stream"}}


def document(prose: str, answer: str = "application/json") -> str:
    return DOCUMENT.format(prose=prose, answer=answer)


def answer(request: RecordedRequest) -> Reply:
    return EVENTS if request.json.get("stream") else json_reply({"text": "all"})


@pytest.mark.parametrize(
    ("prose", "settings"),
    [(TOLD, {}), ("As SSE, or not.", {}), ("An event stream.", {}), ("Whether it is fast.", CONFIGURED)],
)
def test_events_are_given_as_they_come(talk: Talk, prose: str, settings: dict[str, object]) -> None:
    chat = talk(document(prose), answer, settings)
    assert chat.call("chat.create", model="m").text == "all"
    events = chat.flavour.collect(chat.call("chat.create_stream", model="m"))
    assert [event.data for event in events] == ['{"delta": "a"}', '{"delta": "b"}']
    assert chat.server.requests[-1].headers["accept"] == "text/event-stream"
    assert chat.server.requests[-1].json == {"model": "m", "stream": True}


@pytest.mark.parametrize(
    ("prose", "answer_type"),
    [("Whether to stream video.", "application/json"), ("", "application/json"), (TOLD, "text/plain")],
)
def test_what_nothing_tells_of_is_no_stream(build: Build, prose: str, answer_type: str) -> None:
    package = build(document(prose, answer_type))
    assert not hasattr(package.ApiClient(base_url="https://api.test").chat, "create_stream")


def test_no_stream_may_be_configured(build: Build) -> None:
    package = build(document(TOLD), stream_fields={"create_chat": ""})
    assert not hasattr(package.ApiClient(base_url="https://api.test").chat, "create_stream")


def test_the_ledger_says_so(tmp_path: Path) -> None:
    source = tmp_path / "openapi.yaml"
    source.write_text(document(TOLD), "utf-8")
    api = understand(ClientConfig(document=str(source), package="api")).api
    assert [(entry.kind, entry.code) for entry in api.ledger] == [("approximated", "undescribed-events")]
    assert [evidence.because for evidence in api.evidence] == [
        "it is so called, and its prose says 'server-sent events'"
    ]
