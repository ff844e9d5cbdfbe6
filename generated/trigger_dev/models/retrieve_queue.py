# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: RetrieveQueueType."""

from .._runtime.enums import OpenStrEnum


class RetrieveQueueType(OpenStrEnum):
    """An open enum: other values are kept."""

    ID = "id"
    TASK = "task"
    CUSTOM = "custom"
