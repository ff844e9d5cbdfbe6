# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueType."""

from .._runtime.enums import OpenStrEnum


class QueueType(OpenStrEnum):
    """An open enum: other values are kept."""

    ID = "id"
    TASK = "task"
    CUSTOM = "custom"
