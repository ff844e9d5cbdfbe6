"""What the server answers and is sent: sessions, one and a page, and a batch of tasks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from tests.bench.serving import served

SESSION: Final[dict[str, Any]] = {
    "id": "session_1",
    "externalId": None,
    "type": "chat.agent",
    "taskIdentifier": "my-task",
    "tags": ["a", "b"],
    "metadata": {"customer": 1},
    "closedAt": None,
    "closedReason": None,
    "expiresAt": None,
    "createdAt": "2026-01-01T00:00:00Z",
    "updatedAt": "2026-01-01T00:00:00Z",
}
ONE: Final = {**SESSION, "metadata": {"text": "x" * 1700}}
PAGE: Final = {"data": [SESSION] * 100, "pagination": {}}
# What the document says, and what it says once the overlay is applied.
ACCEPTED: Final = {"id": "batch_1", "batchId": "batch_1", "isCached": False, "runCount": 0, "runs": []}

_OPTIONS = {
    "idempotency_key": "k",
    "tags": ["a", "b"],
    "ttl": "1h",
    "queue": {"name": "q", "concurrency_limit": 1},
}
_LINES = [{"sku": f"sku-{number}", "count": number, "price": 1.5} for number in range(4)]
_ORDER = {"customer": {"id": 1234, "name": "Ann Other", "roles": ["admin", "owner"]}, "lines": _LINES}
# A body of 5 KB, half of it described by the document.
ITEMS: Final[Any] = [
    {"task": f"task-{number}", "payload": _ORDER, "options": _OPTIONS} for number in range(12)
]


@contextmanager
def sessions() -> Iterator[str]:
    """Give the URL of a server of sessions."""
    with served({"GET /api/v1/sessions/": (200, ONE), "GET ": (200, PAGE), "POST ": (202, ACCEPTED)}) as url:
        yield url
