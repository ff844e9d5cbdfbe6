# Copied from templates/_runtime/settings.py. DO NOT EDIT: it is made anew.
"""How a client behaves: everything that its arguments and `with_options` decide."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any, Final
from urllib.parse import quote

from .errors import InvalidRequestError
from .hooks import Hooks
from .limits import Limits
from .narrowing import is_sequence
from .operation import Parameter
from .records import record
from .retries import RetryPolicy
from .security import Credentials, Scheme, Signature
from .unset import UNSET, Unset

# What names have that carry credentials.
_TELLING: Final = r"auth|key|token|secret|cookie|passw|session|credential|signature"
# What stands between the words of a credential: `Token abc`, `session=abc; other=def`.
_WORDS: Final = r"(?<=[^=\s;,])[=\s;,]+(?=[^=\s;,])"


@record
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
        shared: the parameters of calls that the client has arguments for.
        parameters: what these arguments were given, by their names.
        query: sent with each request; None where not even the call's own of that name is.
        body: properties that each body gets besides, by wire names.
        limits: how long each part of a try may take.
        max_retries: further tries after the first.
        retries: when a call is tried again.
        idempotency_header: a header with one UUID for each logical call, if the API has one.
        max_response_bytes: the most bytes that an answer may have, once it is decompressed.
        reconnects: whether streams of events that break are opened again, from the last event on.
        strict_responses: whether a response that is not what the document says is an error.
        hooks: what is told of what happens.
        tracer: what makes spans of OpenTelemetry, if that is installed.
        sent: of `headers`, those that are sent.
        omitted: of `headers`, those that are not.
        own_secrets: what of `headers`, `query` and `parameters` is never shown.
        has_key: whether `parameters` has a credential that calls take and do not demand.
        signatures: what the credentials add to requests, by what operations demand, once that was asked for.
    """

    base_url: str
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    is_elsewhere: bool = False
    schemes: tuple[Scheme, ...] = ()
    credentials: Credentials = field(default_factory=Credentials)
    security: tuple[tuple[str, ...], ...] = ()
    user_agent: str = ""
    headers: Mapping[str, str | None] = field(default_factory=dict[str, str | None], repr=False)
    shared: tuple[Parameter, ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    query: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    body: Mapping[str, Any] = field(default_factory=dict[str, Any], repr=False)
    limits: Limits = field(default_factory=Limits)
    max_retries: int = 2
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    idempotency_header: str | None = None
    max_response_bytes: int = 512 * 1024 * 1024
    reconnects: bool = False
    strict_responses: bool = False
    hooks: Hooks = field(default_factory=Hooks)
    tracer: Any = None
    sent: Mapping[str, str] = field(init=False, repr=False)
    omitted: frozenset[str] = field(init=False)
    own_secrets: tuple[str, ...] = field(init=False, repr=False)
    has_key: bool = field(init=False)
    signatures: dict[tuple[tuple[str, ...], ...], Signature] = field(
        init=False,
        repr=False,
        compare=False,
        default_factory=dict[tuple[tuple[str, ...], ...], Signature],
    )

    def __post_init__(self) -> None:
        _require_count("max_retries", self.max_retries)
        sent = {name: value for name, value in self.headers.items() if value is not None}
        object.__setattr__(self, "sent", sent)
        object.__setattr__(self, "omitted", frozenset(self.headers.keys() - sent.keys()))
        given = {item.name: self.parameters.get(item.client or "") for item in self.shared}
        secrets = (*_secrets(sent, self.query), *_secrets({}, given))
        object.__setattr__(self, "own_secrets", secrets)
        keys = (it for it in self.shared if is_telling(it.name) and not it.required)
        object.__setattr__(self, "has_key", any(given[key.name] is not None for key in keys))


def _require_count(name: str, value: object) -> None:
    if not isinstance(value, int) or value < 0:
        raise InvalidRequestError(f"{name} is a whole number, and not {value!r}")


def merged_headers(*given: Mapping[str, str | None] | None) -> dict[str, str | None]:
    """Return headers by their names in lower case; of several of one name the last one counts."""
    return {name.lower(): value for headers in given for name, value in (headers or {}).items()}


def merged_parameters(
    shared: tuple[Parameter, ...],
    before: Mapping[str, Any],
    given: Mapping[str, Any],
    headers: Mapping[str, str | None] | Unset | None,
) -> dict[str, Any]:
    """Return what the client gives for parameters of calls, by its arguments: what was said last.

    Args:
        shared: the parameters that it has arguments for.
        before: what it gave before.
        given: what these arguments are given now; `UNSET` changes nothing, and None takes it back.
        headers: the headers that are given beside; what one of them carries it stands for.
    """
    carried = (
        {name.lower() for name in headers or ()} if not isinstance(headers, Unset) else set[str]()
    )
    gone = {
        item.client for item in shared if item.location == "header" and item.name.lower() in carried
    }
    values = {**before, **{name: value for name, value in given.items() if value is not UNSET}}
    return {name: value for name, value in values.items() if value is not None and name not in gone}


def is_telling(name: str) -> bool:
    """Tell whether a header or query is a credential, by its name."""
    return re.search(_TELLING, name.lower()) is not None


def _secrets(headers: Mapping[str, str], query: Mapping[str, Any]) -> Iterator[str]:
    """Give the user's headers and queries that are credentials, by their names, and the words of headers."""
    for name, value in headers.items():
        if is_telling(name):
            yield from (value, *re.split(_WORDS, value)[1:])
    for name, value in query.items():
        if value is not None and is_telling(name):
            for text in map(str, value if is_sequence(value) else [value]):
                yield from (text, quote(text, safe=""))
