# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorObject."""

from typing import ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel
from .error_list_item_status import ErrorListItemStatus


class ErrorObject(CamelModel):
    """An error group in full."""

    __nullable__: ClassVar[frozenset[str]] = frozenset(
        {
            "ignored_at",
            "ignored_by_user_id",
            "ignored_reason",
            "ignored_until",
            "ignored_until_occurrence_rate",
            "ignored_until_total_occurrences",
            "resolved_at",
            "resolved_by",
            "resolved_in_version",
        }
    )

    id: str
    """ID of the error group, with the prefix `error_`."""
    fingerprint: str
    """Fingerprint that its failures share."""
    task_identifier: str
    """Task that fails with it."""
    error_type: str
    """Type or name of the error, such as `TypeError`."""
    error_message: str
    """Message of the error, normalized."""
    status: ErrorListItemStatus
    """Where the group stands."""
    count: int
    """Occurrences in all."""
    first_seen: scalars.DateTime
    """First occurrence ever."""
    last_seen: scalars.DateTime
    """Latest occurrence ever."""
    affected_versions: list[str]
    """Worker versions hit, the latest five at most."""
    ignored_at: scalars.DateTime | None = None
    """When it was ignored."""
    ignored_by_user_id: str | None = None
    """ID of the user who ignored it."""
    ignored_reason: str | None = None
    """Why it is ignored."""
    ignored_until: scalars.DateTime | None = None
    """When it stops being ignored."""
    ignored_until_occurrence_rate: float | None = None
    """Occurrences a minute that bring it back."""
    ignored_until_total_occurrences: int | None = None
    """New occurrences that bring it back."""
    resolved_at: scalars.DateTime | None = None
    """When it was resolved."""
    resolved_by: str | None = None
    """User who resolved it, by ID, where known."""
    resolved_in_version: str | None = None
    """Worker version that resolved it."""
