# Derived from _async/runs_bulk.py. DO NOT EDIT: it is made anew.
"""The operations on runs bulk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from .. import models, params
from .._operations import runs_bulk as operations
from .._runtime.unset import UNSET, Unset
from .resource import Resource


class RunsBulk(Resource):
    """The operations on runs bulk.

    Example:

        result = client.runs.bulk.replay(filter={})
    """

    @overload
    def cancel(
        self,
        *,
        filter: models.BulkActionFilter | params.BulkActionFilterParam,
        name: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    def cancel(
        self,
        *,
        run_ids: Sequence[str] | str,
        name: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    def cancel(
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
        return self._call(
            operations.BULK_ACTIONS_CREATE,
            {},
            {"action": "cancel", "filter": filter, "name": name, "runIds": run_ids},
        )

    @overload
    def replay(
        self,
        *,
        filter: models.BulkActionFilter | params.BulkActionFilterParam,
        name: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    @overload
    def replay(
        self,
        *,
        run_ids: Sequence[str] | str,
        name: str | Unset = UNSET,
        target_region: str | Unset = UNSET,
    ) -> models.CreateBulkActionResponse: ...
    def replay(
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
        return self._call(
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
