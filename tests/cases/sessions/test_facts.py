"""What the server wants and gives besides what its document says of triggering, batches and queues."""

import time
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from trigger_dev import BadRequestError, PollTimeoutError

from tests.support.flavours import Flavour
from tests.support.http_server import Reply
from tests.support.trigger_server import PUBLIC_TOKEN, SECRET_KEY, TriggerServer, rate_limited

NOW = 1786104000.0
NOON = datetime(2026, 8, 7, 12, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop the clock at `NOW`."""
    monkeypatch.setattr(time, "time", lambda: NOW)


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize("ahead", [-60, 0, 10, 3600])
@pytest.mark.parametrize("status", [500, 502, 503, 504, 408, 409])
def test_a_reset_means_nothing_where_no_limit_was_met(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], ahead: float, status: int
) -> None:
    headers = {"x-ratelimit-reset": str(int((NOW + ahead) * 1000))}
    server.interrupt(*[Reply(status=status, headers=headers)] * 4)
    flavour.call(client.runs.retrieve, "run_1")
    assert waits == pytest.approx([1.0, 1.6, 2.56, 4.096])


@pytest.mark.usefixtures("clock")
def test_a_limit_is_waited_for_and_chance_adds_up_to_a_second(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    for chance in (0.0, 0.25, 1.0):
        monkeypatch.setattr("trigger_dev._runtime.retries.random.random", lambda found=chance: found)
        server.interrupt(rate_limited(NOW + 20))
        flavour.call(client.runs.retrieve, "run_1")
    assert waits == pytest.approx([20.0, 20.25, 21.0])


@pytest.mark.usefixtures("clock")
def test_a_limit_that_is_lifted_already_is_no_reason_to_hurry(
    flavour: Flavour, client: Any, server: TriggerServer, waits: list[float]
) -> None:
    server.interrupt(rate_limited(NOW - 20), rate_limited(NOW))
    flavour.call(client.runs.retrieve, "run_1")
    assert waits == pytest.approx([1.0, 1.6])


def test_a_task_is_triggered_with_its_payload_by_position(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    run = flavour.call(
        client.tasks.trigger,
        "my/task",
        {"any": ["JSON", None]},
        {
            "idempotency_key": "k",
            "idempotency_key_ttl": "1h",
            "max_attempts": 2,
            "priority": 10,
            "debounce": {"key": "d", "delay": "5s", "max_delay": "1m", "mode": "trailing"},
            "lock_to_version": "20260807.1",
            "external_deployment_id": "sha",
            "test": True,
        },
    )
    (request,) = server.requests
    assert request.raw_path == "/api/v1/tasks/my%2Ftask/trigger"
    assert request.json == {
        "payload": {"any": ["JSON", None]},
        "options": {
            "idempotencyKey": "k",
            "idempotencyKeyTTL": "1h",
            "maxAttempts": 2,
            "priority": 10,
            "debounce": {"key": "d", "delay": "5s", "maxDelay": "1m", "mode": "trailing"},
            "lockToVersion": "20260807.1",
            "externalDeploymentId": "sha",
            "test": True,
        },
    }
    assert (run.is_cached, run.public_access_token) == (False, PUBLIC_TOKEN)


def test_an_idempotency_key_starts_one_run_until_it_is_reset(flavour: Flavour, client: Any) -> None:
    options = {"idempotency_key": "k"}
    first, second = [flavour.call(client.tasks.trigger, "my-task", 1, options) for _ in range(2)]
    assert (first.id, second.id, second.is_cached) == (first.id, first.id, True)
    assert flavour.call(client.idempotency_keys.reset, "k", "my-task").id == "k"
    assert flavour.call(client.tasks.trigger, "my-task", 1, options).is_cached is False


def test_batches_in_one_step_and_in_two(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    few = flavour.call(client.batches.trigger, [{"task": "a", "options": {"idempotency_key": "k"}}])
    assert [run.task_identifier for run in few.runs] == ["a"]
    batch = flavour.call(client.batches.create, 2)
    items = [{"index": 0, "task": "a", "payload": {"snake_key": 1}}, {"index": 1, "task": "b"}]
    added = flavour.call(client.batches.add_items, batch.id, items)
    assert (batch.public_access_token, added.items_accepted, added.sealed) == (PUBLIC_TOKEN, 2, True)
    lines = server.requests[-1]
    assert lines.headers["content-type"] == "application/x-ndjson"
    assert lines.body == b'{"index":0,"task":"a","payload":{"snake_key":1}}\n{"index":1,"task":"b"}\n'
    again = flavour.call(client.batches.add_items, batch.id, items)
    assert (again.items_accepted, again.items_deduplicated) == (0, 2)
    assert len(flavour.call(client.batches.retrieve, batch.id).runs) == 2


def test_a_run_is_watched_until_it_is_completed(flavour: Flavour, client: Any, waits: list[float]) -> None:
    started = flavour.call(client.tasks.trigger, "my-task")
    run = flavour.call(client.runs.poll, started.id, interval=0.5)
    assert (run.status, run.is_success, waits) == ("COMPLETED", True, [0.5])
    server_side = flavour.call(client.tasks.trigger, "my-task")
    with pytest.raises(PollTimeoutError):
        flavour.call(client.runs.poll, server_side.id, timeout=0)


def test_a_queue_is_paused_and_resumed_by_one_route(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    assert flavour.call(client.queues.pause, "my-queue", type="custom").paused is True
    assert flavour.call(client.queues.resume, "my-queue").paused is False
    assert [request.json for request in server.requests] == [
        {"action": "pause", "type": "custom"},
        {"action": "resume"},
    ]


def test_a_limit_of_a_queue_is_a_number_or_a_percentage(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    flavour.call(client.queues.override_concurrency_limit, "my-queue", concurrency_limit=5)
    flavour.call(client.queues.override_concurrency_limit, "my-queue", percent=50)
    assert [request.json for request in server.requests] == [{"concurrencyLimit": 5}, {"percent": 50}]


def test_bulk_actions_take_the_statuses_that_runs_have(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    kept = {"status": ["DEQUEUED", "DELAYED"], "task_identifier": "t"}
    assert flavour.call(client.bulk_actions.create, action="cancel", filter=kept).id == "bulk_1"
    assert server.requests[0].json == {
        "action": "cancel",
        "filter": {"status": ["DEQUEUED", "DELAYED"], "taskIdentifier": "t"},
    }
    with pytest.raises(BadRequestError, match="FROZEN"):
        flavour.call(client.bulk_actions.create, action="cancel", filter={"status": "FROZEN"})


@pytest.mark.parametrize(
    "given", [NOON, NOON.astimezone(timezone(timedelta(hours=2)))], ids=["utc", "offset"]
)
def test_dates_in_dictionaries_are_epoch_milliseconds(
    flavour: Flavour, client: Any, server: TriggerServer, given: Any
) -> None:
    flavour.call(client.sessions.list(created_at={"from": given}).page)
    flavour.call(client.runs.list(created_at={"from_": given}).page)
    assert [request.query for request in server.requests] == [
        [("filter[createdAt][from]", "1786104000000")]
    ] * 2


def test_the_branch_comes_from_the_environment(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGGER_PREVIEW_BRANCH", "feature")
    flavour.call(flavour.client(secret_key=SECRET_KEY, base_url=server.url).runs.retrieve, "run_1")
    assert server.requests[0].headers["x-trigger-branch"] == "feature"


def test_a_token_is_created_with_an_empty_object(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    assert flavour.call(client.waitpoints.tokens.create).id == "waitpoint_1"
    assert server.requests[0].json == {}


def test_variables_are_sent_as_an_object(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    flavour.call(client.envvars.upload, "proj_1", "dev", {"a_b": "1"}, override=True)
    assert server.requests[0].json == {"variables": {"a_b": "1"}, "override": True}


def test_a_query_is_given_by_position(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    result = flavour.call(client.query.execute, "SELECT count() FROM runs")
    assert result.results == [{"count": 3}]
    assert server.requests[0].json == {"query": "SELECT count() FROM runs"}


def test_a_session_is_started_as_it_is_created(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    new = {"type": "t", "task_identifier": "a", "trigger_config": {"base_payload": {}}}
    for call in (client.sessions.start, client.sessions.create):
        flavour.call(call, **new)
    assert server.requests[0].json == server.requests[1].json
    assert server.requests[0].target == server.requests[1].target == "/api/v1/sessions"
