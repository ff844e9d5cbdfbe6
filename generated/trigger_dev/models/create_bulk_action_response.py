# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateBulkActionResponse."""

from .._runtime.model import Model


class CreateBulkActionResponse(Model):
    """The bulk action that was started."""

    id: str
    """ID of the bulk action."""
