# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueOptions."""

from .._runtime.model import CamelModel


class QueueOptions(CamelModel):
    """Queue that a run goes through."""

    concurrency_limit: int | None = None
    """How many runs may execute at once; left out, a task may fill the environment's whole
    concurrency.

    0 to 1000.
    """
    name: str | None = None
    """Name of the queue, bare; that of a task's own queue is `task/<id>`."""
