# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueTypeName."""

from .._runtime.model import Model
from .queue_type_name_type import QueueTypeNameType


class QueueTypeName(Model):
    """A queue, told by type and name."""

    type: QueueTypeNameType
    """What made the queue."""
    name: str
    """Name of the queue."""
