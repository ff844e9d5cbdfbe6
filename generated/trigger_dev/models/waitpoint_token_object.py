# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: WaitpointTokenObject."""

from typing import ClassVar

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel


class WaitpointTokenObjectStatus(OpenStrEnum):
    """Where the token stands."""

    WAITING = "WAITING"
    COMPLETED = "COMPLETED"
    TIMED_OUT = "TIMED_OUT"


class WaitpointTokenObject(CamelModel):
    """A waitpoint token."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {
            "completed_at",
            "idempotency_key",
            "idempotency_key_expires_at",
            "output",
            "output_is_error",
            "output_type",
            "timeout_at",
        }
    )

    id: str
    """ID of the token."""
    url: str
    """URL that completes the token: POST to it, with JSON or nothing; no key needed."""
    status: WaitpointTokenObjectStatus
    """Where the token stands."""
    tags: list[str]
    """Tags of the token."""
    created_at: scalars.DateTime
    """When it was made."""
    completed_at: scalars.DateTime | None = None
    """When it was completed."""
    idempotency_key: str | None = None
    """Idempotency key that it was made with."""
    idempotency_key_expires_at: scalars.DateTime | None = None
    """When that key stops to count."""
    output: str | None = None
    """Data that completed it, serialized; only with status `COMPLETED`."""
    output_is_error: bool | None = None
    """True if `output` is an error, such as a time-out."""
    output_type: str | None = None
    """Media type of `output`, such as "application/json"."""
    timeout_at: scalars.DateTime | None = None
    """When it times out, if it does."""
