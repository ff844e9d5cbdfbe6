"""What is tried again, how often and after how long. Nobody waits: `waits` has the seconds."""

import time
from email.utils import formatdate
from typing import Any
from uuid import UUID

import pytest
from trigger_dev import (
    ApiConnectionError,
    ApiStatusError,
    ApiTimeoutError,
    InternalServerError,
    RateLimitError,
)

from tests.support.flavours import Flavour
from tests.support.http_server import Reply
from tests.support.trigger_server import SECRET_KEY, TriggerServer, rate_limited

NOW = 1786104000.0
KEY = "x-trigger-request-idempotency-key"
NEW_SESSION: dict[str, Any] = {
    "type": "chat.agent",
    "task_identifier": "my-chat-task",
    "trigger_config": {"basePayload": {}},
}


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock at `NOW`."""
    monkeypatch.setattr(time, "time", lambda: NOW)


def keys(server: TriggerServer) -> list[str]:
    """The idempotency key of each request, which is a UUID."""
    found = [request.headers[KEY] for request in server.requests]
    assert [str(UUID(key)) for key in found] == [key.lower() for key in found]
    return found


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_passing_faults_are_tried_again(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], status: int
) -> None:
    server.interrupt(Reply(status=status), Reply(status=status))
    assert flavour.call(client.sessions.retrieve, "session_1").id == "session_1"
    assert len(server.requests) == 3
    assert waits == pytest.approx([1.0, 1.6])


def test_a_dropped_connection_is_tried_again(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(None, None)
    assert flavour.call(client.sessions.retrieve, "session_1").id == "session_1"
    assert len(server.requests) == 3
    assert waits == pytest.approx([1.0, 1.6])


def test_a_kept_connection_that_was_dropped_is_tried_again(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    flavour.call(client.sessions.retrieve, "session_1")
    server.interrupt(None)
    assert flavour.call(client.sessions.retrieve, "session_2").id == "session_2"
    assert len(server.requests) == 3


def test_a_late_answer_is_tried_again(flavour: Flavour, server: TriggerServer, waits: list[float]) -> None:
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url, timeout=0.5)
    server.interrupt(Reply(delay=3600))
    assert flavour.call(client.sessions.retrieve, "session_1").id == "session_1"
    assert waits == pytest.approx([1.0])


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_what_will_not_pass_is_not_tried_again(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], status: int
) -> None:
    server.interrupt(Reply(status=status))
    with pytest.raises(ApiStatusError) as raised:
        flavour.call(client.sessions.retrieve, "session_1")
    assert raised.value.status == status
    assert len(server.requests) == 1
    assert waits == []


def test_five_attempts_by_default(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(*[Reply(status=503)] * 9)
    with pytest.raises(InternalServerError):
        flavour.call(client.sessions.retrieve, "session_1")
    assert len(server.requests) == 5
    assert waits == pytest.approx([1.0, 1.6, 2.56, 4.096])


def test_no_wait_is_longer_than_thirty_seconds(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(*[Reply(status=503)] * 10)
    assert flavour.call(client.with_options(max_retries=10).sessions.retrieve, "session_1").id == "session_1"
    assert waits[-3:] == pytest.approx([1.6**7, 30, 30])


@pytest.mark.parametrize("max_retries", [0, 1, 3])
@pytest.mark.parametrize(
    ("interruption", "error"), [(Reply(status=500), InternalServerError), (None, ApiConnectionError)]
)
def test_max_retries(
    flavour: Flavour,
    server: TriggerServer,
    waits: list[float],
    interruption: Reply | None,
    error: type[Exception],
    max_retries: int,
) -> None:
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url, max_retries=max_retries)
    server.interrupt(*[interruption] * 9)
    with pytest.raises(error):
        flavour.call(client.sessions.retrieve, "session_1")
    assert len(server.requests) == max_retries + 1
    assert len(waits) == max_retries


def test_options_of_one_call_leave_the_client_alone(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(Reply(status=500), Reply(status=500))
    with pytest.raises(InternalServerError):
        flavour.call(client.with_options(max_retries=0).sessions.retrieve, "session_1")
    assert waits == []
    assert flavour.call(client.sessions.retrieve, "session_1").id == "session_1"
    assert len(waits) == 1


def test_the_server_may_ask_for_another_try(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.interrupt(Reply(status=404, headers={"x-should-retry": "true"}))
    assert flavour.call(client.sessions.retrieve, "session_1").id == "session_1"


def test_the_server_may_refuse_another_try(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(Reply(status=503, headers={"x-should-retry": "false"}))
    with pytest.raises(InternalServerError):
        flavour.call(client.sessions.retrieve, "session_1")
    assert waits == []


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("text", ["20", formatdate(NOW + 20, usegmt=True)])
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_respected(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], status: int, text: str
) -> None:
    server.interrupt(Reply(status=status, headers={"retry-after": text}))
    flavour.call(client.sessions.retrieve, "session_1")
    (wait,) = waits
    assert 20 <= wait <= 21


def test_nobody_waits_for_a_day(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(Reply(status=429, headers={"retry-after": "86400"}))
    with pytest.raises(RateLimitError):
        flavour.call(client.sessions.retrieve, "session_1")
    assert waits == []


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(("ahead", "shortest"), [(20, 20), (-20, 0)], ids=["ahead", "past"])
def test_the_rate_limit_is_waited_for(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], ahead: float, shortest: float
) -> None:
    server.interrupt(rate_limited(NOW + ahead))
    flavour.call(client.sessions.retrieve, "session_1")
    (wait,) = waits
    assert shortest <= wait <= shortest + 1


@pytest.mark.parametrize(
    "headers",
    [{"retry-after": "soon"}, {"x-ratelimit-reset": "later"}, {"x-should-retry": "?"}],
    ids=str,
)
def test_what_makes_no_sense_is_passed_over(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], headers: dict[str, str]
) -> None:
    server.interrupt(Reply(status=429, headers=headers))
    flavour.call(client.sessions.retrieve, "session_1")
    assert waits == pytest.approx([1.0])


@pytest.mark.parametrize(
    "interruption", [Reply(status=503), rate_limited(0), None], ids=["503", "429", "drop"]
)
def test_a_post_is_tried_again_as_the_same_call(
    flavour: Flavour, client: Any, server: TriggerServer, interruption: Reply | None
) -> None:
    server.interrupt(interruption, interruption)
    flavour.call(client.sessions.create, **NEW_SESSION)
    assert len(set(keys(server))) == 1
    assert [request.target for request in server.requests] == ["/api/v1/sessions"] * 3
    assert len({request.body for request in server.requests}) == 1


def test_each_call_is_its_own(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    flavour.call(client.sessions.create, **NEW_SESSION)
    flavour.call(client.sessions.create, **NEW_SESSION)
    flavour.call(client.sessions.close, "session_1")
    assert len(set(keys(server))) == 3


def test_each_page_is_its_own_call(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.interrupt(Reply(status=503))
    flavour.collect(client.sessions.list(size=3))
    first, again, second, third = keys(server)
    assert first == again
    assert len({first, second, third}) == 3


def test_a_page_is_tried_again_with_its_own_query(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    page = flavour.call(client.sessions.list(size=3).page)
    server.interrupt(Reply(status=502))
    flavour.call(page.next_page)
    assert server.requests[1].target == server.requests[2].target


def test_a_call_that_is_late_for_good(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url, timeout=0.2, max_retries=1)
    server.interrupt(*[Reply(delay=3600)] * 2)
    with pytest.raises(ApiTimeoutError):
        flavour.call(client.sessions.retrieve, "session_1")
    assert len(server.requests) == 2
