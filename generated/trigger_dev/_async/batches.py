# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on batches."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models, params
from .._operations import batches as operations
from .._runtime.unset import UNSET, Unset
from .resource import AsyncResource


class AsyncBatches(AsyncResource):
    """The operations on batches.

    Example:

        batch = await client.batches.retrieve("batch_id")
    """

    async def retrieve_counts(self, batch_id: str) -> models.BatchRetrieveCountsResponse:
        """Get one batch.

        Read how far a batch has come, and which runs it consists of.

        Args:
            batch_id: ID of the batch, with the prefix `batch_`.

        Returns:
            The batch.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such batch.
        """
        return await self._call(operations.RETRIEVE_COUNTS, {"batch_id": batch_id})

    async def results(self, batch_id: str) -> models.BatchResultsResponse:
        """Get a batch's results.

        Read the results of a batch's finished runs, failed ones too; a run that is still going is
        left out. An unknown batch gives 404.

        Args:
            batch_id: ID of the batch, with the prefix `batch_`.

        Returns:
            The results so far.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such batch.
        """
        return await self._call(operations.RESULTS, {"batch_id": batch_id})

    async def trigger(
        self,
        items: Sequence[
            models.BatchTriggerTaskRequestBodyItem | params.BatchTriggerTaskRequestBodyItemParam
        ]
        | models.BatchTriggerTaskRequestBodyItem
        | params.BatchTriggerTaskRequestBodyItemParam,
    ) -> models.BatchTriggerResponse:
        """Start many tasks.

        Start runs of several tasks in one batch: at most 1,000 payloads, or 500 before SDK 4.3.1.

        Args:
            items: One task, payload and options for each run.

        Returns:
            The batch is accepted.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such task.
        """
        return await self._call(operations.TRIGGER, {}, {"items": items})

    async def retrieve(self, batch_id: str) -> models.Batch:
        """Retrieve a batch.

        Return a batch with the IDs of its runs, and what went wrong while it was filled.

        Args:
            batch_id: ID of the batch, with the prefix `batch_`.

        Returns:
            The batch.
        """
        return await self._call(operations.RETRIEVE, {"batch_id": batch_id})

    async def create(
        self,
        run_count: int,
        *,
        idempotency_key: str | Unset = UNSET,
        parent_run_id: str | Unset = UNSET,
        task_identifiers: Sequence[str] | str | Unset = UNSET,
    ) -> models.CreatedBatch:
        """Create a batch.

        Create a batch that is filled by a second call, which takes its items.

        Args:
            run_count: How many items the batch will have. At least 1.
            idempotency_key: Key that makes a repeated call harmless. At most 2048 characters.
            parent_run_id: ID of the run that the batch belongs to.
            task_identifiers: The tasks that it will trigger. At least 1 item.

        Returns:
            The batch is there, and open.
        """
        return await self._call(
            operations.CREATE,
            {},
            {
                "runCount": run_count,
                "idempotencyKey": idempotency_key,
                "parentRunId": parent_run_id,
                "taskIdentifiers": task_identifiers,
            },
        )

    async def add_items(
        self,
        batch_id: str,
        body: Sequence[models.BatchItem | params.BatchItemParam]
        | models.BatchItem
        | params.BatchItemParam,
    ) -> models.AddedBatchItems:
        """Fill a batch.

        Add its items to a batch, one JSON text on each line. The batch is sealed when all of them
        are there; an item with the index of another is the same, so that the call may be repeated.

        Args:
            batch_id: ID of the batch, with the prefix `batch_`.
            body: What to send.

        Returns:
            The items are taken.
        """
        return await self._call(operations.ADD_ITEMS, {"batch_id": batch_id}, body)
