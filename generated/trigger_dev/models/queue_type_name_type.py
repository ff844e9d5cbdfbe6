# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueTypeNameType."""

from .._runtime.enums import OpenStrEnum


class QueueTypeNameType(OpenStrEnum):
    """What made the queue."""

    TASK = "task"
    CUSTOM = "custom"
