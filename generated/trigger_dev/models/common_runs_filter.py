# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CommonRunsFilter."""

from .._runtime import scalars
from .._runtime.model import CamelModel
from .run_status import RunStatus


class CommonRunsFilterCreatedAt(CamelModel):
    """When the run was created."""

    from_: scalars.DateTime | None = None
    """Earliest creation time."""
    period: str | None = None
    """A time span up to now, such as `1d` or `12h`; where it is given, `from` and `to` do not
    count.
    """
    to: scalars.DateTime | None = None
    """Latest creation time."""


class CommonRunsFilter(CamelModel):
    """Filters that every list of runs takes."""

    batch: str | None = None
    """ID of the batch that the runs belong to."""
    bulk_action: str | None = None
    """Only runs that this bulk action touched, such as `bulk_1234`."""
    created_at: CommonRunsFilterCreatedAt | None = None
    """When the run was created."""
    error: str | None = None
    """Only runs in this error group, with the prefix `error_`."""
    is_test: bool | None = None
    """Only test runs, or only the others."""
    machine: list[str] | None = None
    """Machine presets that the runs use."""
    queue: list[str] | None = None
    """Queues that the runs wait in; the name of a queue is bare, that of a task's own queue
    `task/<id>`.
    """
    region: list[str] | None = None
    """Regions that the runs execute in."""
    schedule: str | None = None
    """Only runs that this schedule started."""
    status: list[RunStatus] | None = None
    """States to keep."""
    tag: list[str] | None = None
    """Tags to look for."""
    task_identifier: list[str] | None = None
    """Tasks whose runs to keep."""
    version: list[str] | None = None
    """Worker versions whose runs to keep."""
