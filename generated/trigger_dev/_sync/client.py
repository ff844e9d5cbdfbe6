# Derived from _async/client.py. DO NOT EDIT: it is made anew.
"""The client: one attribute for each group of operations."""

import os
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Any, Never, ParamSpec, Self, TypeVar

import httpx2

from .. import _settings
from .._runtime import waiting
from .._runtime.answers import Answering, Method, answering
from .._runtime.grants import Grant
from .._runtime.hooks import PACKAGE, Hooks, switch_log_on
from .._runtime.identity import user_agent
from .._runtime.security import Source, Supplied, collect
from .._runtime.servers import base_url_of, chosen_server
from .._runtime.settings import Settings, merged_headers
from .._runtime.telemetry import tracer_of
from .._runtime.timeouts import Timeout, limits_of, limits_of_client
from .._runtime.unset import UNSET, Unset
from .http import Http, carrier_of
from .transport import Transport
from .undocumented import Undocumented

if TYPE_CHECKING:
    from .batches import Batches
    from .bulk_actions import BulkActions
    from .deployments import Deployments
    from .envvars import Envvars
    from .errors import Errors
    from .idempotency_keys import IdempotencyKeys
    from .query import Query
    from .queues import Queues
    from .runs import Runs
    from .schedules import Schedules
    from .sessions import Sessions
    from .tasks import Tasks
    from .waitpoints import Waitpoints

P = ParamSpec("P")
T = TypeVar("T")


class TriggerClient(Undocumented):
    """A client of the Trigger.dev v3 REST API.

    The Trigger.dev management API: start tasks, follow their runs and read results.
    """

    def __init__(
        self,
        *,
        personal_access_token: str | Source[str] | Grant | None = None,
        public_access_token: str | Source[str] | Grant | None = None,
        secret_key: str | Source[str] | Grant | None = None,
        base_url: str | None = None,
        timeout: float | Timeout | httpx2.Timeout | None | Unset = UNSET,
        max_retries: int = _settings.MAX_RETRIES,
        headers: Mapping[str, str | None] | None = None,
        max_response_bytes: int = _settings.MAX_RESPONSE_BYTES,
        strict_responses: bool = False,
        hooks: Hooks | None = None,
        http_client: httpx2.Client | Http | None = None,
    ) -> None:
        """Make a client; it connects when the first call is made, in each process and event loop anew.

        Args:
            personal_access_token: Personal Access Token of one user, made on the dashboard's
                account page, with the prefix `tr_pat_`. Clients read it from the
                `TRIGGER_ACCESS_TOKEN` environment variable by default.
            public_access_token: Short-lived JWT that can do only what its scopes name, such as
                `read:sessions:{id}` or `write:sessions:{id}`, and may therefore be given to a
                browser. It comes as `publicAccessToken` from `POST /api/v1/waitpoints/tokens`
                (`wait.createToken()`) and `POST /api/v1/sessions` (`sessions.start()`), or from
                `auth.createPublicToken()`. Read from TRIGGER_DEV_PUBLIC_ACCESS_TOKEN where it is
                not given.
            secret_key: Secret API key of a project, from the dashboard's API Keys page, with a
                prefix such as `tr_dev_`, `tr_stg` or `tr_prod`. Clients read it from the
                `TRIGGER_SECRET_KEY` environment variable by default.
            base_url: the server, where it is not https://api.trigger.dev.
            timeout: seconds to wait for the server, to connect and then between any two bytes; None waits for ever,
                and a `Timeout` says more. Usually 60, or what `http_client` was set to.
            max_retries: further tries after one that failed.
            headers: headers for each request; they come before this client's own, and one that carries a
                credential stands for that. One that is None is not sent at all.
            max_response_bytes: the most bytes that an answer may have, once it is decompressed; of a stream, the
                most that may come at once.
            strict_responses: whether a response that is not what the document says is an error.
            hooks: functions that are told of what is sent and answered.
            http_client: what carries the requests; see `transports`. A client of an HTTP library that is given
                is not closed with this one.
        """
        given: dict[str, Supplied | None] = {
            "personalAccessToken": personal_access_token,
            "publicAccessToken": public_access_token,
            "secretKey": secret_key,
        }
        chosen = base_url or os.environ.get(_settings.BASE_URL_VARIABLE or "")
        documented = chosen_server(_settings.SERVERS, 0, {})
        carrier = carrier_of(http_client)
        settings = Settings(
            base_url=base_url_of(chosen) if chosen else documented,
            is_elsewhere=bool(chosen),
            schemes=_settings.SCHEMES,
            security=_settings.SECURITY,
            credentials=collect(_settings.SCHEMES, waiting.checked_grants(given), os.environ),
            user_agent=user_agent(_settings.PRODUCT, getattr(carrier, "product", "")),
            headers=merged_headers(_settings.HEADERS, _settings.headers_of(os.environ), headers),
            limits=limits_of_client(timeout, carrier, _settings.TIMEOUT),
            max_retries=max_retries,
            retries=_settings.RETRIES,
            idempotency_header=_settings.IDEMPOTENCY_HEADER,
            max_response_bytes=max_response_bytes,
            strict_responses=strict_responses,
            hooks=waiting.checked_hooks(hooks),
            tracer=tracer_of(PACKAGE),
        )
        switch_log_on(os.environ)
        self._transport = Transport(carrier, settings)

    def with_options(
        self,
        *,
        timeout: float | Timeout | httpx2.Timeout | None | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        headers: Mapping[str, str | None] | Unset = UNSET,
        query: Mapping[str, Any] | Unset = UNSET,
        body: Mapping[str, Any] | Unset = UNSET,
        idempotency_key: str | Unset = UNSET,
        max_response_bytes: int | Unset = UNSET,
        strict_responses: bool | Unset = UNSET,
        reconnect: bool | Unset = UNSET,
        hooks: Hooks | Unset = UNSET,
    ) -> Self:
        """Return a client that behaves otherwise and shares this one's connections, which it does not close.

        Args:
            timeout: seconds to wait for the server, None or a `Timeout`.
            max_retries: further tries after one that failed.
            headers: headers for each request, besides this client's; None for one that is not to be sent.
            query: what the query of each request has besides; a list is a pair for each item, and None takes
                out what the call itself would send.
            body: properties of each body, besides the call's own, by their names on the wire.
            idempotency_key: what the server knows a call by that is made again. It is the same in every call
                of the client that this gives.
            max_response_bytes: the most bytes that an answer may have.
            strict_responses: whether a response that is not what the document says is an error.
            reconnect: whether a stream of events that breaks is opened again, with the id of its last event in
                `Last-Event-ID`. It breaks as ever where the server gives events no ids.
            hooks: functions that are told of what is sent and answered, in place of this client's.
        """
        settings = self._transport.settings
        changes: dict[str, Any] = {
            "max_retries": max_retries,
            "max_response_bytes": max_response_bytes,
            "strict_responses": strict_responses,
            "reconnects": reconnect,
        }
        changes = {name: value for name, value in changes.items() if value is not UNSET}
        if not isinstance(hooks, Unset):
            changes["hooks"] = waiting.checked_hooks(hooks)
        if timeout is not UNSET:
            changes["limits"] = limits_of(timeout, settings.limits)
        if not isinstance(headers, Unset):
            changes["headers"] = merged_headers(settings.headers, headers)
        if not isinstance(query, Unset):
            changes["query"] = {**settings.query, **query}
        if not isinstance(body, Unset):
            changes["body"] = {**settings.body, **body}
        if not isinstance(idempotency_key, Unset):
            key = {"x-trigger-request-idempotency-key": idempotency_key}
            changes["headers"] = merged_headers(changes.get("headers", settings.headers), key)
        client = object.__new__(type(self))
        client._transport = self._transport.changed(replace(settings, **changes))
        return client

    def __copy__(self) -> Self:
        return self.with_options()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self.with_options()

    def __reduce__(self) -> Never:
        raise TypeError(
            f"a {type(self).__name__} holds connections and credentials, which belong to one process: "
            "make one where it is needed"
        )

    def with_response(self, method: Method[P, T]) -> Answering[P, T]:
        """Return one of this client's methods so that its result comes with the response.

        Of pages it is that of the first one; each has a `response` of its own, and so have streams.

        Args:
            method: a method of one of the client's groups of operations.
        """
        return answering(method)

    @cached_property
    def batches(self) -> "Batches":
        """The operations on batches."""
        from .batches import Batches

        return Batches(self._transport)

    @cached_property
    def bulk_actions(self) -> "BulkActions":
        """The operations on bulk actions."""
        from .bulk_actions import BulkActions

        return BulkActions(self._transport)

    @cached_property
    def deployments(self) -> "Deployments":
        """The operations on deployments."""
        from .deployments import Deployments

        return Deployments(self._transport)

    @cached_property
    def envvars(self) -> "Envvars":
        """The operations on envvars."""
        from .envvars import Envvars

        return Envvars(self._transport)

    @cached_property
    def errors(self) -> "Errors":
        """The operations on errors."""
        from .errors import Errors

        return Errors(self._transport)

    @cached_property
    def idempotency_keys(self) -> "IdempotencyKeys":
        """The operations on idempotency keys."""
        from .idempotency_keys import IdempotencyKeys

        return IdempotencyKeys(self._transport)

    @cached_property
    def query(self) -> "Query":
        """The operations on query."""
        from .query import Query

        return Query(self._transport)

    @cached_property
    def queues(self) -> "Queues":
        """The operations on queues."""
        from .queues import Queues

        return Queues(self._transport)

    @cached_property
    def runs(self) -> "Runs":
        """The operations on runs."""
        from .runs import Runs

        return Runs(self._transport)

    @cached_property
    def schedules(self) -> "Schedules":
        """The operations on schedules."""
        from .schedules import Schedules

        return Schedules(self._transport)

    @cached_property
    def sessions(self) -> "Sessions":
        """The operations on sessions."""
        from .sessions import Sessions

        return Sessions(self._transport)

    @cached_property
    def tasks(self) -> "Tasks":
        """The operations on tasks."""
        from .tasks import Tasks

        return Tasks(self._transport)

    @cached_property
    def waitpoints(self) -> "Waitpoints":
        """The operations on waitpoints."""
        from .waitpoints import Waitpoints

        return Waitpoints(self._transport)

    def close(self) -> None:
        """Close the connections."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
