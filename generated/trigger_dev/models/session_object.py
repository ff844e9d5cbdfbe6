# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SessionObject."""

from typing import Any, ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel
from .session_trigger_config import SessionTriggerConfig


class SessionObject(CamelModel):
    """A session."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {"closed_at", "closed_reason", "current_run_id", "expires_at", "external_id", "metadata"}
    )

    id: str
    """ID of the session, with the prefix `session_`."""
    type: str
    """What it is for."""
    task_identifier: str
    """Task that it runs."""
    tags: list[str]
    """Its tags."""
    created_at: scalars.DateTime
    """When it was created."""
    updated_at: scalars.DateTime
    """When it last changed."""
    external_id: str | None
    """Your own ID for it, if you gave one."""
    metadata: dict[str, Any] | None
    """JSON object kept with it; null if none."""
    closed_at: scalars.DateTime | None
    """When it was closed; null while it is open."""
    closed_reason: str | None
    """Why it was closed, if that was said."""
    expires_at: scalars.DateTime | None
    """When it expires; null if never."""
    current_run_id: str | None = None
    """ID of the live run, if there is one; it begins with `run_`."""
    trigger_config: SessionTriggerConfig | None = None
