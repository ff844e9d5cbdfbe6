# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateBulkActionRequestBody."""

from typing import Literal, TypeAlias

from .._runtime.model import CamelModel, Model
from .bulk_action_filter import BulkActionFilter


class CancelByFilter(Model):
    """Cancel by filter."""

    action: Literal["cancel"] = "cancel"
    filter: BulkActionFilter
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""


class CancelByRunIDs(CamelModel):
    """Cancel by run IDs."""

    action: Literal["cancel"] = "cancel"
    run_ids: list[str]
    """IDs of the runs to cancel. 1 to 500 items."""
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""


class ReplayByFilter(CamelModel):
    """Replay by filter."""

    action: Literal["replay"] = "replay"
    filter: BulkActionFilter
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""
    target_region: str | None = None
    """Region for the replays; left out, each stays in its own run's region."""


class ReplayByRunIDs(CamelModel):
    """Replay by run IDs."""

    action: Literal["replay"] = "replay"
    run_ids: list[str]
    """IDs of the runs to replay. 1 to 500 items."""
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""
    target_region: str | None = None
    """Region for the replays; left out, each stays in its own run's region."""


CreateBulkActionRequestBody: TypeAlias = (
    CancelByFilter | CancelByRunIDs | ReplayByFilter | ReplayByRunIDs
)
"""What to do, and with which runs."""
