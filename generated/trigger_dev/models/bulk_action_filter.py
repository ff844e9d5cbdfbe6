# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: BulkActionFilter."""

from typing import TypeAlias

from .._runtime import scalars
from .._runtime.model import CamelModel
from .queue_type_name import QueueTypeName
from .run_status import RunStatus

BulkActionFilterQueue: TypeAlias = QueueTypeName | list[QueueTypeName]
"""Queue to select, or several."""


class BulkActionFilter(CamelModel):
    """Which runs to act on: the filters of a run list without its page, one of them at least. A JSON
    body has the times at its top (`from`, `to`, `period`), not in `createdAt`.
    """

    batch: str | None = None
    """Only runs of this batch."""
    bulk_action: str | None = None
    """Only runs that another bulk action touched."""
    from_: scalars.DateTime | float | None = None
    """Earliest creation time, as an ISO date or as a Unix timestamp in milliseconds."""
    is_test: bool | None = None
    """Only test runs, or only the others."""
    machine: str | list[str] | None = None
    """Machine to select, or several."""
    period: str | None = None
    """How recently, such as `24h` or `30d`."""
    queue: BulkActionFilterQueue | None = None
    """Queue to select, or several."""
    region: str | list[str] | None = None
    """Region to select, or several."""
    schedule: str | None = None
    """Only runs that this schedule started."""
    status: RunStatus | list[RunStatus] | None = None
    """State to select, or several."""
    tag: str | list[str] | None = None
    """Tag to select, or several."""
    task_identifier: str | list[str] | None = None
    """Task to select, or several."""
    to: scalars.DateTime | float | None = None
    """Latest creation time, as an ISO date or as a Unix timestamp in milliseconds."""
    version: str | list[str] | None = None
    """Worker version to select, or several."""
