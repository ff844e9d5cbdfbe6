# Derived from _async/errors.py. DO NOT EDIT: it is made anew.
"""The operations on errors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from .. import models, params
from .._operations import errors as operations
from .._runtime.unset import UNSET, Unset
from .pager import Pager
from .resource import Resource


class Errors(Resource):
    """The operations on errors.

    Example:

        for error in client.errors.list():
            print(error)
    """

    def list(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        size: int | None = None,
        from_: dt.datetime | str | None = None,
        period: str | None = None,
        search: str | None = None,
        status: Sequence[params.ErrorListItemStatusParam]
        | params.ErrorListItemStatusParam
        | None = None,
        task_identifier: Sequence[str] | str | None = None,
        to: dt.datetime | str | None = None,
        version: Sequence[str] | str | None = None,
    ) -> Pager[models.ErrorListItem]:
        """List the environment's error groups.

        List the error groups of one environment. A group holds failed runs with one fingerprint,
        which is made from the stack trace, message and type of the error. Filters narrow them by
        task, version, status, text and time.

        Args:
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            before: The cursor `pagination.previous` of the page behind; it is opaque, and no
                ID.
            size: Error groups on a page, 100 at most. 1 to 100; default 25.
            from_: Counts occurrences from here on.
            period: Counts occurrences this recent, such as `7d`.
            search: Words to find in an error's type or message.
            status: States to keep. One of 'unresolved', 'resolved', 'ignored'.
            task_identifier: Tasks whose errors to keep.
            to: Counts occurrences up to here.
            version: Worker versions whose errors to keep.

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
                    "from": from_,
                    "period": period,
                    "search": search,
                    "status": status,
                    "taskIdentifier": task_identifier,
                    "to": to,
                    "version": version,
                },
            },
        )

    def retrieve(self, error_id: str) -> models.ErrorObject:
        """Get one error group.

        Read an error group, where it stands and which worker versions it has hit.

        Args:
            error_id: ID of the error group, with the prefix `error_`.

        Returns:
            The error group.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such error group.
        """
        return self._call(operations.RETRIEVE, {"error_id": error_id})

    def ignore(
        self,
        error_id: str,
        *,
        duration: int | Unset = UNSET,
        occurrence_rate: float | Unset = UNSET,
        reason: str | Unset = UNSET,
        total_occurrences: int | Unset = UNSET,
    ) -> models.ErrorObject:
        """Mute an error group.

        Silence an error group: for a `duration`, until a threshold brings it back, or both. Needs a
        JSON body: `{}` silences it without end.

        Args:
            error_id: ID of the error group, with the prefix `error_`.
            duration: Time to ignore it, in milliseconds.
            occurrence_rate: Brings it back above this many occurrences a minute.
            reason: Why it is ignored, in plain words.
            total_occurrences: Brings it back after this many more occurrences.

        Returns:
            The error group, now ignored.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such error group.
        """
        return self._call(
            operations.IGNORE,
            {"error_id": error_id},
            {
                "duration": duration,
                "occurrenceRate": occurrence_rate,
                "reason": reason,
                "totalOccurrences": total_occurrences,
            },
        )

    def resolve(
        self,
        error_id: str,
        *,
        resolved_in_version: str | Unset = UNSET,
    ) -> models.ErrorObject:
        """Resolve an error group.

        Call an error group resolved, and say by which worker version if you like. Needs a JSON
        body: `{}` at least.

        Args:
            error_id: ID of the error group, with the prefix `error_`.
            resolved_in_version: Worker version that resolves it, such as "20240101.1".

        Returns:
            The error group, now resolved.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such error group.
        """
        return self._call(
            operations.RESOLVE, {"error_id": error_id}, {"resolvedInVersion": resolved_in_version}
        )

    def unresolve(self, error_id: str) -> models.ErrorObject:
        """Reopen an error group.

        Set an error group that was resolved or ignored back to `unresolved`.

        Args:
            error_id: ID of the error group, with the prefix `error_`.

        Returns:
            The error group, unresolved again.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such error group.
        """
        return self._call(operations.UNRESOLVE, {"error_id": error_id})
