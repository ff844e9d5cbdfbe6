# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: PauseQueueBody, PauseQueueBodyAction."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model
from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyType


class PauseQueueBodyAction(OpenStrEnum):
    """What to do with the queue."""

    PAUSE = "pause"
    RESUME = "resume"


class PauseQueueBody(Model):
    """What a request sends."""

    action: PauseQueueBodyAction
    """What to do with the queue."""
    type: OverrideQueueConcurrencyBodyType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.
    
    Default "id".
    """
