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
from .._runtime.answers import Answering, Method, answering
from .._runtime.security import Credential, collect
from .._runtime.servers import base_url_of, chosen_server
from .._runtime.settings import Settings
from .._runtime.unset import UNSET, Unset
from .http import Http, Httpx
from .transport import Transport

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


class TriggerClient:
    """A client of the Trigger.dev v3 REST API.

    The Trigger.dev management API: start tasks, follow their runs and read results.
    """

    def __init__(
        self,
        *,
        personal_access_token: str | None = None,
        public_access_token: str | None = None,
        secret_key: str | None = None,
        base_url: str | None = None,
        timeout: float = _settings.TIMEOUT,
        max_retries: int = _settings.MAX_RETRIES,
        headers: Mapping[str, str] | None = None,
        max_response_bytes: int = _settings.MAX_RESPONSE_BYTES,
        strict_responses: bool = False,
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
            timeout: seconds to wait for the server, to connect and then between any two bytes.
            max_retries: further tries after one that failed.
            headers: headers for each request; they come before this client's own, and one that carries a
                credential stands for that.
            max_response_bytes: the most bytes that an answer may have, once it is decompressed; of a stream, the
                most that may come at once.
            strict_responses: whether a response that is not what the document says is an error.
            http_client: what carries the requests. An httpx2 client that is given is not closed with this one.
        """
        given: dict[str, Credential | None] = {
            "personalAccessToken": personal_access_token,
            "publicAccessToken": public_access_token,
            "secretKey": secret_key,
        }
        chosen = base_url or os.environ.get(_settings.BASE_URL_VARIABLE or "")
        documented = chosen_server(_settings.SERVERS, 0, {})
        settings = Settings(
            base_url=base_url_of(chosen) if chosen else documented,
            is_elsewhere=bool(chosen),
            schemes=_settings.SCHEMES,
            credentials=collect(_settings.SCHEMES, given, os.environ),
            headers={**_settings.HEADERS, **_settings.headers_of(os.environ), **(headers or {})},
            timeout=timeout,
            max_retries=max_retries,
            retries=_settings.RETRIES,
            idempotency_header=_settings.IDEMPOTENCY_HEADER,
            max_response_bytes=max_response_bytes,
            strict_responses=strict_responses,
        )
        if http_client is None or isinstance(http_client, httpx2.Client):
            http_client = Httpx(http_client)
        self._transport = Transport(http_client, settings)

    def with_options(
        self,
        *,
        timeout: float | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        headers: Mapping[str, str] | Unset = UNSET,
        max_response_bytes: int | Unset = UNSET,
        strict_responses: bool | Unset = UNSET,
    ) -> Self:
        """Return a client that behaves otherwise and shares this one's connections, which it does not close.

        Args:
            timeout: seconds to wait for the server.
            max_retries: further tries after one that failed.
            headers: headers for each request, besides this client's.
            max_response_bytes: the most bytes that an answer may have.
            strict_responses: whether a response that is not what the document says is an error.
        """
        settings = self._transport.settings
        changes: dict[str, Any] = {
            "timeout": timeout,
            "max_retries": max_retries,
            "max_response_bytes": max_response_bytes,
            "strict_responses": strict_responses,
        }
        changes = {name: value for name, value in changes.items() if value is not UNSET}
        if not isinstance(headers, Unset):
            changes["headers"] = {**settings.headers, **headers}
        client = object.__new__(type(self))
        client._transport = Transport(
            self._transport.http, replace(settings, **changes), shares=True
        )
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
