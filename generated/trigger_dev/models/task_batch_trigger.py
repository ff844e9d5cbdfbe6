# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: TaskBatchTriggerParams."""

from .._runtime.model import Model
from .trigger_task_request_body import TriggerTaskRequestBody


class TaskBatchTriggerParams(Model):
    """What a request sends."""

    items: list[TriggerTaskRequestBody]
    """One payload and its options for each run, 1,000 at most. At most 1000 items."""
