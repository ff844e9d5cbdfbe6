"""All lists and the main writes, of a server with the real one's ways and faults."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from trigger_dev import BadRequestError, NotFoundError, UnprocessableEntityError

from tests.support.flavours import Flavour
from tests.support.full_trigger_server import FullTriggerServer
from tests.support.trigger_server import queue_row

NOON = datetime(2026, 8, 7, 12, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[FullTriggerServer]:
    with FullTriggerServer() as server:
        yield server


def lists(client: Any) -> dict[str, Any]:
    """Each list with cursors, and what is in it."""
    return {
        "session": client.sessions.list,
        "run": client.runs.list,
        "error": client.errors.list,
        "deployment": client.deployments.list,
        "waitpoint": client.waitpoints.tokens.list,
        "bulk": client.bulk_actions.list,
    }


def ids(items: Any) -> list[str]:
    return [item.id for item in items]


@pytest.fixture(params=["session", "run", "error", "deployment", "waitpoint", "bulk"])
def kind(request: pytest.FixtureRequest, server: FullTriggerServer) -> str:
    server.runs = [dict(server.runs[0], id=f"run_{number}") for number in range(1, 8)]
    return str(request.param)


def test_a_list_is_walked_to_its_end(
    flavour: Flavour, client: Any, server: FullTriggerServer, kind: str
) -> None:
    size = 5 if kind == "deployment" else 3
    found = ids(flavour.collect(lists(client)[kind](size=size)))
    assert found == [f"{kind}_{number}" for number in range(1, 8)]
    assert len(server.requests) == (2 if kind == "deployment" else 3)
    assert {dict(request.query)["page[size]"] for request in server.requests} == {str(size)}


@pytest.mark.parametrize("kind", ["session", "run", "error", "waitpoint", "bulk"], indirect=True)
def test_pages_are_turned_back_with_one_cursor(
    flavour: Flavour, client: Any, server: FullTriggerServer, kind: str
) -> None:
    first = flavour.call(lists(client)[kind](size=3).page)
    second = flavour.call(first.next_page)
    third = flavour.call(second.next_page)
    back = flavour.call(third.previous_page)
    wanted = [f"{kind}_{number}" for number in (4, 5, 6)]
    assert ids(back.items) == (wanted[::-1] if kind == "run" else wanted)
    for request in server.requests:
        assert not {"page[after]", "page[before]"} <= dict(request.query).keys()


def test_deployments_have_no_page_before(flavour: Flavour, client: Any) -> None:
    page = flavour.call(client.deployments.list(size=5).page)
    assert not flavour.call(page.next_page).has_previous


@pytest.mark.parametrize(("kind_", "status"), [("error", "unresolved"), ("waitpoint", "WAITING")])
def test_a_short_or_empty_page_is_no_end(
    flavour: Flavour, client: Any, server: FullTriggerServer, kind_: str, status: str
) -> None:
    found = ids(flavour.collect(lists(client)[kind_](status=status, size=2)))
    assert found == [f"{kind_}_{number}" for number in (1, 2, 5, 6, 7)]
    assert all(("filter[status]", status) in request.query for request in server.requests)


def test_times_are_numbers_where_nothing_else_is_taken(flavour: Flavour, client: Any) -> None:
    for time in (NOON, NOON.date(), "2026-08-07T12:00:00Z"):
        flavour.call(client.errors.list(from_=time).page)
        flavour.call(client.waitpoints.tokens.list(created_at_from=time).page)
        flavour.call(client.sessions.list(created_at_from=time).page)


@pytest.mark.parametrize("kind_", ["session", "run", "error", "waitpoint", "bulk", "deployment"])
@pytest.mark.parametrize("size", [0, 101])
def test_a_size_that_the_server_refuses_is_told(flavour: Flavour, client: Any, kind_: str, size: int) -> None:
    with pytest.raises(BadRequestError, match="Query Error") as caught:
        flavour.call(lists(client)[kind_](size=size).page)
    assert caught.value.details[0]["path"] == ["page[size]"]


@pytest.mark.parametrize("resource", ["schedules", "queues"])
def test_numbered_pages_end_with_the_last(
    flavour: Flavour, client: Any, server: FullTriggerServer, resource: str
) -> None:
    server.queues = {f"q{number}": queue_row(f"q{number}") for number in range(5)}
    assert len(flavour.collect(getattr(client, resource).list(per_page=2))) == 5
    assert [dict(request.query).get("page", "1") for request in server.requests] == ["1", "2", "3"]


def test_an_error_is_settled_with_an_object(flavour: Flavour, client: Any) -> None:
    assert flavour.call(client.errors.resolve, "error_1").status == "resolved"
    assert flavour.call(client.errors.ignore, "error_1", reason=None).status == "ignored"
    assert flavour.call(client.errors.unresolve, "error_1").status == "unresolved"
    with pytest.raises(NotFoundError):
        flavour.call(client.errors.retrieve, "error_9")


def test_a_schedule_lives(flavour: Flavour, client: Any, server: FullTriggerServer) -> None:
    new = {"task": "t", "cron": "0 * * * *", "deduplication_key": "d"}
    first, again = [flavour.call(client.schedules.create, **new, external_id=None) for _ in range(2)]
    assert first.id == again.id
    assert flavour.call(client.schedules.deactivate, first.id).active is False
    assert flavour.call(client.schedules.activate, first.id).active is True
    changed = flavour.call(client.schedules.update, first.id, task="t", cron="0 0 * * *", window="30%")
    assert changed.window == "30%"
    flavour.call(client.schedules.delete, first.id)
    with pytest.raises(NotFoundError):
        flavour.call(client.schedules.retrieve, first.id)


def test_a_token_is_completed_with_null(flavour: Flavour, client: Any, server: FullTriggerServer) -> None:
    assert flavour.call(client.waitpoints.tokens.complete, "waitpoint_1", data=None).success is True
    assert server.requests[0].body == b'{"data":null}'
    assert flavour.call(client.waitpoints.tokens.retrieve, "waitpoint_1").status == "COMPLETED"


def test_a_queue_is_found_by_its_task(flavour: Flavour, client: Any, server: FullTriggerServer) -> None:
    server.queues["task/t"] = queue_row("task/t")
    assert flavour.call(client.queues.retrieve, "t", type="task").name == "task/t"
    assert flavour.call(client.queues.reset_concurrency_limit, "my-queue").name == "my-queue"
    with pytest.raises(NotFoundError):
        flavour.call(client.queues.retrieve, "t")


def test_a_variable_lives(flavour: Flavour, client: Any) -> None:
    flavour.call(client.envvars.create, "p", "dev", name="A", value="1", is_secret=None)
    flavour.call(client.envvars.update, "p", "dev", "A", "2")
    assert flavour.call(client.envvars.retrieve, "p", "dev", "A").value == "2"
    flavour.call(client.envvars.delete, "p", "dev", "A")
    with pytest.raises(NotFoundError):
        flavour.call(client.envvars.retrieve, "p", "dev", "A")


def test_only_a_pending_bulk_action_is_stopped(flavour: Flavour, client: Any) -> None:
    assert flavour.call(client.bulk_actions.abort, "bulk_1").id == "bulk_1"
    with pytest.raises(BadRequestError, match="not pending"):
        flavour.call(client.bulk_actions.abort, "bulk_1")


def test_a_run_is_changed(flavour: Flavour, client: Any) -> None:
    assert flavour.call(client.runs.reschedule, "run_1", delay=NOON).status == "DELAYED"
    assert flavour.call(client.runs.reschedule, "run_1", delay="1h").status == "DELAYED"
    flavour.call(client.runs.tags.add, "run_1", ["a", "b"])
    stored = flavour.call(client.runs.metadata.update, "run_1", metadata={"a_b": None})
    assert stored.metadata == {"a_b": None}
    assert flavour.call(client.runs.retrieve, "run_1").tags == ["a", "b"]
    replayed = flavour.call(client.runs.replay, "run_1")
    assert flavour.call(client.runs.retrieve, replayed.id).task_identifier == "my-task"
    with pytest.raises(UnprocessableEntityError, match="body"):
        flavour.call(client.runs.tags.add, "run_1", [str(number) for number in range(10)])


def test_a_batch_of_one_task(flavour: Flavour, client: Any) -> None:
    batch = flavour.call(client.tasks.batch_trigger, "t", [{"payload": None}, {"options": None}])
    assert len(batch.runs) == 2
