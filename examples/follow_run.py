"""Trigger a task, and follow its run to its end."""

from trigger_dev import PollTimeoutError, TriggerClient


def main() -> None:
    with TriggerClient() as client:
        started = client.tasks.trigger(
            "my-task", {"order": 42}, {"idempotency_key": "order-42", "tags": "shop"}
        )
        print(f"{started.id} is {'known already' if started.is_cached else 'new'}")
        try:
            run = client.runs.poll(started.id, interval=1.0, timeout=600.0)
        except PollTimeoutError as late:
            print(f"not done in time: {late}")
            return
    print(f"{run.id} is {run.status}" + (f": {run.error.message}" if run.error else ""))


if __name__ == "__main__":
    main()
