# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorListItem."""

from typing import ClassVar

from .._runtime import scalars
from .._runtime.model import CamelModel
from .error_list_item_status import ErrorListItemStatus


class ErrorListItem(CamelModel):
    """An error group as a list shows it."""

    __nullable__: ClassVar[frozenset[str]] = frozenset({"ignored_until", "resolved_at"})

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
    """Occurrences in the time range asked for."""
    first_seen: scalars.DateTime
    """First occurrence ever, whatever the range."""
    last_seen: scalars.DateTime
    """Latest occurrence ever, whatever the range."""
    ignored_until: scalars.DateTime | None = None
    """When it stops being ignored."""
    resolved_at: scalars.DateTime | None = None
    """When it was resolved."""
