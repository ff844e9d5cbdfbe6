"""Replies of typed items: the constants of the variants tell them apart, at each depth, and in streams."""

import logging
from typing import Any

import pytest

from tests.cases.unions.conftest import TalkTo
from tests.support.http_server import Reply, json_reply

MESSAGE = {
    "type": "message",
    "id": "m1",
    "content": [
        {
            "type": "output_text",
            "text": "Hello",
            "annotations": [
                {"type": "url_citation", "url": "https://a.test"},
                {"type": "file_citation", "index": 1},
                {"type": "map_citation", "at": [1, 2]},
            ],
        },
        {"type": "refusal", "refusal": "No"},
    ],
}
REPLY: dict[str, Any] = {
    "id": "r1",
    "output": [
        MESSAGE,
        {"type": "function_call", "name": "f"},
        {"type": "reasoning", "summary": ["a"]},
        {"type": "computer_call", "action": {"type": "double_click", "x": 3}},
        {"type": "computer_call", "action": {"type": "scroll"}},
        {"type": "web_call", "query": "q"},
    ],
    "format": {"type": "json_schema", "schema": {}},
    "choice": "auto",
}


def kinds(items: list[Any]) -> list[str]:
    """Return the names of the classes of some items."""
    return [type(item).__name__ for item in items]


def test_each_item_is_of_its_own_class(talk_to: TalkTo) -> None:
    talk = talk_to("responses", REPLY)
    reply = talk.call("replies.create", input=[])
    assert kinds(reply.output) == [
        *("OutputMessage", "FunctionToolCall", "ReasoningItem", "ComputerToolCall", "ComputerToolCall"),
        "UnknownVariant",
    ]
    message, *_, click, scroll, unknown = reply.output
    assert kinds(message.content) == ["OutputText", "Refusal"]
    assert kinds(message.content[0].annotations) == [
        *("AnnotationURLCitation", "AnnotationFileCitation", "UnknownVariant")
    ]
    assert kinds([click.action, scroll.action]) == ["Click", "Scroll"]
    assert unknown["query"] == "q"
    assert kinds([reply.format]) == ["JsonFormat"]
    assert reply.choice == "auto"


def test_what_was_answered_can_be_sent_back_as_it_is(talk_to: TalkTo) -> None:
    talk = talk_to("responses", REPLY)
    output = talk.call("replies.create", input=[]).output
    talk.call("replies.create", input=output)
    assert talk.server.requests[-1].json == {"input": REPLY["output"]}


def test_a_known_value_is_its_variant_also_where_the_rest_does_not_fit(
    talk_to: TalkTo, caplog: pytest.LogCaptureFixture
) -> None:
    reply = {"id": "r1", "output": [{"type": "function_call", "name": None, "more": 1}, MESSAGE]}
    talk = talk_to("responses", reply, strict_responses=False)
    with caplog.at_level(logging.WARNING):
        call, message = talk.call("replies.create", input=[]).output
    assert kinds([call, message]) == ["FunctionToolCall", "OutputMessage"]
    assert (call.name, call.model_extra) == (None, {"more": 1})
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("item", "kind"),
    [
        ({"role": "user", "content": "Hi"}, "EasyMessage"),
        ({"role": "user", "content": "Hi", "type": "message"}, "EasyMessage"),
        ({"role": "user", "content": ["Hi"], "status": "done", "type": "message"}, "InputMessage"),
        ({"role": "user", "content": ["Hi"], "status": "done"}, "InputMessage"),
        (MESSAGE, "OutputMessage"),
        ({"type": "function_call", "name": "f"}, "FunctionToolCall"),
        ({"id": "i"}, "ItemReference"),
        ({"id": "i", "type": None}, "ItemReference"),
        ({"id": "i", "type": "item_reference"}, "ItemReference"),
        ({"type": "other"}, "UnknownVariant"),
    ],
)
def test_variants_with_one_value_and_without_any_are_told_by_their_structure(
    talk_to: TalkTo, item: dict[str, Any], kind: str
) -> None:
    talk = talk_to("responses", lambda it: json_reply(REPLY if it.method == "POST" else {"input": [item]}))
    found = talk.call("replies.echo").input
    assert kinds(found) == [kind]
    talk.call("replies.create", input=found)
    assert talk.server.requests[-1].json == {"input": [item]}


@pytest.mark.parametrize("choice", ["auto", "later"])
@pytest.mark.parametrize(
    ("tool", "kind"),
    [
        ({"type": "code"}, "HostedTool"),
        ({"type": "function", "name": "f"}, "FunctionTool"),
        ({"type": "maps"}, "UnknownVariant"),
    ],
)
def test_texts_beside_objects_need_no_discriminator(
    talk_to: TalkTo, choice: str, tool: dict[str, Any], kind: str
) -> None:
    found = talk_to("responses", {"id": "r", "output": [], "choice": tool}).call("replies.create", input=[])
    assert kinds([found.choice]) == [kind]
    found = talk_to("responses", {"id": "r", "output": [], "choice": choice}).call("replies.create", input=[])
    assert found.choice == choice


def test_events_are_told_apart_too(talk_to: TalkTo) -> None:
    text = (
        'data: {"type": "reply.created", "sequence_number": 0, "reply": {"id": "r1", "output": []}}\n\n'
        'data: {"type": "reply.output_text.delta", "sequence_number": 1, "delta": "He"}\n\n'
        'data: {"type": "reply.done", "at": 2}\n\n'
        'data: {"type": "error", "message": "Oh"}\n\n'
    )
    reply = Reply(body=text.encode(), headers={"Content-Type": "text/event-stream"})
    talk = talk_to("responses", reply)
    events = talk.flavour.collect(talk.call("replies.watch", "r1"))
    assert kinds(events) == ["ReplyCreatedEvent", "TextDeltaEvent", "UnknownVariant", "ErrorEvent"]
