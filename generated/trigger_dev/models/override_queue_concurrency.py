# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: OverrideQueueConcurrencyBody, OverrideQueueConcurrencyBodyType."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel


class OverrideQueueConcurrencyBodyType(OpenStrEnum):
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the task's own
    queue; `custom`, the name of a custom queue.
    """

    ID = "id"
    TASK = "task"
    CUSTOM = "custom"


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
