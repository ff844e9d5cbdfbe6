# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BulkActionObject."""

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model


class BulkActionObjectCounts(Model):
    """How many runs it concerns."""

    total: int
    """Runs selected at the start."""
    success: int
    """Runs done."""
    failure: int
    """Runs that failed to be done."""


class BulkActionObjectStatus(OpenStrEnum):
    """Where it stands."""

    PENDING = "PENDING"
    COMPLETED = "COMPLETED"
    ABORTED = "ABORTED"


class BulkActionObjectType(OpenStrEnum):
    """What it does."""

    CANCEL = "CANCEL"
    REPLAY = "REPLAY"


class BulkActionObject(CamelModel):
    """A bulk action and how far it has come."""

    id: str
    """ID of the bulk action, with the prefix `bulk_`."""
    type: BulkActionObjectType
    """What it does."""
    status: BulkActionObjectStatus
    """Where it stands."""
    counts: BulkActionObjectCounts
    """How many runs it concerns."""
    created_at: scalars.DateTime
    """When it was created."""
    completed_at: scalars.DateTime | None = None
    """When it ended."""
    name: str | None = None
    """Name that it was given at the start."""
