# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateBulkActionRequestBody."""

from typing import TypeAlias

from .._runtime.enums import OpenStrEnum
from .._runtime.model import CamelModel, Model
from .bulk_action_filter import BulkActionFilter


class CreateBulkActionRequestBodyCancelByFilterAction(OpenStrEnum):
    """An open enum: other values are kept."""

    CANCEL = "cancel"


class CreateBulkActionRequestBodyCancelByRunIDsAction(OpenStrEnum):
    """An open enum: other values are kept."""

    CANCEL = "cancel"


class CreateBulkActionRequestBodyReplayByFilterAction(OpenStrEnum):
    """An open enum: other values are kept."""

    REPLAY = "replay"


class CreateBulkActionRequestBodyReplayByRunIDsAction(OpenStrEnum):
    """An open enum: other values are kept."""

    REPLAY = "replay"


class CreateBulkActionRequestBodyCancelByFilter(Model):
    """Cancel by filter"""

    action: CreateBulkActionRequestBodyCancelByFilterAction
    filter: BulkActionFilter
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""


class CreateBulkActionRequestBodyCancelByRunIDs(CamelModel):
    """Cancel by run IDs"""

    action: CreateBulkActionRequestBodyCancelByRunIDsAction
    run_ids: list[str]
    """IDs of the runs to cancel. 1 to 500 items."""
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""


class CreateBulkActionRequestBodyReplayByFilter(CamelModel):
    """Replay by filter"""

    action: CreateBulkActionRequestBodyReplayByFilterAction
    filter: BulkActionFilter
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""
    target_region: str | None = None
    """Region for the replays; left out, each stays in its own run's region."""


class CreateBulkActionRequestBodyReplayByRunIDs(CamelModel):
    """Replay by run IDs"""

    action: CreateBulkActionRequestBodyReplayByRunIDsAction
    run_ids: list[str]
    """IDs of the runs to replay. 1 to 500 items."""
    name: str | None = None
    """Name for the bulk action. At most 255 characters."""
    target_region: str | None = None
    """Region for the replays; left out, each stays in its own run's region."""


CreateBulkActionRequestBody: TypeAlias = (
    CreateBulkActionRequestBodyCancelByFilter
    | CreateBulkActionRequestBodyCancelByRunIDs
    | CreateBulkActionRequestBodyReplayByFilter
    | CreateBulkActionRequestBodyReplayByRunIDs
)
"""What to do, and with which runs."""
