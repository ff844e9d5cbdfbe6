"""Components: variants told apart by numbers, and narrowed by what stands beside their union."""

import json
import logging
from typing import Any, get_type_hints

import pytest

from tests.cases.unions.conftest import TalkTo
from tests.support.http_server import json_reply

ROW = {"type": 1, "components": [{"type": 2, "label": "Go"}, {"type": 5, "options": ["a"]}]}


def answered(talk_to: TalkTo, message: dict[str, Any], **options: Any) -> Any:
    """Return the message that a server answers, and see that it is sent back as it came."""
    talk = talk_to("components", lambda it: json_reply([message] if it.method == "GET" else {}), **options)
    (found,) = talk.call("messages.list")
    assert (
        talk.call("messages.create", **{name: getattr(found, name) for name in found.model_fields_set}) == {}
    )
    assert talk.server.requests[-1].json == message
    return found


def test_a_constant_beside_a_union_chooses_its_variant(talk_to: TalkTo) -> None:
    message = {"id": "1", "rows": [ROW], "menu": {"type": 3, "options": ["b"]}, "any": {"type": 6}}
    found = answered(talk_to, message)
    (row,) = found.rows
    assert [type(item).__name__ for item in (row, *row.components)] == ["ActionRow", "Button", "Menu"]
    assert (type(found.menu).__name__, type(found.any).__name__) == ("MessageMenu", "Menu")
    assert (found.menu.type, found.any.type) == (3, 6)


def test_the_annotations_say_what_is_left(talk_to: TalkTo) -> None:
    package = talk_to("components", []).package
    models = package.models
    hints = get_type_hints(models.Message)
    assert str(hints["stream"]) == "typing.Optional[typing.Literal[False]]"
    assert hints["rows"] == list[models.ActionRow] | None
    assert hints["kind"] == models.Kind | None
    assert hints["reply"] == models.MessageReply | None
    assert "Variant" not in " ".join(name for name in models.__all__ if name != "UnknownVariant")


@pytest.mark.parametrize("kind", ["plain", "rich", "later", None])
def test_a_nullable_enum_is_an_enum(talk_to: TalkTo, kind: str | None) -> None:
    found = answered(talk_to, {"id": "1", "kind": kind})
    assert found.kind == kind
    kinds = talk_to("components", []).package.models.Kind
    assert kind is None or isinstance(found.kind, kinds)
    assert [item.value for item in kinds] == ["plain", "rich"]


@pytest.mark.parametrize("badge", [True, False, {"text": "New", "color": "red"}, {"color": "red"}])
def test_properties_beside_a_union_leave_the_boolean(talk_to: TalkTo, badge: Any) -> None:
    found = answered(talk_to, {"id": "1", "badge": badge}).badge
    if isinstance(badge, bool):
        assert found is badge
    else:
        assert type(found).__name__ == "MessageBadgeObject"
        assert found.color == "red"


@pytest.mark.parametrize("value", [False, None])
def test_an_enum_beside_a_union_leaves_one_value_and_null(talk_to: TalkTo, value: bool | None) -> None:
    assert answered(talk_to, {"id": "1", "stream": value}).stream is value


@pytest.mark.parametrize("mark", [{}, {"a": 1}])
def test_an_object_without_properties_takes_none(talk_to: TalkTo, mark: dict[str, int]) -> None:
    assert answered(talk_to, {"id": "1", "mark": mark}).mark == mark


def test_what_an_object_without_properties_has_all_the_same_is_kept_and_told(
    talk_to: TalkTo, caplog: pytest.LogCaptureFixture
) -> None:
    talk = talk_to("components", {"done": True}, strict_responses=False)
    with caplog.at_level(logging.WARNING):
        assert talk.call("messages.create", id="1") == {"done": True}
    assert "done" in caplog.text
    strict = talk_to("components", {"done": True})
    with pytest.raises(strict.package.DecodingError):
        strict.call("messages.create", id="1")


@pytest.mark.parametrize(
    ("component", "kind"),
    [
        ({"type": 2}, "Button"),
        ({"type": 2.0}, "Button"),
        ({"type": "2"}, "Button"),
        ({"type": 99, "x": 1}, "UnknownVariant"),
    ],
)
def test_a_number_is_known_however_it_is_written(
    talk_to: TalkTo, component: dict[str, Any], kind: str
) -> None:
    talk = talk_to("components", [{"id": "1", "any": component}], strict_responses=False)
    (found,) = talk.call("messages.list")
    assert type(found.any).__name__ == kind


def test_models_that_were_made_by_hand_are_sent_and_dumped(talk_to: TalkTo) -> None:
    talk = talk_to("components", {})
    models = talk.package.models
    button = models.Button(type=2, label=None)
    message = models.Message(id="1", any=models.ActionRow(type=1, components=[button]))
    expected = {"id": "1", "any": {"type": 1, "components": [{"type": 2, "label": None}]}}
    assert json.loads(message.model_dump_json(by_alias=True, exclude_unset=True)) == expected
    talk.call("messages.create", id="1", any=message.any)
    assert talk.request.json == expected
