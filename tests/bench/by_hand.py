"""Models as people write them by hand, of what the packages have models of too."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Written(BaseModel):
    """What is in camelCase on the wire, and may have more than is known."""

    model_config = ConfigDict(extra="allow", alias_generator=to_camel, populate_by_name=True)


class TriggerConfig(Written):
    base_payload: dict[str, Any]
    idle_timeout_in_seconds: int | None = None
    lock_to_version: str | None = None
    machine: str | None = None
    max_attempts: int | None = None
    max_duration: int | None = None
    queue: str | None = None
    region: str | None = None
    tags: list[str] | None = None


class Session(Written):
    id: str
    type: str
    task_identifier: str
    tags: list[str]
    created_at: datetime
    updated_at: datetime
    external_id: str | None
    metadata: dict[str, Any] | None
    closed_at: datetime | None
    closed_reason: str | None
    expires_at: datetime | None
    current_run_id: str | None = None
    trigger_config: TriggerConfig | None = None


class Links(Written):
    next: str | None = None
    previous: str | None = None


class Page(Written):
    data: list[Session]
    pagination: Links


class Accepted(Written):
    id: str
    is_cached: bool
    run_count: int
    runs: list[Any]
