# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchTriggerV2RequestBody."""

from .._runtime.model import Model
from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItem


class BatchTriggerV2RequestBody(Model):
    """Runs of several tasks to start."""

    items: list[BatchTriggerTaskRequestBodyItem]
    """One task, payload and options for each run."""
