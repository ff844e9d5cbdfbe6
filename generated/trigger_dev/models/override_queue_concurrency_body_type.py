# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: OverrideQueueConcurrencyBodyType."""

from .._runtime.enums import OpenStrEnum


class OverrideQueueConcurrencyBodyType(OpenStrEnum):
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the task's own
    queue; `custom`, the name of a custom queue.
    """

    ID = "id"
    TASK = "task"
    CUSTOM = "custom"
