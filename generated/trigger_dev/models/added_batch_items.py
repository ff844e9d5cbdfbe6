# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: AddedBatchItems."""

from .._runtime.model import CamelModel


class AddedBatchItems(CamelModel):
    """`AddedBatchItems` of the document."""

    id: str
    """ID of the batch."""
    items_accepted: int
    """How many items were new."""
    items_deduplicated: int
    """How many items were there already."""
    sealed: bool
    """Whether all items are there."""
    enqueued_count: int | None = None
    """How many items there are, while some are missing."""
    expected_count: int | None = None
    """How many there will be."""
