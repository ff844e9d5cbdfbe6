# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ResetQueueConcurrencyBody."""

from .._runtime.model import Model
from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyType


class ResetQueueConcurrencyBody(Model):
    """What a request sends."""

    type: OverrideQueueConcurrencyBodyType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.
    
    Default "id".
    """
