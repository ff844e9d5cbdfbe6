# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: NumberedPagination."""

from .._runtime.model import CamelModel


class NumberedPagination(CamelModel):
    """Where a page stands among the others."""

    current_page: int
    """The number of the page."""
    total_pages: int
    """The number of pages."""
    count: int
    """The number of all items."""
