# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListQueuesResult."""

from .._runtime.model import CamelModel, Model
from .queue_object import QueueObject


class ListQueuesResultPagination(CamelModel):
    """Where the page stands among all."""

    count: int | None = None
    """How many queues there are in all."""
    current_page: int | None = None
    """Number of this page."""
    total_pages: int | None = None
    """How many pages there are."""


class ListQueuesResult(Model):
    """A page of queues."""

    data: list[QueueObject]
    """Queues of this page."""
    pagination: ListQueuesResultPagination
    """Where the page stands among all."""
