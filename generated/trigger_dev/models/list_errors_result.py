# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListErrorsResult."""

from .._runtime.model import Model
from .error_list_item import ErrorListItem


class ListErrorsResultPagination(Model):
    """`pagination` of `ListErrorsResult`."""

    next: str | None = None
    """Error ID that leads to the next page: pass it as `page[after]`."""
    previous: str | None = None
    """Error ID that leads to the previous page: pass it as `page[before]`."""


class ListErrorsResult(Model):
    """A page of error groups."""

    data: list[ErrorListItem]
    """Error groups of this page."""
    pagination: ListErrorsResultPagination
