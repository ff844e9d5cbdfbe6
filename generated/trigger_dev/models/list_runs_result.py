# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListRunsResult."""

from .._runtime.model import Model
from .list_result_pagination import ListResultPagination
from .list_run_item import ListRunItem


class ListRunsResult(Model):
    """A page of runs."""

    data: list[ListRunItem]
    """Runs of this page."""
    pagination: ListResultPagination
