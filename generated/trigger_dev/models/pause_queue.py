# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: PauseQueueBody, PauseQueueBodyAction, PauseQueueBodyType."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class PauseQueueBodyAction(OpenStrEnum):
    """What to do with the queue."""

    PAUSE = "pause"
    RESUME = "resume"


class PauseQueueBodyType(OpenStrEnum):
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the task's own
    queue; `custom`, the name of a custom queue.
    """

    ID = "id"
    TASK = "task"
    CUSTOM = "custom"


class PauseQueueBody(Model):
    """What a request sends."""

    action: PauseQueueBodyAction
    """What to do with the queue."""
    type: PauseQueueBodyType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.
    
    Default "id".
    """
