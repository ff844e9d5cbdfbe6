# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListQueuesResult."""

from .._runtime.model import Model
from .numbered_pagination import NumberedPagination
from .queue_object import QueueObject


class ListQueuesResult(Model):
    """A page of queues."""

    data: list[QueueObject]
    """Queues of this page."""
    pagination: NumberedPagination
