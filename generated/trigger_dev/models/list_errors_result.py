# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListErrorsResult."""

from .._runtime.model import Model
from .error_list_item import ErrorListItem
from .list_result_pagination import ListResultPagination


class ListErrorsResult(Model):
    """A page of error groups."""

    data: list[ErrorListItem]
    """Error groups of this page."""
    pagination: ListResultPagination
