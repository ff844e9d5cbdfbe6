# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListBulkActionsResult."""

from .._runtime.model import Model
from .bulk_action_object import BulkActionObject


class ListBulkActionsResultPagination(Model):
    """`pagination` of `ListBulkActionsResult`."""

    next: str | None = None
    """Cursor of the next page: pass it as `page[after]`."""
    previous: str | None = None
    """Cursor of the previous page: pass it as `page[before]`."""


class ListBulkActionsResult(Model):
    """A page of bulk actions."""

    data: list[BulkActionObject]
    """Bulk actions of this page."""
    pagination: ListBulkActionsResultPagination
