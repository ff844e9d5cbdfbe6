# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: ResetQueueConcurrencyBody, ResetQueueConcurrencyBodyType."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class ResetQueueConcurrencyBodyType(OpenStrEnum):
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the task's own
    queue; `custom`, the name of a custom queue.
    """

    ID = "id"
    TASK = "task"
    CUSTOM = "custom"


class ResetQueueConcurrencyBody(Model):
    """What a request sends."""

    type: ResetQueueConcurrencyBodyType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.
    
    Default "id".
    """
