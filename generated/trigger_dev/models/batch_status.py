# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchStatus."""

from .._runtime.enums import OpenStrEnum


class BatchStatus(OpenStrEnum):
    """Where the batch is."""

    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    COMPLETED = "COMPLETED"
    PARTIAL_FAILED = "PARTIAL_FAILED"
    ABORTED = "ABORTED"
