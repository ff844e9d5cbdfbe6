# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchResultsResponse."""

from .._runtime.model import Model
from .run_result import RunResult


class BatchResultsResponse(Model):
    """What a response with status 200 holds."""

    id: str
    """ID of the batch."""
    items: list[RunResult]
    """One result for each finished run."""
