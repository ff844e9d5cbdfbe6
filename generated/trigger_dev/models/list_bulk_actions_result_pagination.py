# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListBulkActionsResultPagination."""

from .._runtime.model import Model


class ListBulkActionsResultPagination(Model):
    """`pagination` of `ListBulkActionsResultPagination`."""

    next: str | None = None
    """The opaque cursor for `page[after]`; absent on the last page."""
    previous: str | None = None
    """The opaque cursor for `page[before]`; absent on the first page."""
