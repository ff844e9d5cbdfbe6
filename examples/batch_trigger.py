"""Trigger several tasks at once, then many in two steps."""

from trigger_dev import TriggerClient


def main() -> None:
    with TriggerClient() as client:
        few = client.batches.trigger(
            [
                {"task": "resize", "payload": {"image": "a.png"}},
                {"task": "resize", "payload": {"image": "b.png"}, "options": {"priority": 10}},
            ]
        )
        print(f"{few.id}: {', '.join(run.id for run in few.runs)}")

        many = client.batches.create(1000)
        added = client.batches.add_items(
            many.id, [{"index": index, "task": "resize", "payload": {"page": index}} for index in range(1000)]
        )
        print(f"{many.id}: {added.items_accepted} items, {'sealed' if added.sealed else 'open'}")
        print(f"{len(client.batches.retrieve(many.id).runs)} runs")


if __name__ == "__main__":
    main()
