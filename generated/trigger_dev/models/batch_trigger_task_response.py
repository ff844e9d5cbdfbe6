# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchTriggerTaskResponse."""

from .._runtime.model import CamelModel


class BatchTriggerTaskResponse(CamelModel):
    """The batch that was started."""

    batch_id: str
    """ID of the batch just started."""
    runs: list[str]
    """IDs of its runs."""
