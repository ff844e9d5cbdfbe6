# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: CreateWaitpointTokenRequest."""

from pydantic import Field

from .._runtime.model import CamelModel


class CreateWaitpointTokenRequest(CamelModel):
    """A waitpoint token to make."""

    idempotency_key: str | None = None
    """Key that makes a repeated call harmless: until it expires, the first token comes back.
    That one may be completed already, and then `wait.forToken()` does not wait.
    """
    idempotency_key_ttl: str | None = Field(
        default=None, validation_alias="idempotencyKeyTTL", serialization_alias="idempotencyKeyTTL"
    )
    """How long `idempotencyKey` counts, such as "30s", "1m", "2h" or "3d"; later calls make a
    new token.
    """
    tags: str | list[str] | None = None
    """Tags for the token: 10 at most, each under 128 characters. A prefix keeps kinds apart:
    `user:42` or `org_7`.
    """
    timeout: str | None = None
    """When the token times out, so that `wait.forToken()` gives `ok: false`: an ISO 8601 date,
    or a duration such as "30s", "1m", "2h", "3d" or "4w".
    """
