# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BatchItem."""

from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItem


class BatchItem(BatchTriggerTaskRequestBodyItem):
    """`BatchItem` of the document."""

    index: int
    """Which item it is, from 0. At least 0."""
