# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SessionTriggerConfig."""

from typing import Any

from .._runtime.model import CamelModel


class SessionTriggerConfig(CamelModel):
    """How a session starts each of its runs: `basePayload` is merged into every payload, and the rest
    are trigger options.
    """

    base_payload: dict[str, Any]
    """Payload that every run gets; for `chat.agent`, `{ chatId, ...clientData }`."""
    idle_timeout_in_seconds: int | None = None
    """Idle time in seconds that `chat.agent` finds in its payload. 1 to 3600."""
    lock_to_version: str | None = None
    """Worker version for every run, such as "20240523.1"."""
    machine: str | None = None
    """Machine for every run, such as `small-1x`."""
    max_attempts: int | None = None
    """Attempts that a run may take. 1 to 10."""
    max_duration: int | None = None
    """Seconds of wall-clock time that a run may take. At least 1."""
    queue: str | None = None
    """Queue for every run. At most 128 characters."""
    region: str | None = None
    """Region for every run."""
    tags: list[str] | None = None
    """Tags that every run gets. At most 5 items."""
