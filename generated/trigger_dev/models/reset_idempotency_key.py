# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ResetIdempotencyKey."""

from .._runtime.model import Model


class ResetIdempotencyKey(Model):
    """`ResetIdempotencyKey` of the document."""

    id: str
    """The idempotency key."""
