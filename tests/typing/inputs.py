"""Dictionaries, enums and single values as arguments, read by mypy --strict and pyright; never run."""

from trigger_dev import AsyncTriggerClient, TriggerClient, models, params


def taken(client: TriggerClient) -> None:
    client.tasks.trigger("t", options={"idempotency_key": "k", "machine": "small-2x"})
    client.tasks.trigger("t", options=models.TriggerTaskRequestBodyOptions(idempotency_key="k"))
    client.tasks.trigger("t", options={"queue": {"name": "q", "concurrency_limit": 10}})
    client.tasks.trigger("t", options={"queue": models.QueueOptions(name="q")})
    client.batches.trigger(items=[{"task": "t", "options": {"idempotency_key": "k", "tags": "a"}}])
    options: params.TriggerTaskRequestBodyOptionsParam = {"ttl": "1h"}
    item: params.BatchTriggerTaskRequestBodyItemParam = {"task": "t", "options": {"delay": "1h"}}
    client.tasks.trigger("t", options=options)
    client.batches.trigger(items=[item, models.BatchTriggerTaskRequestBodyItem(task="t")])


def one_for_a_list(client: TriggerClient) -> None:
    client.batches.trigger(items={"task": "t"})
    client.batches.trigger({"task": "t"})
    client.sessions.list(status="ACTIVE", type="chat.agent", created_at={"period": "1d"})


def enums(client: TriggerClient) -> None:
    machine = models.TriggerTaskRequestBodyOptionsMachine.SMALL_1X
    client.tasks.trigger("t", options={"machine": machine})
    client.tasks.trigger("t", options={"machine": "of-tomorrow"})
    client.sessions.list(status=[models.SessionsFilterStatus.ACTIVE, "CLOSED"])


async def refused(client: AsyncTriggerClient) -> None:
    await client.tasks.trigger("t", options={"idempotncy_key": "k"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.tasks.trigger("t", options={"idempotencyKey": "k"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.tasks.trigger("t", options={"queue": {"nam": "q"}})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.tasks.trigger("t", options={"ttl": []})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await client.batches.trigger(items=[{"payload": 1}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    await client.batches.trigger(items=[{"task": "t", "options": {"tag": "a"}}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
