# Copied from templates/_runtime/settings.py. DO NOT EDIT: it is made anew.
"""How a client behaves: everything that its arguments and `with_options` decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .limits import Limits
from .retries import RetryPolicy
from .security import Credentials, Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a client.

    Attributes:
        base_url: the server, without a slash at its end.
        variables: the values that were given for variables in the URLs of servers.
        is_elsewhere: whether that server was chosen by the user: then it has every operation, also those
            for which the document names servers of their own.
        schemes: the security schemes of the API.
        credentials: the credentials that there are.
        security: the credentials that calls need of which the document says nothing, as operations have them.
        user_agent: who asks.
        headers: sent with each request, by their names in lower case; those that are None are not sent,
            whoever has them.
        query: sent with each request; None where not even the call's own of that name is.
        body: properties that each body gets besides, by wire names.
        limits: how long each part of a try may take.
        max_retries: further tries after the first.
        retries: when a call is tried again.
        idempotency_header: a header with one UUID for each logical call, if the API has one.
        max_response_bytes: the most bytes that an answer may have, once it is decompressed.
        strict_responses: whether a response that is not what the document says is an error.
    """

    base_url: str
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    is_elsewhere: bool = False
    schemes: tuple[Scheme, ...] = ()
    credentials: Credentials = field(default_factory=Credentials)
    security: tuple[tuple[str, ...], ...] = ()
    user_agent: str = ""
    headers: Mapping[str, str | None] = field(default_factory=dict[str, str | None], repr=False)
    query: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    body: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    limits: Limits = field(default_factory=Limits)
    max_retries: int = 2
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    idempotency_header: str | None = None
    max_response_bytes: int = 512 * 1024 * 1024
    strict_responses: bool = False


def merged_headers(*given: Mapping[str, str | None] | None) -> dict[str, str | None]:
    """Return headers by their names in lower case; of several of one name the last one counts."""
    return {name.lower(): value for headers in given for name, value in (headers or {}).items()}
