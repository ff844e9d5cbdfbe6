# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueConcurrencyOverrideParams."""

from .._runtime.model import CamelModel
from .queue_retrieve_type import QueueRetrieveType


class QueueConcurrencyOverrideParams(CamelModel):
    """What a request sends."""

    concurrency_limit: int
    """Limit to set. One above the environment's own maximum is refused with 400, never lowered
    to it.
    
    0 to 100000.
    """
    type: QueueRetrieveType | None = None
    """What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID, for the
    task's own queue; `custom`, the name of a custom queue.
    
    Default "id".
    """
