# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: QueueOverrideConcurrencyLimitParams, QueueOverrideConcurrencyLimitByNumber, ByPercentage."""

from typing import TypeAlias

from .._runtime.model import CamelModel, Model
from .queue_type import QueueType


class QueueOverrideConcurrencyLimitByNumber(CamelModel):
    """By number."""

    concurrency_limit: int
    """How many runs of the queue may execute at once. 0 to 100000."""
    type: QueueType | None = None
    """What the path has - the queue's ID, a task's ID, or the name of a queue of your own.

    Default "id".
    """


class ByPercentage(Model):
    """By percentage."""

    percent: float
    """Which part of the environment's concurrency the queue may have. 0 to 100."""
    type: QueueType | None = None
    """What the path has - the queue's ID, a task's ID, or the name of a queue of your own.

    Default "id".
    """


QueueOverrideConcurrencyLimitParams: TypeAlias = (
    QueueOverrideConcurrencyLimitByNumber | ByPercentage
)
"""What a request sends."""
