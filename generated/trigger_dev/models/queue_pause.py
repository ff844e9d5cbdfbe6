# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: QueuePauseParams, QueuePauseAction."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model
from .queue_type import QueueType


class QueuePauseAction(OpenStrEnum):
    """What to do with the queue."""

    PAUSE = "pause"
    RESUME = "resume"


class QueuePauseParams(Model):
    """What a request sends."""

    action: QueuePauseAction
    """What to do with the queue."""
    type: QueueType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.

    Default "id".
    """
