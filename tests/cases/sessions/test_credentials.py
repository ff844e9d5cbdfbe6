"""Which credential is sent, where it comes from, and what happens without."""

from typing import Any

import pytest
from trigger_dev import ApiStatusError, MissingCredentialError

from tests.support.flavours import Flavour
from tests.support.trigger_server import ACCESS_TOKEN, PUBLIC_TOKEN, SECRET_KEY, TriggerServer


def sent(server: TriggerServer) -> list[str | None]:
    """The token of each request."""
    return [
        request.headers.get("authorization", "").removeprefix("Bearer ") or None
        for request in server.requests
    ]


def variables(flavour: Flavour, client: Any) -> Any:
    """Call an operation that takes a secret key or a personal access token."""
    return flavour.call(client.envvars.list, "proj_1234", "dev")


def test_an_explicit_key_is_sent(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url)
    flavour.call(client.runs.retrieve, "run_1")
    assert sent(server) == [SECRET_KEY]


def test_the_environment_is_read(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGGER_SECRET_KEY", SECRET_KEY)
    monkeypatch.setenv("TRIGGER_API_URL", server.url)
    flavour.call(flavour.client().runs.retrieve, "run_1")
    assert sent(server) == [SECRET_KEY]


def test_an_explicit_key_beats_the_environment(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGGER_SECRET_KEY", "tr_dev_environment")
    monkeypatch.setenv("TRIGGER_API_URL", "http://127.0.0.1:1")
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url)
    flavour.call(client.runs.retrieve, "run_1")
    assert sent(server) == [SECRET_KEY]


def test_an_access_token_serves_where_the_document_says(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables(flavour, flavour.client(personal_access_token=ACCESS_TOKEN, base_url=server.url))
    monkeypatch.setenv("TRIGGER_ACCESS_TOKEN", ACCESS_TOKEN)
    variables(flavour, flavour.client(base_url=server.url))
    assert sent(server) == [ACCESS_TOKEN, ACCESS_TOKEN]


def test_the_secret_key_comes_first(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    variables(
        flavour,
        flavour.client(secret_key=SECRET_KEY, personal_access_token=ACCESS_TOKEN, base_url=server.url),
    )
    monkeypatch.setenv("TRIGGER_SECRET_KEY", SECRET_KEY)
    monkeypatch.setenv("TRIGGER_ACCESS_TOKEN", ACCESS_TOKEN)
    variables(flavour, flavour.client(base_url=server.url))
    assert sent(server) == [SECRET_KEY, SECRET_KEY]


def test_an_explicit_token_beats_a_key_of_the_environment(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGGER_SECRET_KEY", SECRET_KEY)
    variables(flavour, flavour.client(personal_access_token=ACCESS_TOKEN, base_url=server.url))
    assert sent(server) == [ACCESS_TOKEN]


def test_a_public_token_serves_sessions(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(public_access_token=PUBLIC_TOKEN, base_url=server.url)
    flavour.call(client.sessions.retrieve, "session_1")
    flavour.collect(client.sessions.list(size=4))
    assert sent(server) == [PUBLIC_TOKEN] * 3


@pytest.mark.parametrize(
    "credentials",
    [{}, {"secret_key": None}, {"secret_key": ""}],
    ids=["none", "null", "empty"],
)
def test_a_missing_credential_is_told_before_anything_is_sent(
    flavour: Flavour, server: TriggerServer, credentials: dict[str, Any]
) -> None:
    client = flavour.client(base_url=server.url, **credentials)
    with pytest.raises(MissingCredentialError, match=r"(?s)secret_key.*TRIGGER_SECRET_KEY"):
        flavour.call(client.runs.retrieve, "run_1")
    with pytest.raises(MissingCredentialError):
        flavour.collect(client.runs.list())
    assert server.requests == []


def test_a_public_token_is_not_sent_where_it_does_not_count(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(public_access_token=PUBLIC_TOKEN, base_url=server.url)
    for call in (client.runs.replay, client.schedules.retrieve, client.runs.result):
        with pytest.raises(MissingCredentialError, match=r"(?s)secret_key.*TRIGGER_SECRET_KEY"):
            flavour.call(call, "id_1")
    assert server.requests == []


def test_a_public_token_serves_what_browsers_may_do(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(public_access_token=PUBLIC_TOKEN, base_url=server.url)
    flavour.call(client.runs.retrieve, "run_1")
    flavour.call(client.runs.cancel, "run_1")
    flavour.call(client.runs.list().page)
    flavour.call(client.sessions.update, "session_1", tags=["a"])
    flavour.call(client.sessions.close, "session_1")
    assert sent(server) == [PUBLIC_TOKEN] * 5


def test_an_access_token_alone_goes_everywhere(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGGER_ACCESS_TOKEN", ACCESS_TOKEN)
    client = flavour.client(base_url=server.url, max_retries=0)
    for call, arguments in ((client.runs.retrieve, ("run_1",)), (client.query.execute, ("SELECT 1",))):
        with pytest.raises(ApiStatusError):  # whether it is enough, the server says
            flavour.call(call, *arguments)
    assert sent(server) == [ACCESS_TOKEN] * 2


def test_the_runs_of_a_project_take_an_access_token_only(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url)
    with pytest.raises(MissingCredentialError, match="personal_access_token"):
        flavour.call(client.runs.list_for_project("proj_1").page)
    monkeypatch.setenv("TRIGGER_ACCESS_TOKEN", ACCESS_TOKEN)
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url)
    flavour.call(client.runs.list_for_project("proj_1").page)
    assert sent(server) == [ACCESS_TOKEN]


def test_an_empty_variable_is_no_key(
    flavour: Flavour, server: TriggerServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRIGGER_SECRET_KEY", "")
    with pytest.raises(MissingCredentialError):
        flavour.call(flavour.client(base_url=server.url).runs.retrieve, "run_1")
    assert server.requests == []


def test_an_anonymous_operation_needs_none(flavour: Flavour, server: TriggerServer) -> None:
    result = flavour.call(flavour.client(base_url=server.url).schedules.timezones)
    assert result.timezones == server.timezones
    assert sent(server) == [None]


def test_an_anonymous_operation_gets_none(flavour: Flavour, server: TriggerServer) -> None:
    client = flavour.client(secret_key=SECRET_KEY, base_url=server.url)
    flavour.call(client.schedules.timezones)
    assert sent(server) == [None]
