# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on bulk actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, overload

from .. import models, params
from .._operations import bulk_actions as operations
from .._runtime.bodies import whole_or_variant
from .._runtime.unset import UNSET, Unset
from .pager import AsyncPager
from .resource import AsyncResource


class AsyncBulkActions(AsyncResource):
    """The operations on bulk actions.

    Example:

        async for bulk_action in client.bulk_actions.list():
            print(bulk_action)
    """

    def list(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        size: int | None = None,
    ) -> AsyncPager[models.BulkActionObject]:
        """List the environment's bulk actions.

        List the environment's bulk actions from newest to oldest, with a cursor.

        Args:
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            before: The cursor `pagination.previous` of the page behind; it is opaque, and no
                ID.
            size: Bulk actions on a page, 100 at most. 1 to 100; default 25.

        Returns:
            The pages of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to
            'page[before]'. Iterating gives all items; nothing is sent before.

        Raises:
            BadRequestError: 400: A page parameter is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(
            operations.LIST, {"page": {"after": after, "before": before, "size": size}}
        )

    @overload
    async def create(
        self,
        *,
        action: Literal["cancel"],
        filter: models.BulkActionFilter | params.BulkActionFilterParam,
        name: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    async def create(
        self,
        *,
        action: Literal["cancel"],
        run_ids: Sequence[str] | str,
        name: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    async def create(
        self,
        *,
        action: Literal["replay"],
        filter: models.BulkActionFilter | params.BulkActionFilterParam,
        name: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    async def create(
        self,
        *,
        action: Literal["replay"],
        run_ids: Sequence[str] | str,
        name: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    async def create(
        self,
        body: models.CancelByFilter
        | params.CancelByFilterParam
        | models.CancelByRunIDs
        | params.CancelByRunIDsParam
        | models.ReplayByFilter
        | params.ReplayByFilterParam
        | models.ReplayByRunIDs
        | params.ReplayByRunIDsParam,
    ) -> models.CreateBulkActionResponse: ...
    async def create(
        self,
        body: models.CancelByFilter
        | params.CancelByFilterParam
        | models.CancelByRunIDs
        | params.CancelByRunIDsParam
        | models.ReplayByFilter
        | params.ReplayByFilterParam
        | models.ReplayByRunIDs
        | params.ReplayByRunIDsParam
        | Unset = UNSET,
        *,
        action: Literal["cancel", "replay"] | Unset = UNSET,
        filter: models.BulkActionFilter | params.BulkActionFilterParam | Unset = UNSET,
        name: str | Unset = UNSET,
        run_ids: Sequence[str] | str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse:
        """Start a bulk action.

        Start to cancel or replay many runs in the background; they are chosen by ID or by filter.

        Args:
            body: What to send.
            action: `action` in the body.
            filter: Which runs to act on: the filters of a run list without its page, one of
                them at least. A JSON body has the times at its top (`from`, `to`, `period`), not in
                `createdAt`.
            name: Name for the bulk action. At most 255 characters.
            run_ids: IDs of the runs to cancel. 1 to 500 items.
            target_region: Region for the replays; left out, each stays in its own run's region.

        Returns:
            The bulk action has been queued.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: The bulk action cannot be started as asked.
            RateLimitError: 429: Too many bulk replays are under way.
        """
        return await self._call(
            operations.BULK_ACTIONS_CREATE,
            {},
            whole_or_variant(
                body,
                {
                    "action": action,
                    "filter": filter,
                    "name": name,
                    "runIds": run_ids,
                    "targetRegion": target_region,
                },
                named=(
                    ("runIds", "run_ids"),
                    ("targetRegion", "target_region"),
                ),
            ),
        )

    @overload
    async def cancel(
        self,
        *,
        filter: models.BulkActionFilter | params.BulkActionFilterParam,
        name: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    async def cancel(
        self,
        *,
        run_ids: Sequence[str] | str,
        name: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    async def cancel(
        self,
        *,
        filter: models.BulkActionFilter | params.BulkActionFilterParam | Unset = UNSET,
        name: str | Unset = UNSET,
        run_ids: Sequence[str] | str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse:
        """Start a bulk action.

        Start to cancel or replay many runs in the background; they are chosen by ID or by filter.

        Always sends `action`: 'cancel'.

        Args:
            filter: Which runs to act on: the filters of a run list without its page, one of
                them at least. A JSON body has the times at its top (`from`, `to`, `period`), not in
                `createdAt`.
            name: Name for the bulk action. At most 255 characters.
            run_ids: IDs of the runs to cancel. 1 to 500 items.

        Returns:
            The bulk action has been queued.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: The bulk action cannot be started as asked.
            RateLimitError: 429: Too many bulk replays are under way.
        """
        return await self._call(
            operations.BULK_ACTIONS_CREATE,
            {},
            {"action": "cancel", "filter": filter, "name": name, "runIds": run_ids},
        )

    @overload
    async def replay(
        self,
        *,
        filter: models.BulkActionFilter | params.BulkActionFilterParam,
        name: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    async def replay(
        self,
        *,
        run_ids: Sequence[str] | str,
        name: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    async def replay(
        self,
        *,
        filter: models.BulkActionFilter | params.BulkActionFilterParam | Unset = UNSET,
        name: str | Unset = UNSET,
        run_ids: Sequence[str] | str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse:
        """Start a bulk action.

        Start to cancel or replay many runs in the background; they are chosen by ID or by filter.

        Always sends `action`: 'replay'.

        Args:
            filter: Which runs to act on: the filters of a run list without its page, one of
                them at least. A JSON body has the times at its top (`from`, `to`, `period`), not in
                `createdAt`.
            name: Name for the bulk action. At most 255 characters.
            run_ids: IDs of the runs to cancel. 1 to 500 items.
            target_region: Region for the replays; left out, each stays in its own run's region.

        Returns:
            The bulk action has been queued.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: The bulk action cannot be started as asked.
            RateLimitError: 429: Too many bulk replays are under way.
        """
        return await self._call(
            operations.BULK_ACTIONS_CREATE,
            {},
            {
                "action": "replay",
                "filter": filter,
                "name": name,
                "runIds": run_ids,
                "targetRegion": target_region,
            },
        )

    async def retrieve(self, bulk_action_id: str) -> models.BulkActionObject:
        """Get one bulk action.

        Read how far a bulk action has come.

        Args:
            bulk_action_id: ID of the bulk action, with the prefix `bulk_`.

        Returns:
            The bulk action.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such bulk action.
        """
        return await self._call(operations.RETRIEVE, {"bulk_action_id": bulk_action_id})

    async def abort(self, bulk_action_id: str) -> models.AbortBulkActionResponse:
        """Stop a bulk action.

        Stop a pending bulk action before its remaining runs; what it has done stays done.

        Args:
            bulk_action_id: ID of the bulk action, with the prefix `bulk_`.

        Returns:
            The bulk action was stopped.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such bulk action.
        """
        return await self._call(operations.ABORT, {"bulk_action_id": bulk_action_id})
