"""The server that the client is tested against has the real one's ways."""

from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tests.support.trigger_server import (
    ACCESS_TOKEN,
    PUBLIC_TOKEN,
    SECRET_KEY,
    TriggerServer,
    cursor_of,
    rate_limited,
)


@pytest.fixture
def server() -> Iterator[TriggerServer]:
    with TriggerServer() as server:
        yield server


@pytest.fixture
def http(server: TriggerServer) -> Iterator[httpx2.Client]:
    headers = {"authorization": f"Bearer {SECRET_KEY}"}
    with httpx2.Client(base_url=f"{server.url}/api/v1", headers=headers, verify=False) as http:
        yield http


def names(http: httpx2.Client, **query: Any) -> list[str]:
    return [row["id"] for row in page(http, **query)["data"]]


def page(http: httpx2.Client, **query: Any) -> Any:
    return http.get("/sessions", params=query).raise_for_status().json()


def sessions(*numbers: int) -> list[str]:
    return [f"session_{number}" for number in numbers]


def test_sessions_forward(http: httpx2.Client) -> None:
    first = page(http, **{"page[size]": 3})
    assert [row["id"] for row in first["data"]] == sessions(1, 2, 3)
    assert set(first["pagination"]) == {"next"}
    second = page(http, **{"page[size]": 3, "page[after]": first["pagination"]["next"]})
    assert [row["id"] for row in second["data"]] == sessions(4, 5, 6)
    assert set(second["pagination"]) == {"next", "previous"}
    third = page(http, **{"page[size]": 3, "page[after]": second["pagination"]["next"]})
    assert [row["id"] for row in third["data"]] == sessions(7)
    assert set(third["pagination"]) == {"previous"}


def test_sessions_backward(http: httpx2.Client, server: TriggerServer) -> None:
    full = page(http, **{"page[size]": 2, "page[before]": cursor_of(server.sessions[4])})
    assert [row["id"] for row in full["data"]] == sessions(3, 4)
    assert set(full["pagination"]) == {"next", "previous"}
    first = page(http, **{"page[size]": 2, "page[before]": full["pagination"]["previous"]})
    assert [row["id"] for row in first["data"]] == sessions(1, 2)
    assert set(first["pagination"]) == {"next"}


def test_a_short_page_backward_has_no_next(http: httpx2.Client, server: TriggerServer) -> None:
    short = page(http, **{"page[size]": 5, "page[before]": cursor_of(server.sessions[2])})
    assert [row["id"] for row in short["data"]] == sessions(1, 2)
    assert short["pagination"] == {}


def test_an_id_is_no_cursor(http: httpx2.Client) -> None:
    query = {"page[size]": 2, "page[after]": "session_5"}
    assert names(http, **query) == sessions(1, 2)


def test_filters_are_applied_after_paging(http: httpx2.Client, server: TriggerServer) -> None:
    query = {"page[size]": 2, "filter[type]": "chat.agent"}
    empty = page(http, **query, **{"page[after]": cursor_of(server.sessions[1])})
    assert empty["data"] == []
    assert empty["pagination"]["next"] == cursor_of(server.sessions[3])


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"filter[status]": "ACTIVE,CLOSED"}, sessions(1, 2, 3, 4, 5, 7)),
        ({"filter[status]": "EXPIRED"}, sessions(6)),
        ({"filter[type]": "workflow"}, sessions(3, 4)),
        ({"filter[tags]": "even,odd"}, sessions(1, 3, 5, 7)),
        ({"filter[taskIdentifier]": "other"}, []),
        ({"filter[externalId]": "chat-2"}, sessions(2)),
        ({"filter[createdAt][period]": "2d"}, sessions(1, 2)),
        ({"filter[createdAt][from]": "1786014000000"}, sessions(1, 2)),
        ({"filter[createdAt][to]": "1786014000000"}, sessions(2, 3, 4, 5, 6, 7)),
        ({"filter[type]": ["chat.agent", "workflow"]}, sessions(3, 4)),
        ({"size": 1, "filter[status][]": "CLOSED", "limit": 1, "filter": '{"x":1}'}, sessions(*range(1, 8))),
    ],
    ids=lambda value: "&".join(value) if isinstance(value, dict) else None,
)
def test_session_filters(http: httpx2.Client, query: dict[str, Any], expected: list[str]) -> None:
    assert names(http, **query) == expected


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ({"page[after]": "x", "page[before]": "y"}, "page"),
        ({"page[size]": 0}, "page[size]"),
        ({"page[size]": 101}, "page[size]"),
        ({"page[size]": "ten"}, "page[size]"),
        ({"filter[status]": ""}, "filter[status]"),
        ({"filter[status]": "OPEN"}, "filter[status]"),
        ({"filter[createdAt][from]": "2026-08-06T05:00:00Z"}, "filter[createdAt][from]"),
        ({"filter[createdAt][to]": "1786014000000.5"}, "filter[createdAt][to]"),
        ({"filter[createdAt][period]": "soon"}, "filter[createdAt][period]"),
    ],
    ids=str,
)
def test_query_errors(http: httpx2.Client, query: dict[str, Any], path: str) -> None:
    reply = http.get("/sessions", params=query)
    assert reply.status_code == 400
    assert reply.json()["error"] == "Query Error"
    (detail,) = reply.json()["details"]
    assert detail["path"] == [path]


def test_the_real_server_takes_a_list_as_one_value(http: httpx2.Client, server: TriggerServer) -> None:
    server.splits_commas = False
    assert http.get("/sessions", params={"filter[status]": "ACTIVE,CLOSED"}).status_code == 400
    assert names(http, **{"filter[type]": "chat.agent,workflow"}) == []
    assert names(http, **{"filter[status]": "EXPIRED"}) == sessions(6)


def test_list_rows_leave_the_trigger_config_out(http: httpx2.Client) -> None:
    row = page(http)["data"][0]
    assert "triggerConfig" not in row
    assert row["currentRunId"] == "run_1"
    assert row["externalId"] is None
    assert "triggerConfig" in http.get("/sessions/session_1").json()


def test_sessions_are_found_by_external_id(http: httpx2.Client) -> None:
    assert http.get("/sessions/chat-2").json()["id"] == "session_2"


def test_what_is_missing(http: httpx2.Client) -> None:
    session = http.get("/sessions/session_99")
    assert (session.status_code, session.json()) == (404, {"error": "Session not found"})
    run = http.post("/../v2/runs/run_99/cancel")
    assert (run.status_code, run.json()) == (404, {"error": "Run not found"})


@pytest.mark.parametrize(
    ("path", "token", "status"),
    [
        ("/sessions", SECRET_KEY, 200),
        ("/sessions", PUBLIC_TOKEN, 200),
        ("/sessions", ACCESS_TOKEN, 401),
        ("/schedules", SECRET_KEY, 200),
        ("/schedules", PUBLIC_TOKEN, 401),
        ("/projects/proj_1/envvars/dev", ACCESS_TOKEN, 200),
    ],
)
def test_credentials(server: TriggerServer, path: str, token: str, status: int) -> None:
    headers = {"authorization": f"Bearer {token}"}
    assert httpx2.get(f"{server.url}/api/v1{path}", headers=headers).status_code == status


def test_a_missing_credential_is_a_problem(server: TriggerServer) -> None:
    reply = httpx2.get(f"{server.url}/api/v1/sessions")
    assert reply.status_code == 401
    assert reply.headers["content-type"] == "application/problem+json"
    assert httpx2.get(f"{server.url}/api/v1/timezones", params={"excludeUtc": "true"}).json() == {
        "timezones": ["Europe/Rome", "Africa/Accra"]
    }


def test_interruptions_come_first_and_once(http: httpx2.Client, server: TriggerServer) -> None:
    server.interrupt(rate_limited(1785992400.5), None)
    limited = http.get("/sessions")
    assert (limited.status_code, limited.headers["x-ratelimit-reset"]) == (429, "1785992400500")
    assert limited.headers["x-request-id"] == "req_1"
    with pytest.raises(httpx2.RemoteProtocolError):
        http.get("/sessions")
    assert http.get("/sessions").headers["x-request-id"] == "req_3"


def test_cursors_and_ends_can_be_bent(http: httpx2.Client, server: TriggerServer) -> None:
    server.cursors = {cursor_of(server.sessions[3]): cursor_of(server.sessions[1])}
    server.last_page = {"next": ""}
    assert page(http, **{"page[size]": 4})["pagination"]["next"] == cursor_of(server.sessions[1])
    assert page(http)["pagination"] == {"next": ""}


def test_creating_a_session(http: httpx2.Client) -> None:
    body = {"type": "chat.agent", "taskIdentifier": "x", "triggerConfig": {"basePayload": {}}}
    created = http.post("/sessions", json={**body, "externalId": "new"})
    assert (created.status_code, created.json()["isCached"]) == (201, False)
    cached = http.post("/sessions", json={**body, "externalId": "new"})
    assert (cached.status_code, cached.json()["isCached"]) == (200, True)
    http.post("/sessions/new/close", json={})
    assert http.post("/sessions", json={**body, "externalId": "new"}).status_code == 409
    refused = http.post("/sessions", json={**body, "externalId": "session_8"})
    assert refused.status_code == 422
    assert http.post("/sessions", json={**body, "externalId": None}).status_code == 422
    assert http.post("/sessions", json={}).json()["details"][0]["path"] == ["type"]


def test_updating_a_session(http: httpx2.Client) -> None:
    assert http.patch("/sessions/session_1", json={"metadata": None}).json()["metadata"] is None
    assert http.patch("/sessions/session_1", json={"externalId": None}).status_code == 200
    assert http.patch("/sessions/session_1", json={"tags": None}).status_code == 422
    assert http.patch("/sessions/session_2", json={"externalId": "chat-3"}).status_code == 422


def test_closing_a_session(http: httpx2.Client) -> None:
    assert http.post("/sessions/session_1/close").status_code == 400
    assert http.post("/sessions/session_1/close", content=iter([b"{}"])).status_code == 413
    closed = http.post("/sessions/session_1/close", json={"reason": "done"}).json()
    assert closed["closedReason"] == "done"
    assert http.post("/sessions/session_1/close", json={}).json() == closed


def test_runs_backward_come_oldest_first(http: httpx2.Client, server: TriggerServer) -> None:
    query = {"page[before]": cursor_of(server.runs[2]), "page[after]": cursor_of(server.runs[0])}
    rows = http.get("/runs", params=query).json()["data"]
    assert [row["id"] for row in rows] == ["run_2", "run_1"]


def test_run_filters_split_commas(http: httpx2.Client) -> None:
    query = {"filter[status]": "PAUSED_BY_TEST,COMPLETED", "filter[isTest]": "false"}
    rows = http.get("/runs", params=query).json()["data"]
    assert [row["id"] for row in rows] == ["run_1", "run_2"]


def test_schedules_have_numbered_pages(http: httpx2.Client) -> None:
    last = http.get("/schedules", params={"page": 3, "perPage": 2}).json()
    assert [row["id"] for row in last["data"]] == ["sched_5"]
    assert last["pagination"] == {"currentPage": 3, "totalPages": 3, "count": 5}


def test_unknown_paths_and_methods_are_refused(http: httpx2.Client) -> None:
    assert http.get("/session").status_code == 404
    assert http.delete("/sessions/session_1").status_code == 404
