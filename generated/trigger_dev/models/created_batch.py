# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreatedBatch."""

from .._runtime.model import CamelModel


class CreatedBatch(CamelModel):
    """`CreatedBatch` of the document."""

    id: str
    """ID of the batch; it begins with `batch_`."""
    run_count: int
    """How many items it will have."""
    is_cached: bool
    """Whether an idempotency key found an earlier batch."""
    idempotency_key: str | None = None
    """The key it was made with."""
    public_access_token: str | None = None
    """Token with which this batch alone can be read. Only in responses."""
