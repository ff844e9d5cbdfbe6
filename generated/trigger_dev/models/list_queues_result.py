# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListQueuesResult."""

from .._runtime.model import CamelModel, Model
from .queue_object import QueueObject


class ListQueuesResultPagination(CamelModel):
    """Where the page stands among all."""

    current_page: int
    """Number of this page."""
    total_pages: int
    """How many pages there are."""
    count: int
    """How many queues there are in all."""


class ListQueuesResult(Model):
    """A page of queues."""

    data: list[QueueObject]
    """Queues of this page."""
    pagination: ListQueuesResultPagination
    """Where the page stands among all."""
