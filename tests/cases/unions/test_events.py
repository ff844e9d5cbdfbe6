"""Events: a mapping, constants and names of schemas together, in streams and below a base."""

import json
from typing import Any

import pytest

from generator.config import ClientConfig
from generator.pipeline import understand
from tests.cases.unions.conftest import HERE, TalkTo
from tests.support.http_server import Reply

STARTED = {"type": "conversation.response.started", "conversation_id": "c1"}
OUTPUT = {"type": "message.output.delta", "content": {"type": "text", "text": "Hi"}}
# Only the mapping of one union knows this value; the schema that derives from the base says none.
ERROR = {"type": "conversation.response.error", "message": "Oh"}


def test_the_data_of_events_is_of_its_own_class(talk_to: TalkTo) -> None:
    later = {"type": "conversation.response.later", "at": 1}
    data = (STARTED, OUTPUT, ERROR, later)
    body = "".join(f"event: {item['type']}\ndata: {json.dumps(item)}\n\n" for item in data)
    talk = talk_to("events", Reply(body=body.encode(), headers={"Content-Type": "text/event-stream"}))
    found = talk.flavour.collect(talk.call("conversations.start"))
    assert [type(item).__name__ for item in found] == [
        *("ResponseStarted", "MessageOutput", "ResponseError", "UnknownVariant")
    ]
    assert found[1].content.text == "Hi"


def test_what_derives_from_a_base_has_its_own_constant_else_its_name(talk_to: TalkTo) -> None:
    named = {"type": "ResponseError", "message": "Oh"}
    talk = talk_to("events", json_list([STARTED, OUTPUT, named, {"type": "later", "x": 1}]))
    found = talk.call("conversations.list_events")
    assert [type(item).__name__ for item in found] == [
        *("ResponseStarted", "MessageOutput", "ResponseError", "BaseEvent")
    ]


@pytest.mark.parametrize(
    ("chunk", "kind"),
    [
        ({"type": "text", "text": "Hi"}, "TextChunk"),
        ({"text": "Hi"}, "TextChunk"),
        ({"type": "tool", "id": "t1"}, "ToolChunk"),
        ({"type": "tool_file", "id": "t1"}, "ToolChunk"),
        ({"type": "image", "url": "u"}, "UnknownVariant"),
        ("Hi", "str"),
    ],
)
def test_a_mapping_and_constants_that_contradict_each_other_both_count(
    talk_to: TalkTo, chunk: Any, kind: str
) -> None:
    talk = talk_to("events", json_list([{**OUTPUT, "content": chunk}]))
    (found,) = talk.call("conversations.list_events")
    assert type(found.content).__name__ == kind


def test_what_contradicts_itself_is_told() -> None:
    understood = understand(ClientConfig(document=str(HERE / "events.yaml"), package="events"))
    told = [entry.message for entry in understood.api.ledger]
    mapped = "'tool' is mapped to 'ToolChunk', which states another value for 'type'; it is accepted besides"
    assert mapped in told
    assert "the values that schemas state for 'type' are taken, not their names: " in " ".join(told)
    assert any(mapped in item.because for item in understood.api.evidence)


def json_list(items: list[Any]) -> Reply:
    """The answer that is a list."""
    return Reply(body=json.dumps(items).encode(), headers={"Content-Type": "application/json"})
