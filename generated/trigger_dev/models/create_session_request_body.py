# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateSessionRequestBody."""

from typing import Any

from .._runtime import scalars
from .._runtime.model import CamelModel
from .session_trigger_config import SessionTriggerConfig


class CreateSessionRequestBody(CamelModel):
    """A session to open; 32KB at most as a whole."""

    type: str
    """What the session is for, such as `chat.agent`; any text will do. 1 to 64 characters."""
    task_identifier: str
    """Task that the session runs. 1 to 128 characters."""
    trigger_config: SessionTriggerConfig
    expires_at: scalars.DateTime | None = None
    """Time at which the session expires."""
    external_id: str | None = None
    """Your own ID for the session, one of a kind in the environment. It may not begin with
    `session_`. An open session with it is returned as it is; a closed or expired one gives
    409.

    1 to 256 characters.
    """
    metadata: dict[str, Any] | None = None
    """Any JSON object to keep with the session."""
    tags: list[str] | None = None
    """Tags of the session in the dashboard, 10 at most. At most 10 items."""
