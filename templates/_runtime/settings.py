"""How a client behaves: everything that its arguments and `with_options` decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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
        headers: sent with each request.
        timeout: seconds to wait for the server: to connect, and then between any two bytes.
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
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    timeout: float = 60.0
    max_retries: int = 2
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    idempotency_header: str | None = None
    max_response_bytes: int = 512 * 1024 * 1024
    strict_responses: bool = False
