# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CommonRunsFilterStatus."""

from .._runtime.enums import OpenStrEnum


class CommonRunsFilterStatus(OpenStrEnum):
    """State of a run."""

    PENDING_VERSION = "PENDING_VERSION"
    QUEUED = "QUEUED"
    EXECUTING = "EXECUTING"
    REATTEMPTING = "REATTEMPTING"
    FROZEN = "FROZEN"
    COMPLETED = "COMPLETED"
    CANCELED = "CANCELED"
    FAILED = "FAILED"
    CRASHED = "CRASHED"
    INTERRUPTED = "INTERRUPTED"
    SYSTEM_FAILURE = "SYSTEM_FAILURE"
    DEQUEUED = "DEQUEUED"
    WAITING = "WAITING"
    DELAYED = "DELAYED"
    EXPIRED = "EXPIRED"
    TIMED_OUT = "TIMED_OUT"
