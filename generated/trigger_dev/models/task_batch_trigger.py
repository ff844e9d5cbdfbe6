# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: TaskBatchTriggerResponse, TaskBatchTriggerResponseRun."""

from .._runtime.model import CamelModel


class TaskBatchTriggerResponseRun(CamelModel):
    """An item of a list."""

    id: str
    """ID of the run."""
    task_identifier: str
    """The task that runs."""
    is_cached: bool
    """Whether an idempotency key found an earlier run."""


class TaskBatchTriggerResponse(CamelModel):
    """What a response with status 202 holds."""

    id: str
    """ID of the batch; it begins with `batch_`."""
    is_cached: bool
    """Whether an idempotency key found an earlier batch."""
    runs: list[TaskBatchTriggerResponseRun]
