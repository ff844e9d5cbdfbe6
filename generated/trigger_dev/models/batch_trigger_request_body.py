# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchTriggerRequestBody."""

from .._runtime.model import Model
from .trigger_task_request_body import TriggerTaskRequestBody


class BatchTriggerRequestBody(Model):
    """Runs of one task to start."""

    items: list[TriggerTaskRequestBody]
    """One payload and its options for each run."""
