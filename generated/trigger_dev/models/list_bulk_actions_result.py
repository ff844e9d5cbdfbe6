# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListBulkActionsResult."""

from .._runtime.model import Model
from .bulk_action_object import BulkActionObject
from .list_result_pagination import ListResultPagination


class ListBulkActionsResult(Model):
    """A page of bulk actions."""

    data: list[BulkActionObject]
    """Bulk actions of this page."""
    pagination: ListResultPagination
