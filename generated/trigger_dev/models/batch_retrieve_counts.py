# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: BatchRetrieveCountsResponse, BatchRetrieveCountsResponseError."""

from typing import Any, ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel
from .batch_status import BatchStatus


class BatchRetrieveCountsResponseError(CamelModel):
    """An item of a list."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"error_code"})

    error: dict[str, Any] | None = None
    """What went wrong."""
    error_code: str | None = None
    """Code for the fault, if it has one."""
    index: int | None = None
    """Position of the item in the request."""
    task_identifier: str | None = None
    """Identifier of the item's task."""


class BatchRetrieveCountsResponse(CamelModel):
    """What a response with status 200 holds."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {"errors", "failed_run_count", "idempotency_key", "successful_run_count"}
    )

    id: str
    """ID of the batch."""
    status: BatchStatus
    """Where the batch stands."""
    created_at: scalars.DateTime
    updated_at: scalars.DateTime
    run_count: int
    """How many runs it has."""
    runs: list[str]
    """IDs of its runs."""
    errors: list[BatchRetrieveCountsResponseError] | None = None
    """Why items could not be started, if the status is `PARTIAL_FAILED`."""
    failed_run_count: int | None = None
    """How many runs failed; known once the batch is over."""
    idempotency_key: str | None = None
    """Idempotency key given when it was started."""
    successful_run_count: int | None = None
    """How many runs succeeded; known once the batch is over."""
