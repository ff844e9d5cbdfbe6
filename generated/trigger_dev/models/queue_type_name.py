# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueTypeName."""

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class QueueTypeNameType(OpenStrEnum):
    """What made the queue."""

    TASK = "task"
    CUSTOM = "custom"


class QueueTypeName(Model):
    """A queue, told by type and name."""

    type: QueueTypeNameType
    """What made the queue."""
    name: str
    """Name of the queue."""
