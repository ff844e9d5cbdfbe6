# Derived from _async/schedules.py. DO NOT EDIT: it is made anew.
"""The operations on schedules."""

from __future__ import annotations

from .. import models
from .._operations import schedules as operations
from .._runtime.unset import UNSET, Unset
from .pager import Pager
from .resource import Resource


class Schedules(Resource):
    """The operations on schedules.

    Example:

        for schedule in client.schedules.list():
            print(schedule)
    """

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Pager[models.ScheduleObject]:
        """List the project's schedules.

        List every schedule, a numbered page at a time.

        Args:
            page: Number of the page to read.
            per_page: How many schedules a page holds.

        Returns:
            The pages of 'data' by number: 'page' up to 'pagination.totalPages'. Iterating gives all
            items; nothing is sent before.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(operations.LIST, {"page": page, "per_page": per_page})

    def create(
        self,
        *,
        task: str,
        cron: str,
        deduplication_key: str,
        external_id: str | Unset = UNSET,
        timezone: str | Unset = UNSET,
        window: str | Unset = UNSET,
    ) -> models.ScheduleObject:
        """Add a schedule.

        Add an `IMPERATIVE` schedule that triggers a task on a cron pattern.

        Args:
            task: ID of the task to trigger.
            cron: Cron expression.
            deduplication_key: Key that keeps the schedule from being made twice.
            external_id: Your own ID for the schedule, such as a user's or an organization's.
            timezone: IANA time zone in which the cron expression is read, daylight saving
                included, such as "America/New_York"; "UTC" by default.
            window: Over how long the runs are spread: a duration such as `30m` or `2h`, 24
                hours at most, or a part of the time between two runs such as `30%`.

        Returns:
            The new schedule.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: The schedule cannot be created as asked.
        """
        return self._call(
            operations.CREATE,
            {},
            {
                "task": task,
                "cron": cron,
                "deduplicationKey": deduplication_key,
                "externalId": external_id,
                "timezone": timezone,
                "window": window,
            },
        )

    def retrieve(self, schedule_id: str) -> models.ScheduleObject:
        """Get one schedule.

        Read one schedule.

        Args:
            schedule_id: ID of the schedule to read, such as `sched_1234`.

        Returns:
            The schedule.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such schedule.
        """
        return self._call(operations.RETRIEVE, {"schedule_id": schedule_id})

    def update(
        self,
        schedule_id: str,
        *,
        task: str,
        cron: str,
        external_id: str | Unset = UNSET,
        timezone: str | Unset = UNSET,
        window: str | Unset = UNSET,
    ) -> models.ScheduleObject:
        """Change a schedule.

        Replace the settings of a schedule. Only `IMPERATIVE` ones qualify: those from the
        dashboard, or from SDK calls such as `schedules.create()`.

        Args:
            schedule_id: ID of the schedule to change.
            task: ID of the task to trigger.
            cron: Cron expression.
            external_id: Your own ID for the schedule, such as a user's or an organization's.
            timezone: IANA time zone in which the cron expression is read, daylight saving
                included, such as "America/New_York"; "UTC" by default.
            window: Over how long the runs are spread: a duration such as `30m` or `2h`, 24
                hours at most, or a part of the time between two runs such as `30%`.

        Returns:
            The schedule as changed.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such schedule.
            UnprocessableEntityError: 422: The schedule cannot be changed as asked.
        """
        return self._call(
            operations.UPDATE,
            {"schedule_id": schedule_id},
            {
                "task": task,
                "cron": cron,
                "externalId": external_id,
                "timezone": timezone,
                "window": window,
            },
        )

    def delete(self, schedule_id: str) -> models.ScheduleDeleteResponse:
        """Remove a schedule.

        Remove a schedule. Only `IMPERATIVE` ones qualify: those from the dashboard, or from SDK
        calls such as `schedules.create()`.

        Args:
            schedule_id: ID of the schedule to remove.

        Returns:
            The schedule is gone.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such schedule.
        """
        return self._call(operations.DELETE, {"schedule_id": schedule_id})

    def activate(self, schedule_id: str) -> models.ScheduleObject:
        """Switch a schedule on.

        Let a schedule trigger its task again. Only `IMPERATIVE` ones qualify: those from the
        dashboard, or from SDK calls such as `schedules.create()`.

        Args:
            schedule_id: ID of the schedule to switch on.

        Returns:
            The schedule, now active.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such schedule.
        """
        return self._call(operations.ACTIVATE, {"schedule_id": schedule_id})

    def deactivate(self, schedule_id: str) -> models.ScheduleObject:
        """Switch a schedule off.

        Stop a schedule from triggering its task. Only `IMPERATIVE` ones qualify: those from the
        dashboard, or from SDK calls such as `schedules.create()`.

        Args:
            schedule_id: ID of the schedule to switch off.

        Returns:
            The schedule, now inactive.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such schedule.
        """
        return self._call(operations.DEACTIVATE, {"schedule_id": schedule_id})

    def timezones(
        self,
        *,
        exclude_utc: bool | None = None,
    ) -> models.GetTimezonesResult:
        """List time zones.

        List the time zones that a schedule may use; no credential is needed.

        Args:
            exclude_utc: Whether UTC is left out of the list; false by default.

        Returns:
            The time zones.
        """
        return self._call(operations.TIMEZONES, {"exclude_utc": exclude_utc})
