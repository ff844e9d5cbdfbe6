# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ErrorsFilter."""

from .._runtime import scalars
from .._runtime.model import CamelModel
from .error_list_item_status import ErrorListItemStatus


class ErrorsFilter(CamelModel):
    """Filters for error groups."""

    from_: scalars.DateTime | None = None
    """Counts occurrences from here on."""
    period: str | None = None
    """Counts occurrences this recent, such as `7d`."""
    search: str | None = None
    """Words to find in an error's type or message."""
    status: list[ErrorListItemStatus] | None = None
    """States to keep."""
    task_identifier: list[str] | None = None
    """Tasks whose errors to keep."""
    to: scalars.DateTime | None = None
    """Counts occurrences up to here."""
    version: list[str] | None = None
    """Worker versions whose errors to keep."""
