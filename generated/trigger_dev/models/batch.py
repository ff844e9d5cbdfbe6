# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: Batch."""

from .._runtime import scalars
from .._runtime.model import CamelModel
from .batch_status import BatchStatus


class BatchProcessingError(CamelModel):
    """An item of a list of `Batch`."""

    index: int
    """Which item it is."""
    task_identifier: str
    """The task that should have run."""
    error: str
    """What went wrong."""
    error_code: str | None = None
    """The same for programs."""


class BatchProcessing(CamelModel):
    """How its items became runs."""

    errors: list[BatchProcessingError]
    """The items that became none."""
    completed_at: scalars.DateTime | None = None
    """When all items had become runs."""


class Batch(CamelModel):
    """`Batch` of the document."""

    id: str
    """ID of the batch; it begins with `batch_`."""
    status: BatchStatus
    """Where the batch is."""
    created_at: scalars.DateTime
    """When it was made."""
    updated_at: scalars.DateTime
    """When it changed last."""
    run_count: int
    """How many runs it has."""
    runs: list[str]
    """IDs of its runs."""
    processing: BatchProcessing
    """How its items became runs."""
    idempotency_key: str | None = None
    """The key it was made with."""
