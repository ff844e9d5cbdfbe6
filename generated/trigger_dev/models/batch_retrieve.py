# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: BatchRetrieveResponse, BatchRetrieveResponseError, BatchRetrieveResponseStatus."""

from typing import Any

from .._runtime import scalars
from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel


class BatchRetrieveResponseError(CamelModel):
    """An item of a list."""

    error: dict[str, Any] | None = None
    """What went wrong."""
    error_code: str | None = None
    """Code for the fault, if it has one."""
    index: int | None = None
    """Position of the item in the request."""
    task_identifier: str | None = None
    """Identifier of the item's task."""


class BatchRetrieveResponseStatus(OpenStrEnum):
    """Where the batch stands."""

    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    COMPLETED = "COMPLETED"
    PARTIAL_FAILED = "PARTIAL_FAILED"
    ABORTED = "ABORTED"


class BatchRetrieveResponse(CamelModel):
    """What a response with status 200 holds."""

    created_at: scalars.DateTime | None = None
    errors: list[BatchRetrieveResponseError] | None = None
    """Why items could not be started, if the status is `PARTIAL_FAILED`."""
    failed_run_count: int | None = None
    """How many runs failed; known once the batch is over."""
    id: str | None = None
    """ID of the batch."""
    idempotency_key: str | None = None
    """Idempotency key given when it was started."""
    run_count: int | None = None
    """How many runs it has."""
    runs: list[str] | None = None
    """IDs of its runs."""
    status: BatchRetrieveResponseStatus | None = None
    """Where the batch stands."""
    successful_run_count: int | None = None
    """How many runs succeeded; known once the batch is over."""
    updated_at: scalars.DateTime | None = None
