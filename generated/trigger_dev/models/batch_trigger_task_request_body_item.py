# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchTriggerTaskRequestBodyItem."""

from .trigger_task_request_body import TriggerTaskRequestBody


class BatchTriggerTaskRequestBodyItem(TriggerTaskRequestBody):
    """One run of a batch."""

    task: str
    """ID of the task to start: the `id` that its `task()` call sets."""
