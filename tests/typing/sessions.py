"""Real uses of the generated client, read by mypy --strict and pyright; never run."""

import datetime as dt
from typing import assert_type

from pydantic import JsonValue
from trigger_dev import (
    Answer,
    ApiStatusError,
    AsyncPage,
    AsyncPager,
    AsyncTriggerClient,
    NotFoundError,
    Page,
    Pager,
    RateLimitError,
    TriggerClient,
    models,
)


def sync_use(client: TriggerClient) -> None:
    pager = client.sessions.list(type=["chat.agent"], status=["ACTIVE"], created_at={"period": "1d"}, size=50)
    assert_type(pager, Pager[models.SessionObject])
    for session in pager:
        assert_type(session, models.SessionObject)
        assert_type(session.external_id, str | None)
        assert_type(session.created_at, dt.datetime)
    for page in pager.pages():
        assert_type(page, Page[models.SessionObject])
        assert_type(page.items, list[models.SessionObject])
        assert_type(page.next_page(), Page[models.SessionObject] | None)

    created = client.sessions.create(
        type="chat.agent",
        task_identifier="my-task",
        trigger_config=models.SessionTriggerConfig(base_payload={"chatId": "1"}, max_attempts=3),
    )
    assert_type(created, models.CreatedSessionResponseBody)
    assert_type(created.run_id, str)
    client.sessions.update(created.id, metadata=None, tags=["a"])
    answer = client.with_response(client.runs.retrieve)("run_1")
    assert_type(answer, Answer[models.RetrieveRunResponse])
    paged = client.with_response(client.sessions.list)(size=5)
    assert_type(paged, Answer[Pager[models.SessionObject]])
    client.with_response(client.runs.retrieve)(1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert_type(client.with_options(timeout=5, max_retries=0), TriggerClient)
    assert_type(client.envvars.list("proj", "dev"), models.ListEnvironmentVariablesResponse)


def errors(client: TriggerClient) -> None:
    try:
        client.runs.cancel("run_1")
    except RateLimitError as error:
        match error.body:
            case models.ErrorResponse(error=text):
                assert_type(text, str)
            case models.QueryExecuteResponse429():
                pass
            case other:
                assert_type(other, JsonValue | bytes)
    except NotFoundError as error:
        assert_type(error.status, int)
        if isinstance(error.body, models.ErrorResponse):
            assert_type(error.body, models.ErrorResponse)
        assert_type(error.request_id, str | None)
    except ApiStatusError as error:
        assert_type(error.body, object)


def refused(client: TriggerClient) -> None:
    client.sessions.list(size="many")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.sessions.retrieve()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.sessions.close("s", reason=None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    models.SessionTriggerConfig()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


async def async_use(client: AsyncTriggerClient) -> None:
    pager = client.sessions.list(status=[models.SessionsFilterStatus.ACTIVE])
    assert_type(pager, AsyncPager[models.SessionObject])
    async for session in pager:
        assert_type(session, models.SessionObject)
    page = await pager.page()
    assert_type(page, AsyncPage[models.SessionObject])
    assert_type(await client.runs.retrieve("run_1"), models.RetrieveRunResponse)
    assert_type(await pager, AsyncPage[models.SessionObject])
    paged = await client.with_response(client.sessions.list)(size=5)
    assert_type(paged, Answer[AsyncPage[models.SessionObject]])
    answer = await client.with_response(client.runs.retrieve)("run_1")
    assert_type(answer, Answer[models.RetrieveRunResponse])
    async with AsyncTriggerClient(secret_key="tr_dev_1") as other:
        assert_type(other, AsyncTriggerClient)
