"""Sessions on the wire: queries, pages, bodies and headers."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from trigger_dev import InvalidRequestError, PaginationError

from tests.support.flavours import Flavour
from tests.support.http_server import json_reply
from tests.support.trigger_server import SECRET_KEY, TriggerServer, cursor_of

SESSIONS = [f"session_{number}" for number in range(1, 8)]


def ids(rows: list[Any]) -> list[str]:
    return [row.id for row in rows]


def cursor(server: TriggerServer, number: int) -> str:
    return cursor_of(server.sessions[number - 1])


def queries(server: TriggerServer) -> list[dict[str, str]]:
    """The query of each request, in order; no key stands in it twice."""
    found = [dict(request.query) for request in server.requests]
    assert [len(query) for query in found] == [len(request.query) for request in server.requests]
    return found


# Queries


def test_the_query_is_the_documented_one(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    flavour.call(
        client.sessions.list(
            type=["chat.agent"],
            tags=["a", "b"],
            task_identifier=["my-chat-task"],
            external_id="chat-2",
            status=["ACTIVE", "CLOSED"],
            created_at={"period": "1d"},
            size=50,
            after="x",
        ).page
    )
    (request,) = server.requests
    assert (request.method, request.raw_path) == ("GET", "/api/v1/sessions")
    assert sorted(request.query) == [
        ("filter[createdAt][period]", "1d"),
        ("filter[externalId]", "chat-2"),
        ("filter[status]", "ACTIVE,CLOSED"),
        ("filter[tags]", "a,b"),
        ("filter[taskIdentifier]", "my-chat-task"),
        ("filter[type]", "chat.agent"),
        ("page[after]", "x"),
        ("page[size]", "50"),
    ]


def test_only_brackets_may_be_escaped(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    pager = client.sessions.list(
        status=["ACTIVE", "CLOSED"], tags=["a", "b"], created_at={"period": "1d"}, size=50, after="x"
    )
    flavour.call(pager.page)
    raw = re.sub("%5[Bb]", "[", re.sub("%5[Dd]", "]", server.requests[0].raw_query))
    assert sorted(raw.split("&")) == [
        "filter[createdAt][period]=1d",
        "filter[status]=ACTIVE,CLOSED",
        "filter[tags]=a,b",
        "page[after]=x",
        "page[size]=50",
    ]


def test_values_are_escaped(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    values = {"external_id": "a&b=c#d+e f%20é/?", "after": cursor(server, 1)}
    flavour.call(client.sessions.list(**values).page)
    (request,) = server.requests
    assert dict(request.query) == {
        "filter[externalId]": values["external_id"],
        "page[after]": values["after"],
    }
    assert "+" not in request.raw_query


def test_a_comma_inside_an_item_is_escaped_where_commas_join(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    flavour.call(client.sessions.list(tags=["a,b", "c"]).page)
    assert server.requests[0].raw_query.partition("=")[2].lower() == "a%2cb,c"


def test_without_arguments_there_is_no_query(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    assert ids(flavour.collect(client.sessions.list())) == SESSIONS
    assert server.requests[0].target == "/api/v1/sessions"


def test_empty_lists_are_left_out(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    pager = client.sessions.list(type=[], status=[], tags=[], task_identifier=[], created_at={}, size=7)
    assert ids(flavour.collect(pager)) == SESSIONS
    assert queries(server) == [{"page[size]": "7"}]


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (False, "false")])
def test_booleans(flavour: Flavour, client: Any, server: TriggerServer, value: bool, text: str) -> None:
    flavour.collect(client.runs.list(is_test=value))
    flavour.call(client.schedules.timezones, exclude_utc=value)
    assert queries(server) == [{"filter[isTest]": text}, {"excludeUtc": text}]


@pytest.mark.parametrize("first", [1786014000000, datetime(2026, 8, 6, 11, tzinfo=UTC)], ids=str)
def test_times_in_filters_are_epoch_milliseconds(
    flavour: Flavour, client: Any, server: TriggerServer, first: Any
) -> None:
    assert ids(flavour.collect(client.sessions.list(created_at={"from": first}))) == SESSIONS[:2]
    assert queries(server) == [{"filter[createdAt][from]": "1786014000000"}]


def test_an_id_is_one_path_segment(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.sessions[0]["externalId"] = "a/b c?é.."
    assert flavour.call(client.sessions.retrieve, "a/b c?é..").id == "session_1"
    assert server.requests[0].raw_path == "/api/v1/sessions/a%2Fb%20c%3F%C3%A9.."


@pytest.mark.parametrize("session", ["", ".", ".."])
def test_an_id_that_is_no_segment_is_refused(
    flavour: Flavour, client: Any, server: TriggerServer, session: str
) -> None:
    with pytest.raises(InvalidRequestError, match="session"):
        flavour.call(client.sessions.retrieve, session)
    assert server.requests == []


# Pages


def test_a_pager_is_lazy(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    pager = client.sessions.list(size=2)
    pages = pager.pages()
    assert server.requests == []
    assert ids(flavour.collect(pager, limit=3)) == SESSIONS[:3]
    assert len(server.requests) == 2
    assert ids(flavour.collect(pages, limit=1)[0].items) == SESSIONS[:2]
    assert len(server.requests) == 3


def test_iterating_walks_all_pages(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    assert ids(flavour.collect(client.sessions.list(size=2))) == SESSIONS
    assert queries(server) == [
        {"page[size]": "2"},
        {"page[size]": "2", "page[after]": cursor(server, 2)},
        {"page[size]": "2", "page[after]": cursor(server, 4)},
        {"page[size]": "2", "page[after]": cursor(server, 6)},
    ]


def test_a_pager_can_be_walked_again(flavour: Flavour, client: Any) -> None:
    pager = client.sessions.list(size=4)
    assert ids(flavour.collect(pager)) == SESSIONS
    assert ids(flavour.collect(pager)) == SESSIONS


def test_iterating_goes_on_from_after(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    pager = client.sessions.list(size=2, after=cursor(server, 3))
    assert ids(flavour.collect(pager)) == SESSIONS[3:]


def test_iterating_goes_forward_from_before(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    pager = client.sessions.list(size=2, before=cursor(server, 5))
    assert ids(flavour.collect(pager)) == SESSIONS[2:]
    assert queries(server) == [
        {"page[size]": "2", "page[before]": cursor(server, 5)},
        {"page[size]": "2", "page[after]": cursor(server, 4)},
        {"page[size]": "2", "page[after]": cursor(server, 6)},
    ]


def test_runs_from_before_do_not_go_round_in_circles(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    pager = client.runs.list(size=1, before=cursor_of(server.runs[1]))
    assert ids(flavour.collect(pager)) == ["run_1", "run_2", "run_3"]
    assert ["page[before]" in query for query in queries(server)] == [True, False, False]


def test_filters_repeat_on_each_page(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    pager = client.sessions.list(
        size=3, type=["chat.agent", "workflow"], status=["ACTIVE"], created_at={"period": "4w"}
    )
    assert ids(flavour.collect(pager)) == [
        name for name in SESSIONS if name not in ("session_5", "session_6")
    ]
    first = {
        "filter[type]": "chat.agent,workflow",
        "filter[status]": "ACTIVE",
        "filter[createdAt][period]": "4w",
        "page[size]": "3",
    }
    assert queries(server) == [
        first,
        {**first, "page[after]": cursor(server, 3)},
        {**first, "page[after]": cursor(server, 6)},
    ]


def test_an_empty_page_is_not_the_end(flavour: Flavour, client: Any) -> None:
    pager = client.sessions.list(size=2, type=["chat.agent"])
    pages = flavour.pages(pager)
    assert [len(page.items) for page in pages] == [2, 0, 2, 1]
    assert ids(flavour.collect(pager)) == [SESSIONS[place] for place in (0, 1, 4, 5, 6)]


@pytest.mark.parametrize("end", [{}, {"next": ""}, {"next": None}], ids=["absent", "empty", "null"])
def test_pages_end_without_a_cursor(
    flavour: Flavour, client: Any, server: TriggerServer, end: dict[str, Any]
) -> None:
    server.last_page = end
    pages = flavour.pages(client.sessions.list(size=4))
    assert [page.has_next for page in pages] == [True, False]
    assert not pages[-1].cursor
    assert flavour.call(pages[-1].next_page) is None
    assert len(server.requests) == 2


@pytest.mark.parametrize("body", [{"data": []}, {"data": [], "pagination": None}, {"data": None}], ids=str)
def test_an_answer_without_pagination_is_the_last(
    flavour: Flavour, client: Any, server: TriggerServer, body: dict[str, Any]
) -> None:
    server.interrupt(json_reply(body))
    assert flavour.collect(client.sessions.list()) == []
    assert len(server.requests) == 1


def test_an_answer_without_the_list_is_an_error(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.interrupt(json_reply({}))
    with pytest.raises(PaginationError, match="'data' is missing, which the document requires"):
        flavour.collect(client.sessions.list())


@pytest.mark.parametrize("back", [4, 2], ids=["the same", "a circle"])
def test_a_cursor_that_repeats_is_an_error(
    flavour: Flavour, client: Any, server: TriggerServer, back: int
) -> None:
    server.cursors = {cursor(server, 6): cursor(server, back)}
    with pytest.raises(PaginationError):
        flavour.collect(client.sessions.list(size=2), limit=50)
    assert len(server.requests) <= 4


def test_a_page_that_leads_to_itself_is_an_error(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    server.cursors = {cursor(server, 6): cursor(server, 4)}
    page = flavour.call(client.sessions.list(size=2, after=cursor(server, 4)).page)
    with pytest.raises(PaginationError):
        flavour.call(page.next_page)
    assert len(server.requests) == 1


def test_what_a_page_tells(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    page = flavour.call(client.sessions.list(size=4).page)
    assert ids(page.items) == SESSIONS[:4]
    assert page.cursor == cursor(server, 4)
    assert (page.has_next, page.has_previous) == (True, False)
    assert page.response.status == 200
    assert page.response.headers["x-request-id"] == "req_1"


def test_pages_both_ways(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    first = flavour.call(client.sessions.list(size=2, tags=["odd"]).page)
    second = flavour.call(first.next_page)
    third = flavour.call(second.next_page)
    back = flavour.call(third.previous_page)
    again = flavour.call(back.previous_page)
    assert [ids(page.items) for page in (first, second, third, back, again)] == [
        ["session_1"],
        ["session_3"],
        ["session_5"],
        ["session_3"],
        ["session_1"],
    ]
    assert [page.has_previous for page in (first, second, third, back, again)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    same = {"page[size]": "2", "filter[tags]": "odd"}
    assert queries(server) == [
        same,
        {**same, "page[after]": cursor(server, 2)},
        {**same, "page[after]": cursor(server, 4)},
        {**same, "page[before]": cursor(server, 5)},
        {**same, "page[before]": cursor(server, 3)},
    ]
    assert flavour.call(again.previous_page) is None
    assert len(server.requests) == 5


def test_a_page_read_backward_leads_forward_again(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    page = flavour.call(client.sessions.list(size=2, before=cursor(server, 5)).page)
    assert ids(flavour.call(page.next_page).items) == ["session_5", "session_6"]
    assert queries(server)[1] == {"page[size]": "2", "page[after]": cursor(server, 4)}


def test_two_cursors_are_refused(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    with pytest.raises(InvalidRequestError, match=r"(?s)after.*before|before.*after"):
        flavour.collect(client.sessions.list(after="a", before="b"))
    assert server.requests == []


def test_numbered_pages(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    schedules = flavour.collect(client.schedules.list(per_page=2))
    assert ids(schedules) == [f"sched_{number}" for number in range(1, 6)]
    assert [(query.get("page", "1"), query["perPage"]) for query in queries(server)] == [
        ("1", "2"),
        ("2", "2"),
        ("3", "2"),
    ]


def test_numbered_pages_go_on_from_the_given_one(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    pages = flavour.pages(client.schedules.list(page=2, per_page=2))
    assert [ids(page.items) for page in pages] == [["sched_3", "sched_4"], ["sched_5"]]
    assert [page.has_next for page in pages] == [True, False]
    assert queries(server) == [{"page": "2", "perPage": "2"}, {"page": "3", "perPage": "2"}]


def test_numbered_pages_both_ways(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    page = flavour.call(client.schedules.list(page=2, per_page=2).page)
    first = flavour.call(page.previous_page)
    assert ids(first.items) == ["sched_1", "sched_2"]
    assert (first.has_previous, page.has_previous) == (False, True)
    assert flavour.call(first.previous_page) is None
    assert ids(flavour.call(first.next_page).items) == ["sched_3", "sched_4"]


def test_no_schedules_is_one_page(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.schedules = []
    assert flavour.collect(client.schedules.list()) == []
    assert len(server.requests) == 1


# Rows


def test_a_row_is_typed(flavour: Flavour, client: Any) -> None:
    first, second, *_, fifth = flavour.collect(client.sessions.list(), limit=5)
    assert first.created_at == datetime(2026, 8, 7, 11, tzinfo=UTC)
    assert (first.type, first.task_identifier, first.tags) == ("chat.agent", "my-chat-task", ["odd"])
    assert first.current_run_id == "run_1"
    assert (first.external_id, first.closed_at, first.closed_reason) == (None, None, None)
    assert (second.external_id, second.metadata) == ("chat-2", None)
    assert fifth.closed_at == datetime(2026, 8, 3, 11, tzinfo=UTC)


def test_a_single_session_has_its_trigger_config(flavour: Flavour, client: Any) -> None:
    session = flavour.call(client.sessions.retrieve, "session_1")
    assert session.trigger_config.base_payload == {"chatId": "chat_1234"}
    assert session.trigger_config.tags == ["chat"]


# Bodies


def test_creating_a_session(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    config = {"basePayload": {"chatId": "chat_1", "n": None}, "maxAttempts": 3}
    created = flavour.call(
        client.sessions.create,
        type="chat.agent",
        task_identifier="my-chat-task",
        trigger_config=config,
        external_id="chat-9",
        expires_at=datetime(2026, 8, 9, 10, 30, tzinfo=UTC),
    )
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/api/v1/sessions")
    assert request.headers.get_content_type() == "application/json"
    assert request.json == {
        "type": "chat.agent",
        "taskIdentifier": "my-chat-task",
        "triggerConfig": config,
        "externalId": "chat-9",
        "expiresAt": "2026-08-09T10:30:00Z",
    }
    assert (created.id, created.run_id, created.is_cached) == ("session_8", "run_1", False)


def test_creating_a_session_that_is_open(flavour: Flavour, client: Any) -> None:
    created = flavour.call(
        client.sessions.create,
        type="chat.agent",
        task_identifier="my-chat-task",
        trigger_config={"basePayload": {}},
        external_id="chat-2",
    )
    assert (created.id, created.is_cached) == ("session_2", True)


@pytest.mark.parametrize(
    ("changes", "body"),
    [
        ({"metadata": None}, {"metadata": None}),
        ({"tags": ["a", "b"]}, {"tags": ["a", "b"]}),
        ({"tags": []}, {"tags": []}),
        ({"external_id": "chat-1"}, {"externalId": "chat-1"}),
        ({"external_id": None, "tags": ["a"]}, {"externalId": None, "tags": ["a"]}),
        ({"metadata": {"a": None, "b": [1, {}]}}, {"metadata": {"a": None, "b": [1, {}]}}),
    ],
    ids=str,
)
def test_only_what_was_given_is_sent(
    flavour: Flavour, client: Any, server: TriggerServer, changes: dict[str, Any], body: dict[str, Any]
) -> None:
    session = flavour.call(client.sessions.update, "session_1", **changes)
    (request,) = server.requests
    assert (request.method, request.target) == ("PATCH", "/api/v1/sessions/session_1")
    assert request.json == body
    assert session.metadata == changes.get("metadata", {"customer": 1})


@pytest.mark.parametrize(
    ("arguments", "body"), [({}, {}), ({"reason": "done"}, {"reason": "done"})], ids=["nothing", "reason"]
)
def test_closing_sends_an_object_always(
    flavour: Flavour, client: Any, server: TriggerServer, arguments: dict[str, Any], body: dict[str, Any]
) -> None:
    session = flavour.call(client.sessions.close, "session_1", **arguments)
    assert session.closed_reason == body.get("reason")
    (request,) = server.requests
    assert (request.method, request.target) == ("POST", "/api/v1/sessions/session_1/close")
    assert request.headers.get_content_type() == "application/json"
    assert request.json == body


def test_cancelling_a_run(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    assert flavour.call(client.runs.cancel, "run_1").id == "run_1"
    assert (server.requests[0].method, server.requests[0].target) == ("POST", "/api/v2/runs/run_1/cancel")


# Headers


def test_headers_of_every_request(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    flavour.call(client.sessions.list().page)
    flavour.call(client.sessions.update, "session_1", tags=[])
    flavour.call(client.sessions.close, "session_1")
    for request in server.requests:
        assert request.headers["authorization"] == f"Bearer {SECRET_KEY}"
        assert request.headers["x-trigger-api-version"] == "2025-07-16"
        assert request.headers["x-trigger-source"] == "sdk"
        assert "application/json" in request.headers["accept"]
        assert request.headers["user-agent"]
        assert "transfer-encoding" not in request.headers
        assert int(request.headers.get("content-length", 0)) == len(request.body)
    assert "content-type" not in server.requests[0].headers


def test_own_headers(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(
        secret_key=SECRET_KEY,
        base_url=server.url,
        headers={"x-trigger-branch": "one", "X-Trigger-Source": "app"},
    )
    flavour.call(client.sessions.retrieve, "session_1")
    flavour.call(client.with_options(headers={"X-Trigger-Branch": "two"}).sessions.retrieve, "session_1")
    flavour.call(client.sessions.retrieve, "session_1")
    assert [request.headers.get_all("x-trigger-branch") for request in server.requests] == [
        ["one"],
        ["two"],
        ["one"],
    ]
    assert [request.headers.get_all("x-trigger-source") for request in server.requests] == [["app"]] * 3


def test_a_base_url_may_end_in_a_slash_or_have_a_path(flavour: Flavour, server: TriggerServer) -> None:
    flavour.call(flavour.client(secret_key=SECRET_KEY, base_url=f"{server.url}/").runs.retrieve, "run_1")
    assert server.requests[0].target == "/api/v3/runs/run_1"
    server.interrupt(json_reply({}))
    proxied = flavour.client(secret_key=SECRET_KEY, base_url=f"{server.url}/proxy", max_retries=0)
    flavour.call(proxied.schedules.timezones)
    assert server.requests[1].target == "/proxy/api/v1/timezones"


def test_connections_are_kept(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    flavour.collect(client.sessions.list(size=1))
    flavour.call(client.with_options(timeout=5).runs.retrieve, "run_1")
    # Limits of time are of a client of pyreqwest, which keeps its own connections.
    assert len({request.port for request in server.requests}) == (2 if flavour.is_pyreqwest else 1)


def test_closing_twice_is_harmless(flavour: Flavour, client: Any) -> None:
    flavour.call(client.sessions.retrieve, "session_1")
    flavour.close(client)
    flavour.close(client)
