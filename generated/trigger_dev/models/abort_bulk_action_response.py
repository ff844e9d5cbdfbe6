# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: AbortBulkActionResponse."""

from .._runtime.model import Model


class AbortBulkActionResponse(Model):
    """The bulk action that was stopped."""

    id: str
    """ID of the bulk action."""
