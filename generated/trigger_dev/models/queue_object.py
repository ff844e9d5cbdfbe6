# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: QueueObject."""

from typing import ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel
from .queue_type_name_type import QueueTypeNameType


class QueueObjectConcurrency(CamelModel):
    """Where that limit comes from."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {"base", "current", "overridden_at", "overridden_by", "override"}
    )

    base: int | None = None
    """Limit that the code sets."""
    current: int | None = None
    """Limit in force."""
    overridden_at: scalars.DateTime | None = None
    """When the limit was replaced."""
    overridden_by: str | None = None
    """Who replaced the limit; null if the API did."""
    override: int | None = None
    """Limit that replaces the code's, if any."""


class QueueObject(CamelModel):
    """A queue and its load."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"concurrency_limit"})

    id: str
    """ID of the queue, such as `queue_1234`."""
    name: str
    """Name of the queue: the task's ID where its type is `task`, your own name where it is
    `custom`.
    """
    type: QueueTypeNameType
    """Where the queue comes from: `task`, made for each task; `custom`, made by `queue()` in
    code.
    """
    running: int
    """How many of its runs are executing now."""
    queued: int
    """How many of its runs are waiting now."""
    paused: bool
    """True while it starts no new run."""
    concurrency: QueueObjectConcurrency | None = None
    """Where that limit comes from."""
    concurrency_limit: int | None = None
    """Concurrency limit in force."""
