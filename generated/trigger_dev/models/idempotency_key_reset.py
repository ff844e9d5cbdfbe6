# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: IdempotencyKeyResetParams."""

from .._runtime.model import CamelModel


class IdempotencyKeyResetParams(CamelModel):
    """What a request sends."""

    task_identifier: str
    """The task that was triggered with the key."""
