# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchCreateParams."""

from .._runtime.model import CamelModel


class BatchCreateParams(CamelModel):
    """What a request sends."""

    run_count: int
    """How many items the batch will have. At least 1."""
    idempotency_key: str | None = None
    """Key that makes a repeated call harmless. At most 2048 characters."""
    parent_run_id: str | None = None
    """ID of the run that the batch belongs to."""
    task_identifiers: list[str] | None = None
    """The tasks that it will trigger. At least 1 item."""
