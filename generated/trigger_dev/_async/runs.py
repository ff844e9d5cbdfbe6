# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on runs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from .. import models, params
from .._operations import runs as operations
from .._runtime.flattening import whole_or_properties
from .._runtime.unset import UNSET, Unset
from .pager import AsyncPager
from .resource import AsyncResource

if TYPE_CHECKING:
    from .runs_bulk import AsyncRunsBulk
    from .runs_metadata import AsyncRunsMetadata
    from .runs_tags import AsyncRunsTags


class AsyncRuns(AsyncResource):
    """The operations on runs.

    Example:

        async for run in client.runs.list():
            print(run)
    """

    @cached_property
    def bulk(self) -> "AsyncRunsBulk":
        """The operations on runs bulk."""
        from .runs_bulk import AsyncRunsBulk

        return AsyncRunsBulk(self._transport)

    @cached_property
    def metadata(self) -> "AsyncRunsMetadata":
        """The operations on runs metadata."""
        from .runs_metadata import AsyncRunsMetadata

        return AsyncRunsMetadata(self._transport)

    @cached_property
    def tags(self) -> "AsyncRunsTags":
        """The operations on runs tags."""
        from .runs_tags import AsyncRunsTags

        return AsyncRunsTags(self._transport)

    def list_for_project(
        self,
        project_ref: str,
        *,
        after: str | None = None,
        before: str | None = None,
        size: int | None = None,
        batch: str | None = None,
        bulk_action: str | None = None,
        created_at: models.CommonRunsFilterCreatedAt
        | params.CommonRunsFilterCreatedAtParam
        | None = None,
        created_at_from: dt.datetime | str | None = None,
        created_at_period: str | None = None,
        created_at_to: dt.datetime | str | None = None,
        env: Sequence[params.EnvParam] | params.EnvParam | None = None,
        error: str | None = None,
        is_test: bool | None = None,
        machine: Sequence[str] | str | None = None,
        queue: Sequence[str] | str | None = None,
        region: Sequence[str] | str | None = None,
        schedule: str | None = None,
        status: Sequence[params.RunStatusParam] | params.RunStatusParam | None = None,
        tag: Sequence[str] | str | None = None,
        task_identifier: Sequence[str] | str | None = None,
        version: Sequence[str] | str | None = None,
    ) -> AsyncPager[models.ListRunItem]:
        """List a project's runs.

        The runs that fit the filter. Without a time filter only those of the last 7 days are
        listed: give `filter[createdAt][from]` or `filter[createdAt][period]` for older ones.

        Args:
            project_ref: Reference of the project from its settings page, with the prefix
                `proj_`.
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            before: The cursor `pagination.previous` of the page behind; it is opaque, and no
                ID.
            size: Runs on a page, 100 at most. 1 to 100; default 25.
            batch: ID of the batch that the runs belong to.
            bulk_action: Only runs that this bulk action touched, such as `bulk_1234`.
            created_at: When the run was created.
            created_at_from: Earliest creation time.
            created_at_period: A time span up to now, such as `1d` or `12h`; where it is given,
                `from` and `to` do not count.
            created_at_to: Latest creation time.
            env: Environments whose runs to keep. One of 'dev', 'staging', 'prod'.
            error: Only runs in this error group, with the prefix `error_`.
            is_test: Only test runs, or only the others.
            machine: Machine presets that the runs use.
            queue: Queues that the runs wait in; the name of a queue is bare, that of a task's
                own queue `task/<id>`.
            region: Regions that the runs execute in.
            schedule: Only runs that this schedule started.
            status: States to keep. One of 'PENDING_VERSION', 'DELAYED', 'QUEUED', 'DEQUEUED',
                'EXECUTING', 'WAITING', 'COMPLETED', 'CANCELED', 'FAILED', 'CRASHED',
                'SYSTEM_FAILURE', 'EXPIRED', 'TIMED_OUT'.
            tag: Tags to look for.
            task_identifier: Tasks whose runs to keep.
            version: Worker versions whose runs to keep.

        Returns:
            The pages of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to
            'page[before]'. Iterating gives all items; nothing is sent before.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(
            operations.LIST_FOR_PROJECT,
            {
                "project_ref": project_ref,
                "page": {"after": after, "before": before, "size": size},
                "filter": {
                    "batch": batch,
                    "bulkAction": bulk_action,
                    "createdAt": whole_or_properties(
                        "created_at",
                        created_at,
                        {"from": created_at_from, "period": created_at_period, "to": created_at_to},
                    ),
                    "env": env,
                    "error": error,
                    "isTest": is_test,
                    "machine": machine,
                    "queue": queue,
                    "region": region,
                    "schedule": schedule,
                    "status": status,
                    "tag": tag,
                    "taskIdentifier": task_identifier,
                    "version": version,
                },
            },
        )

    def list(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        size: int | None = None,
        batch: str | None = None,
        bulk_action: str | None = None,
        created_at: models.CommonRunsFilterCreatedAt
        | params.CommonRunsFilterCreatedAtParam
        | None = None,
        created_at_from: dt.datetime | str | None = None,
        created_at_period: str | None = None,
        created_at_to: dt.datetime | str | None = None,
        error: str | None = None,
        is_test: bool | None = None,
        machine: Sequence[str] | str | None = None,
        queue: Sequence[str] | str | None = None,
        region: Sequence[str] | str | None = None,
        schedule: str | None = None,
        status: Sequence[params.RunStatusParam] | params.RunStatusParam | None = None,
        tag: Sequence[str] | str | None = None,
        task_identifier: Sequence[str] | str | None = None,
        version: Sequence[str] | str | None = None,
    ) -> AsyncPager[models.ListRunItem]:
        """List the environment's runs.

        The runs that fit the filter. Without a time filter only those of the last 7 days are
        listed: give `filter[createdAt][from]` or `filter[createdAt][period]` for older ones.

        Args:
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            before: The cursor `pagination.previous` of the page behind; it is opaque, and no
                ID.
            size: Runs on a page, 100 at most. 1 to 100; default 25.
            batch: ID of the batch that the runs belong to.
            bulk_action: Only runs that this bulk action touched, such as `bulk_1234`.
            created_at: When the run was created.
            created_at_from: Earliest creation time.
            created_at_period: A time span up to now, such as `1d` or `12h`; where it is given,
                `from` and `to` do not count.
            created_at_to: Latest creation time.
            error: Only runs in this error group, with the prefix `error_`.
            is_test: Only test runs, or only the others.
            machine: Machine presets that the runs use.
            queue: Queues that the runs wait in; the name of a queue is bare, that of a task's
                own queue `task/<id>`.
            region: Regions that the runs execute in.
            schedule: Only runs that this schedule started.
            status: States to keep. One of 'PENDING_VERSION', 'DELAYED', 'QUEUED', 'DEQUEUED',
                'EXECUTING', 'WAITING', 'COMPLETED', 'CANCELED', 'FAILED', 'CRASHED',
                'SYSTEM_FAILURE', 'EXPIRED', 'TIMED_OUT'.
            tag: Tags to look for.
            task_identifier: Tasks whose runs to keep.
            version: Worker versions whose runs to keep.

        Returns:
            The pages of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to
            'page[before]'. Iterating gives all items; nothing is sent before.

        Raises:
            BadRequestError: 400: A filter or page parameter is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(
            operations.LIST,
            {
                "page": {"after": after, "before": before, "size": size},
                "filter": {
                    "batch": batch,
                    "bulkAction": bulk_action,
                    "createdAt": whole_or_properties(
                        "created_at",
                        created_at,
                        {"from": created_at_from, "period": created_at_period, "to": created_at_to},
                    ),
                    "error": error,
                    "isTest": is_test,
                    "machine": machine,
                    "queue": queue,
                    "region": region,
                    "schedule": schedule,
                    "status": status,
                    "tag": tag,
                    "taskIdentifier": task_identifier,
                    "version": version,
                },
            },
        )

    async def events(self, run_id: str) -> models.RunEventsResponse:
        """Get a run's events.

        List every OpenTelemetry span event that a run recorded, to debug or observe it.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The run's span events.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.EVENTS, {"run_id": run_id})

    async def replay(self, run_id: str) -> models.RunReplayResponse:
        """Run again.

        Start a new run that repeats an earlier one, payload and options included.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The replay has started.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.REPLAY, {"run_id": run_id})

    async def reschedule(
        self,
        run_id: str,
        *,
        delay: str | dt.datetime | Unset = UNSET,
    ) -> models.RetrieveRunResponse:
        """Change a run's delay.

        Give a run that is still `DELAYED` a new delay.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.
            delay: How long to delay the run, or until when.

        Returns:
            The run with its new delay.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.RESCHEDULE, {"run_id": run_id}, {"delay": delay})

    async def result(self, run_id: str) -> models.RunResult:
        """Get a run's result.

        Read what a finished run returned or threw; the answer is 404 for a run that is unknown or
        still going.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The result of the run.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: The run is unknown or still going.
        """
        return await self._call(operations.RESULT, {"run_id": run_id})

    async def trace(self, run_id: str) -> models.RunTraceResponse:
        """Get a run's trace.

        Read the part of the OpenTelemetry trace that belongs to one run: its own span as
        `rootSpan`, the spans above it and all those below it. A child run gives its own part only.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The run's part of the trace.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.TRACE, {"run_id": run_id})

    async def cancel(self, run_id: str) -> models.RunCancelResponse:
        """Stop a run.

        Stop a run that has not ended; one that has ended is left as it is.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The run was stopped, or had ended before.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.CANCEL, {"run_id": run_id})

    async def retrieve(self, run_id: str) -> models.RetrieveRunResponse:
        """Get one run.

        Read a run with its payload, output and attempts; a Public API key gets neither payload nor
        output.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The run.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.RETRIEVE, {"run_id": run_id})

    async def poll(
        self,
        run_id: str,
        *,
        interval: float = 1.0,
        timeout: float | None = None,
    ) -> models.RetrieveRunResponse:
        """Get one run.

        Read a run with its payload, output and attempts; a Public API key gets neither payload nor
        output.

        Asks again until `isCompleted` is True.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.
            interval: Seconds between an answer and the next call; 1, unless given.
            timeout: Seconds after which to give up; None, which is usual, for never.

        Returns:
            The run.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
            PollTimeoutError: It is not final in time.
        """
        return await self._poll(
            operations.RETRIEVE, {"run_id": run_id}, interval=interval, timeout=timeout
        )
