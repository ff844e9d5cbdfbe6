# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateWaitpointTokenResponse."""

from .._runtime.model import CamelModel


class CreateWaitpointTokenResponse(CamelModel):
    """The token, and how to complete it."""

    id: str
    """ID of the token."""
    is_cached: bool
    """True if the token was already there: its `idempotencyKey` had not expired."""
    url: str
    """URL that completes the token: POST to it, with JSON or nothing; no key needed."""
