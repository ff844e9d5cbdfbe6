"""What a call raises, and what can be read from it."""

import socket
from typing import Any

import pytest
import trigger_dev
from pydantic import BaseModel
from trigger_dev import (
    ApiConnectionError,
    ApiError,
    ApiStatusError,
    ApiTimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    DecodingError,
    InternalServerError,
    InvalidRequestError,
    MissingCredentialError,
    NotFoundError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    UnprocessableEntityError,
)

from tests.support.flavours import Flavour
from tests.support.http_server import Reply, json_reply
from tests.support.trigger_server import SECRET_KEY, TriggerServer, problem, rate_limited

NEW_SESSION: dict[str, Any] = {
    "type": "chat.agent",
    "task_identifier": "my-chat-task",
    "trigger_config": {"basePayload": {}},
}


@pytest.fixture
def client(flavour: Flavour, server: TriggerServer) -> Any:
    """A client that tries everything once."""
    return flavour.client(secret_key=SECRET_KEY, base_url=server.url, max_retries=0)


def data(body: Any) -> Any:
    """The body as JSON data, typed or not."""
    if isinstance(body, BaseModel):
        return body.model_dump(by_alias=True, exclude_unset=True, warnings=False)
    return body


def test_errors_are_one_tree() -> None:
    parents = {
        ApiConnectionError: ApiError,
        ApiTimeoutError: ApiConnectionError,
        ApiStatusError: ApiError,
        BadRequestError: ApiStatusError,
        AuthenticationError: ApiStatusError,
        PermissionDeniedError: ApiStatusError,
        NotFoundError: ApiStatusError,
        ConflictError: ApiStatusError,
        UnprocessableEntityError: ApiStatusError,
        RateLimitError: ApiStatusError,
        InternalServerError: ApiStatusError,
        DecodingError: ApiError,
        MissingCredentialError: ApiError,
        PaginationError: ApiError,
        InvalidRequestError: ApiError,
    }
    assert [kind for kind, parent in parents.items() if not issubclass(kind, parent)] == []
    assert issubclass(InvalidRequestError, ValueError)
    assert {kind.__name__ for kind in [*parents, ApiError]} <= set(trigger_dev.__all__)


@pytest.mark.parametrize(
    ("reply", "kind", "body", "said"),
    [
        (
            json_reply({"error": "Query Error"}, status=400),
            BadRequestError,
            {"error": "Query Error"},
            "Query",
        ),
        (
            json_reply({"error": "Validation error: tags"}, status=400),
            BadRequestError,
            {"error": "Validation error: tags"},
            "Validation error: tags",
        ),
        (
            json_reply({"error": "No", "code": "forbidden", "param": "a", "type": "b"}, status=403),
            PermissionDeniedError,
            {"error": "No", "code": "forbidden", "param": "a", "type": "b"},
            "No",
        ),
        (json_reply({"message": "gone"}, status=404), NotFoundError, {"message": "gone"}, "gone"),
        (json_reply(["a", "b"], status=409), ConflictError, ["a", "b"], "409"),
        (
            json_reply({"error": "Closed"}, status=422),
            UnprocessableEntityError,
            {"error": "Closed"},
            "Closed",
        ),
        (
            problem(401, "Unauthorized"),
            AuthenticationError,
            {"title": "Unauthorized", "status": 401, "type": "https://httpstatuses.com/401"},
            "Unauthorized",
        ),
        (
            rate_limited(1),
            RateLimitError,
            {"title": "Rate limit exceeded", "status": 429, "type": "https://httpstatuses.com/429"},
            "Rate limit exceeded",
        ),
        (
            Reply(status=502, body=b"<h1>Bad Gateway</h1>", headers={"content-type": "text/html"}),
            InternalServerError,
            "<h1>Bad Gateway</h1>",
            "Bad Gateway",
        ),
        (
            Reply(status=500, body=b"{not json", headers={"content-type": "application/json"}),
            InternalServerError,
            "{not json",
            "{not json",
        ),
        (Reply(status=503), InternalServerError, None, "503"),
        (Reply(status=599), InternalServerError, None, "599"),
        (Reply(status=418, body=b"teapot"), ApiStatusError, "teapot", "teapot"),
    ],
    ids=lambda value: str(value.status) if isinstance(value, Reply) else "",
)
def test_each_status_has_its_error(
    flavour: Flavour,
    client: Any,
    server: TriggerServer,
    reply: Reply,
    kind: type[ApiStatusError],
    body: Any,
    said: str,
) -> None:
    server.interrupt(reply)
    with pytest.raises(ApiStatusError) as raised:
        flavour.call(client.sessions.retrieve, "session_1")
    error = raised.value
    assert type(error) is kind
    assert error.status == reply.status
    assert data(error.body) == body
    assert said in str(error)
    assert str(reply.status) in str(error)


def test_an_error_tells_its_request_and_response(
    flavour: Flavour, client: Any, server: TriggerServer
) -> None:
    with pytest.raises(NotFoundError) as raised:
        flavour.call(client.sessions.retrieve, "session_99")
    error = raised.value
    assert data(error.body) == {"error": "Session not found"}
    assert error.request_id == "req_1"
    assert error.request.method == "GET"
    assert str(error.request.url) == f"{server.url}/api/v1/sessions/session_99"
    assert error.response.headers["X-Request-Id"] == "req_1"
    for part in ("GET", "/api/v1/sessions/session_99", "404", "Session not found", "req_1"):
        assert part in str(error)


def test_an_error_keeps_the_credential_to_itself(flavour: Flavour, client: Any) -> None:
    with pytest.raises(NotFoundError) as raised:
        flavour.call(client.sessions.retrieve, "session_99")
    error = raised.value
    assert SECRET_KEY not in f"{error} {error!r} {error.request!r} {error.response!r} {client!r}"


def test_a_wrong_key(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(secret_key="tr_dev_wrong", base_url=server.url)
    with pytest.raises(AuthenticationError, match="Invalid or Missing API key"):
        flavour.collect(client.sessions.list())


def test_details_of_a_bad_query_are_typed(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.splits_commas = False
    with pytest.raises(BadRequestError, match="Query Error") as raised:
        flavour.collect(client.sessions.list(status=["ACTIVE", "CLOSED"]))
    body = raised.value.body
    assert body.error == "Query Error"
    (detail,) = body.details
    assert (detail.code, detail.path) == ("custom", ["filter[status]"])
    assert detail.message == "Invalid status: ACTIVE,CLOSED"


def test_a_session_that_was_closed(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.sessions[4]["externalId"] = "chat-5"
    with pytest.raises(ConflictError) as raised:
        flavour.call(client.sessions.create, **NEW_SESSION, external_id="chat-5")
    assert raised.value.body.error == "Session is closed"


def test_a_body_that_makes_no_sense(flavour: Flavour, client: Any) -> None:
    with pytest.raises(UnprocessableEntityError) as raised:
        flavour.call(client.sessions.create, **NEW_SESSION, external_id="session_9")
    assert raised.value.body.details[0].path == ["externalId"]


def test_a_run_that_is_not_there(flavour: Flavour, client: Any) -> None:
    for method in (client.runs.retrieve, client.runs.cancel):
        with pytest.raises(NotFoundError) as raised:
            flavour.call(method, "run_99")
        assert raised.value.body.error == "Run not found"


@pytest.mark.parametrize(
    "body",
    [
        {"error": "Query Error", "details": "none"},
        {"error": {"code": 7}, "hint": "x"},
        {"details": []},
        "Query Error",
        None,
    ],
    ids=str,
)
def test_a_body_unlike_the_document_is_kept_whole(
    flavour: Flavour, client: Any, server: TriggerServer, body: Any
) -> None:
    server.interrupt(json_reply(body, status=400))
    with pytest.raises(BadRequestError) as raised:
        flavour.collect(client.sessions.list())
    assert data(raised.value.body) == body


def test_an_error_on_a_later_page(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    page = flavour.call(client.sessions.list(size=2).page)
    server.interrupt(json_reply({"error": "No"}, status=403))
    with pytest.raises(PermissionDeniedError):
        flavour.call(page.next_page)
    assert [row.id for row in flavour.call(page.next_page).items] == ["session_3", "session_4"]


def test_a_late_answer(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.interrupt(Reply(delay=3600))
    with pytest.raises(ApiTimeoutError) as raised:
        flavour.call(client.with_options(timeout=0.2).sessions.retrieve, "session_1")
    assert "session_1" in str(raised.value.request.url)


def test_a_port_where_nobody_listens(flavour: Flavour) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}"
        client = flavour.client(secret_key=SECRET_KEY, base_url=url, max_retries=0)
        with pytest.raises(ApiConnectionError) as raised:
            flavour.call(client.sessions.retrieve, "session_1")
    assert not isinstance(raised.value, ApiTimeoutError)
    # The words of other libraries may hold the URL.
    assert (raised.value.__cause__ is None) == (flavour.adapter is not None)


def test_a_connection_without_an_answer(flavour: Flavour, client: Any, server: TriggerServer) -> None:
    server.interrupt(None)
    with pytest.raises(ApiConnectionError):
        flavour.call(client.sessions.retrieve, "session_1")
