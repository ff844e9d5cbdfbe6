# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.create_waitpoint_token_request`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict


class CreateWaitpointTokenRequestParam(TypedDict, total=False):
    """A dictionary that stands for `models.CreateWaitpointTokenRequest`."""

    idempotency_key: str
    idempotency_key_ttl: str
    tags: str | Sequence[str]
    timeout: str
