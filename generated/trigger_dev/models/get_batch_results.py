# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: GetBatchResultsResponse."""

from .._runtime.model import Model
from .get_batch_results_response_item import GetBatchResultsResponseItem


class GetBatchResultsResponse(Model):
    """What a response with status 200 holds."""

    id: str | None = None
    """ID of the batch."""
    items: list[GetBatchResultsResponseItem] | None = None
    """One result for each finished run."""
