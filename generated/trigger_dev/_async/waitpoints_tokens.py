# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on waitpoints tokens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .. import models
from .._operations import waitpoints_tokens as operations
from .._runtime.unset import UNSET, Unset
from .pager import AsyncPager
from .resource import AsyncResource

if TYPE_CHECKING:
    from .waitpoints_tokens_callback import AsyncWaitpointsTokensCallback


class AsyncWaitpointsTokens(AsyncResource):
    """The operations on waitpoints tokens.

    Example:

        async for token in client.waitpoints.tokens.list():
            print(token)
    """

    @cached_property
    def callback(self) -> "AsyncWaitpointsTokensCallback":
        """The operations on waitpoints tokens callback."""
        from .waitpoints_tokens_callback import AsyncWaitpointsTokensCallback

        return AsyncWaitpointsTokensCallback(self._transport)

    def list(
        self,
        *,
        size: int | None = None,
        after: str | None = None,
        before: str | None = None,
        status: str | Sequence[str] | None = None,
        idempotency_key: str | None = None,
        tags: str | Sequence[str] | None = None,
        created_at_period: str | None = None,
        created_at_from: dt.datetime | str | None = None,
        created_at_to: dt.datetime | str | None = None,
    ) -> AsyncPager[models.WaitpointTokenObject]:
        """List the environment's waitpoint tokens.

        List the environment's waitpoint tokens from newest to oldest. Cursor pagination goes
        through `page[after]` and `page[before]`.

        Args:
            size: Tokens on a page, from 1 to 100. 1 to 100.
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            before: The cursor `pagination.previous` of the page behind; it is opaque, and no
                ID.
            status: Comma-separated list of the states to keep: `WAITING`, `COMPLETED` or
                `TIMED_OUT`; for example, `filter[status]=WAITING,COMPLETED`.
            idempotency_key: Only the tokens made with this idempotency key.
            tags: Comma-separated list of the tags to keep; for example,
                `filter[tags]=user:42,org:7`.
            created_at_period: Only tokens made this recently, such as `1h`, `24h` or `7d`.
                Excludes `filter[createdAt][from]` and `filter[createdAt][to]`.
            created_at_from: Only tokens made at this ISO 8601 time or later.
            created_at_to: Only tokens made at this ISO 8601 time or earlier.

        Returns:
            The pages of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to
            'page[before]'. Iterating gives all items; nothing is sent before.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: A query parameter is not valid, such as an unknown
                status.
            InternalServerError: 500: The server failed.
        """
        return self._paginate(
            operations.LIST,
            {
                "size": size,
                "after": after,
                "before": before,
                "status": status,
                "idempotency_key": idempotency_key,
                "tags": tags,
                "created_at_period": created_at_period,
                "created_at_from": created_at_from,
                "created_at_to": created_at_to,
            },
        )

    async def create(
        self,
        *,
        idempotency_key: str | Unset = UNSET,
        idempotency_key_ttl: str | Unset = UNSET,
        tags: str | Sequence[str] | Unset = UNSET,
        timeout: str | Unset = UNSET,
    ) -> models.CreateWaitpointTokenResponse:
        """Make a waitpoint token.

        Make a token that a run can wait for: the task passes its ID to `wait.forToken()` and stays
        paused until the token is completed. An HTTP POST to the token's `url` completes it too.

        Args:
            idempotency_key: Key that makes a repeated call harmless: until it expires, the
                first token comes back. That one may be completed already, and then
                `wait.forToken()` does not wait.
            idempotency_key_ttl: How long `idempotencyKey` counts, such as "30s", "1m", "2h" or
                "3d"; later calls make a new token.
            tags: Tags for the token: 10 at most, each under 128 characters. A prefix keeps
                kinds apart: `user:42` or `org_7`.
            timeout: When the token times out, so that `wait.forToken()` gives `ok: false`: an
                ISO 8601 date, or a duration such as "30s", "1m", "2h", "3d" or "4w".

        Returns:
            The token, new or found by its idempotency key.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: A field is not valid.
            InternalServerError: 500: The server failed.
        """
        return await self._call(
            operations.CREATE,
            {},
            {
                "idempotencyKey": idempotency_key,
                "idempotencyKeyTTL": idempotency_key_ttl,
                "tags": tags,
                "timeout": timeout,
            },
        )

    async def retrieve(self, waitpoint_id: str) -> models.WaitpointTokenObject:
        """Get one waitpoint token.

        Read where a waitpoint token stands and, once it is completed, its output.

        Args:
            waitpoint_id: ID of the token to read.

        Returns:
            The token.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such waitpoint token.
            InternalServerError: 500: The server failed.
        """
        return await self._call(operations.RETRIEVE, {"waitpoint_id": waitpoint_id})

    async def complete(
        self,
        waitpoint_id: str,
        *,
        data: Any | Unset = UNSET,
    ) -> models.CompleteWaitpointTokenResponse:
        """Complete a token.

        Complete a waitpoint token, so that a run held by `wait.forToken()` goes on with the
        optional `data`. Completing it once more changes nothing and answers `success: true`. A
        public access token (a short-lived JWT) serves as well as a secret key, so a frontend can
        call it.

        Args:
            waitpoint_id: ID of the token to complete.
            data: Any JSON value; the waiting run gets it as the result of `wait.forToken()`.

        Returns:
            The token is completed.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such waitpoint token.
            InternalServerError: 500: The server failed.
        """
        return await self._call(operations.COMPLETE, {"waitpoint_id": waitpoint_id}, {"data": data})
