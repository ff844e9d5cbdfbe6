# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: BatchTriggerResponse, BatchTriggerResponseRun."""

from .._runtime.model import CamelModel


class BatchTriggerResponseRun(CamelModel):
    """An item of a list."""

    id: str
    """ID of the run."""
    task_identifier: str
    """The task that runs."""
    is_cached: bool
    """Whether an idempotency key found an earlier run."""


class BatchTriggerResponse(CamelModel):
    """What a response with status 202 holds."""

    id: str
    """ID of the batch; it begins with `batch_`."""
    is_cached: bool
    """Whether an idempotency key found an earlier batch."""
    runs: list[BatchTriggerResponseRun]
