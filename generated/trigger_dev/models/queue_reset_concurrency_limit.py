# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueResetConcurrencyLimitParams."""

from .._runtime.model import Model
from .queue_type import QueueType


class QueueResetConcurrencyLimitParams(Model):
    """What a request sends."""

    type: QueueType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.

    Default "id".
    """
