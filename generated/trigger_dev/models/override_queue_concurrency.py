# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: OverrideQueueConcurrencyBody."""

from .._runtime.model import CamelModel
from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyType


class OverrideQueueConcurrencyBody(CamelModel):
    """What a request sends."""

    concurrency_limit: int
    """Limit to set. One above the environment's own maximum is refused with 400, never lowered
    to it.
    
    0 to 100000.
    """
    type: OverrideQueueConcurrencyBodyType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.
    
    Default "id".
    """
