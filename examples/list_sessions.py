"""List the open sessions of the last week as a table."""

from rich.console import Console
from rich.table import Table
from trigger_dev import TriggerClient


def main() -> None:
    table = Table("id", "type", "task", "tags", "created", title="Open sessions")
    with TriggerClient() as client:
        for session in client.sessions.list(status="ACTIVE", created_at_period="7d", size=50):
            created = f"{session.created_at:%Y-%m-%d %H:%M}"
            table.add_row(session.id, session.type, session.task_identifier, ", ".join(session.tags), created)
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
