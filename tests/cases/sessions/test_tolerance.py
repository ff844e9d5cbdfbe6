"""A server that breaks its document does not break the call."""

import logging
from datetime import datetime
from typing import Any

import pytest
from trigger_dev import DecodingError

from tests.support.flavours import Flavour
from tests.support.http_server import Reply, json_reply
from tests.support.trigger_server import SECRET_KEY, TriggerServer

ABSENT = object()
BREACHES = [
    ("createdAt", 12),
    ("createdAt", "soon"),
    ("createdAt", ABSENT),
    ("taskIdentifier", ABSENT),
    ("taskIdentifier", 7),
    ("tags", None),
    ("tags", "odd"),
    ("externalId", ["chat"]),
    ("triggerConfig", "none"),
]
breaches = pytest.mark.parametrize(
    ("name", "value"),
    BREACHES,
    ids=[f"{name}-{'absent' if value is ABSENT else value}" for name, value in BREACHES],
)


@pytest.fixture
def strict(flavour: Flavour, server: TriggerServer) -> Any:
    """A client that takes no answer that is not the documented one."""
    return flavour.client(secret_key=SECRET_KEY, base_url=server.url, strict_responses=True)


def break_session(server: TriggerServer, name: str, value: Any) -> None:
    """Change a property of the first session, or remove it."""
    if value is ABSENT:
        del server.sessions[0][name]
    else:
        server.sessions[0][name] = value


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the client reported."""
    return [
        record.getMessage()
        for record in caplog.records
        if record.name.partition(".")[0] == "trigger_dev" and record.levelno == logging.WARNING
    ]


def attribute(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


@breaches
def test_the_data_is_returned_and_the_breach_reported(
    flavour: Flavour,
    client: Any,
    server: TriggerServer,
    caplog: pytest.LogCaptureFixture,
    name: str,
    value: Any,
) -> None:
    break_session(server, name, value)
    session = flavour.call(client.sessions.retrieve, "session_1")
    assert (session.id, session.type, session.metadata) == ("session_1", "chat.agent", {"customer": 1})
    if value is not ABSENT:
        assert getattr(session, attribute(name)) == value
    (warning,) = warnings(caplog)
    assert name in warning
    assert "/api/v1/sessions" in warning


@breaches
def test_strict_responses_raise(
    flavour: Flavour, strict: Any, server: TriggerServer, name: str, value: Any
) -> None:
    break_session(server, name, value)
    with pytest.raises(DecodingError, match=name) as raised:
        flavour.call(strict.sessions.retrieve, "session_1")
    assert raised.value.response.status == 200


def test_one_row_does_not_spoil_the_others(
    flavour: Flavour, client: Any, server: TriggerServer, caplog: pytest.LogCaptureFixture
) -> None:
    break_session(server, "taskIdentifier", 7)
    page = flavour.call(client.sessions.list(size=3).page)
    assert [row.id for row in page.items] == ["session_1", "session_2", "session_3"]
    assert [row.task_identifier for row in page.items] == [7, "my-chat-task", "my-chat-task"]
    assert all(isinstance(row.created_at, datetime) for row in page.items)
    assert page.has_next
    assert len(warnings(caplog)) == 1


def test_pages_go_on_past_a_breach(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    break_session(server, "tags", None)
    assert len(flavour.collect(client.sessions.list(size=2))) == 7


def test_the_documented_answer_is_not_reported(
    flavour: Flavour, client: Any, strict: Any, caplog: pytest.LogCaptureFixture
) -> None:
    for each in (client, strict):
        flavour.collect(each.sessions.list(size=3))
        flavour.call(each.sessions.retrieve, "session_2")
        flavour.collect(each.runs.list())
        flavour.collect(each.schedules.list())
        flavour.call(each.schedules.timezones)
    assert warnings(caplog) == []


def test_unknown_enum_values_are_kept(
    flavour: Flavour, client: Any, strict: Any, caplog: pytest.LogCaptureFixture
) -> None:
    for each in (client, strict):
        assert flavour.call(each.runs.retrieve, "run_2").status == "PAUSED_BY_TEST"
        rows = flavour.collect(each.runs.list())
        assert [row.status for row in rows] == ["COMPLETED", "PAUSED_BY_TEST", "COMPLETED"]
    assert warnings(caplog) == []


def test_unknown_enum_values_can_be_sent(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    rows = flavour.collect(client.runs.list(status=["PAUSED_BY_TEST"]))
    assert [row.id for row in rows] == ["run_2"]
    assert dict(server.requests[0].query) == {"filter[status]": "PAUSED_BY_TEST"}


def test_undocumented_fields_are_reachable(flavour: Flavour, client: Any) -> None:
    run = flavour.call(client.runs.retrieve, "run_1")
    assert run.model_extra == {"env": {"id": "env_1234", "name": "dev", "user": "Ada"}} | {
        "queue": "task/my-task",
    }
    assert flavour.collect(client.sessions.list(), limit=1)[0].model_extra == {"isTest": False}


def test_what_is_no_json_is_no_answer(flavour: Flavour, strict: Any, server: TriggerServer) -> None:
    server.interrupt(Reply(body=b"<h1>Log in</h1>", headers={"content-type": "text/html"}))
    with pytest.raises(DecodingError) as raised:
        flavour.call(strict.sessions.retrieve, "session_1")
    assert raised.value.response.content == b"<h1>Log in</h1>"


def test_a_payload_may_be_any_json(
    flavour: Flavour, client: Any, server: TriggerServer, caplog: pytest.LogCaptureFixture
) -> None:
    server.interrupt(json_reply({**server.runs[0], "attempts": [], "payload": [1], "output": "done"}))
    run = flavour.call(client.runs.retrieve, "run_1")
    assert (run.payload, run.output) == ([1], "done")
    assert len(warnings(caplog)) <= 1
