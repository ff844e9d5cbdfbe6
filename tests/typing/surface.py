"""Nested resources and bodies that are one of several objects: read by type checkers and never run."""

from typing import assert_type

from trigger_dev import ApiError, ApiStatusError, AsyncPager, AsyncTriggerClient, Pager, TriggerClient, models


def nested(client: TriggerClient) -> None:
    assert_type(client.waitpoints.tokens.list(), Pager[models.WaitpointTokenObject])
    assert_type(client.runs.tags.add("run_1", "a"), models.RunTagAddResponse)
    client.waitpoints.token.list()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    client.runs.tags.add("run_1", 1)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


async def nested_async(client: AsyncTriggerClient) -> None:
    assert_type(client.waitpoints.tokens.list(), AsyncPager[models.WaitpointTokenObject])
    assert_type(await client.runs.tags.add("run_1", ["a"]), models.RunTagAddResponse)


def variants(client: TriggerClient) -> None:
    made = client.bulk_actions.create(action="cancel", run_ids=["run_1"])
    assert_type(made, models.CreateBulkActionResponse)
    client.bulk_actions.create(action="replay", filter={"status": "FAILED"}, target_region="eu")
    client.bulk_actions.create({"action": "cancel", "run_ids": "run_1"})
    client.bulk_actions.create(models.CancelByRunIDs(run_ids=["run_1"]))
    client.bulk_actions.create(action="cancel", run_ids=["run_1"], target_region="eu")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue]
    client.bulk_actions.create(action="stop", run_ids=["run_1"])  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]


def errors_are_read_alike(error: ApiError) -> None:
    assert_type(error.message, str)
    assert_type(error.code, str | None)
    if isinstance(error, ApiStatusError):
        assert_type(error.body_as(models.ErrorResponse), models.ErrorResponse | None)
        assert_type(error.body_as(dict[str, str]), dict[str, str] | None)
