# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: SessionsFilter."""

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel


class SessionsFilterCreatedAt(CamelModel):
    """When the session was created."""

    from_: scalars.DateTime | None = None
    """Earliest creation time."""
    period: str | None = None
    """A time span up to now, such as `1d` or `12h`; `from` and `to` narrow it further."""
    to: scalars.DateTime | None = None
    """Latest creation time."""


class SessionsFilterStatus(OpenStrEnum):
    """An open enum: other values are kept."""

    ACTIVE = "ACTIVE"
    CLOSED = "CLOSED"
    EXPIRED = "EXPIRED"


class SessionsFilter(CamelModel):
    """Filters for sessions."""

    created_at: SessionsFilterCreatedAt | None = None
    """When the session was created."""
    external_id: str | None = None
    """Only the session with precisely this `externalId`."""
    status: list[SessionsFilterStatus] | None = None
    """States to keep."""
    tags: list[str] | None = None
    """Tags to look for."""
    task_identifier: list[str] | None = None
    """Tasks whose sessions to keep."""
    type: list[str] | None = None
    """Types to keep, such as `chat.agent`."""
