# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListRunsResult."""

from .._runtime.model import Model
from .list_run_item import ListRunItem


class ListRunsResultPagination(Model):
    """`pagination` of `ListRunsResult`."""

    next: str | None = None
    """Run ID that leads to the next page: pass it as `page[after]`."""
    previous: str | None = None
    """Run ID that leads to the previous page: pass it as `page[before]`."""


class ListRunsResult(Model):
    """A page of runs."""

    data: list[ListRunItem]
    """Runs of this page."""
    pagination: ListRunsResultPagination
