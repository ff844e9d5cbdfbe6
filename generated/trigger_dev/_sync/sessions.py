# Derived from _async/sessions.py. DO NOT EDIT: it is made anew.
"""The operations on sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from .. import models, params
from .._operations import sessions as operations
from .._runtime.flattening import whole_or_properties
from .._runtime.unset import UNSET, Unset
from .pager import Pager
from .resource import Resource


class Sessions(Resource):
    """The operations on sessions.

    Example:

        for session in client.sessions.list():
            print(session)
    """

    def list(
        self,
        *,
        after: str | None = None,
        before: str | None = None,
        size: int | None = None,
        created_at: models.SessionsFilterCreatedAt
        | params.SessionsFilterCreatedAtParam
        | None = None,
        created_at_from: dt.datetime | str | None = None,
        created_at_period: str | None = None,
        created_at_to: dt.datetime | str | None = None,
        external_id: str | None = None,
        status: Sequence[params.SessionsFilterStatusParam]
        | params.SessionsFilterStatusParam
        | None = None,
        tags: Sequence[str] | str | None = None,
        task_identifier: Sequence[str] | str | None = None,
        type: Sequence[str] | str | None = None,
    ) -> Pager[models.SessionObject]:
        """List the environment's sessions.

        List the environment's sessions from newest to oldest; filters narrow them by type, tags,
        task, external ID, status and creation time. Cursor pagination goes through `page[after]`
        and `page[before]`. Rows leave out `triggerConfig`, which only a single session shows.

        Args:
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            before: The cursor `pagination.previous` of the page behind; it is opaque, and no
                ID.
            size: Sessions on a page, 100 at most. 1 to 100; default 20.
            created_at: When the session was created.
            created_at_from: Earliest creation time.
            created_at_period: A time span up to now, such as `1d` or `12h`; `from` and `to`
                narrow it further.
            created_at_to: Latest creation time.
            external_id: Only the session with precisely this `externalId`.
            status: States to keep. One of 'ACTIVE', 'CLOSED', 'EXPIRED'.
            tags: Tags to look for.
            task_identifier: Tasks whose sessions to keep.
            type: Types to keep, such as `chat.agent`.

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
                    "createdAt": whole_or_properties(
                        "created_at",
                        created_at,
                        {"from": created_at_from, "period": created_at_period, "to": created_at_to},
                    ),
                    "externalId": external_id,
                    "status": status,
                    "tags": tags,
                    "taskIdentifier": task_identifier,
                    "type": type,
                },
            },
        )

    def create(
        self,
        *,
        type: str,
        task_identifier: str,
        trigger_config: models.SessionTriggerConfig | params.SessionTriggerConfigParam,
        expires_at: dt.datetime | str | Unset = UNSET,
        external_id: str | Unset = UNSET,
        metadata: Mapping[str, Any] | Unset = UNSET,
        tags: Sequence[str] | str | Unset = UNSET,
    ) -> models.CreatedSessionResponseBody:
        """Open a session.

        Open a session and start its first run, both or neither. A session is the lasting identity
        of a two-way record stream (channels `.in` and `.out`) that outlives the runs which serve
        it. The `externalId` is an idempotency key within the environment: if a session with it is
        open, that one comes back with `isCached: true` and 200 in place of 201; if it is closed or
        expired, the answer is 409. Needs a secret key; a public token serves too if its
        `write:sessions` scope covers this session.

        Args:
            type: What the session is for, such as `chat.agent`; any text will do. 1 to 64
                characters.
            task_identifier: Task that the session runs. 1 to 128 characters.
            trigger_config: How a session starts each of its runs: `basePayload` is merged into
                every payload, and the rest are trigger options.
            expires_at: Time at which the session expires.
            external_id: Your own ID for the session, one of a kind in the environment. It may
                not begin with `session_`. An open session with it is returned as it is; a closed or
                expired one gives 409. 1 to 256 characters.
            metadata: Any JSON object to keep with the session.
            tags: Tags of the session in the dashboard, 10 at most. At most 10 items.

        Returns:
            The session that is already open under this `externalId`, with `isCached: true`.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            ConflictError: 409: The `externalId` belongs to a closed or expired session, which
                stays closed.
            UnprocessableEntityError: 422: A field is not valid: for example, a body over 32KB,
                or an `externalId` that begins with `session_`.
        """
        return self._call(
            operations.CREATE,
            {},
            {
                "type": type,
                "taskIdentifier": task_identifier,
                "triggerConfig": trigger_config,
                "expiresAt": expires_at,
                "externalId": external_id,
                "metadata": metadata,
                "tags": tags,
            },
        )

    def start(
        self,
        *,
        type: str,
        task_identifier: str,
        trigger_config: models.SessionTriggerConfig | params.SessionTriggerConfigParam,
        expires_at: dt.datetime | str | Unset = UNSET,
        external_id: str | Unset = UNSET,
        metadata: Mapping[str, Any] | Unset = UNSET,
        tags: Sequence[str] | str | Unset = UNSET,
    ) -> models.CreatedSessionResponseBody:
        """Open a session.

        Open a session and start its first run, both or neither. A session is the lasting identity
        of a two-way record stream (channels `.in` and `.out`) that outlives the runs which serve
        it. The `externalId` is an idempotency key within the environment: if a session with it is
        open, that one comes back with `isCached: true` and 200 in place of 201; if it is closed or
        expired, the answer is 409. Needs a secret key; a public token serves too if its
        `write:sessions` scope covers this session.

        Args:
            type: What the session is for, such as `chat.agent`; any text will do. 1 to 64
                characters.
            task_identifier: Task that the session runs. 1 to 128 characters.
            trigger_config: How a session starts each of its runs: `basePayload` is merged into
                every payload, and the rest are trigger options.
            expires_at: Time at which the session expires.
            external_id: Your own ID for the session, one of a kind in the environment. It may
                not begin with `session_`. An open session with it is returned as it is; a closed or
                expired one gives 409. 1 to 256 characters.
            metadata: Any JSON object to keep with the session.
            tags: Tags of the session in the dashboard, 10 at most. At most 10 items.

        Returns:
            The session that is already open under this `externalId`, with `isCached: true`.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            ConflictError: 409: The `externalId` belongs to a closed or expired session, which
                stays closed.
            UnprocessableEntityError: 422: A field is not valid: for example, a body over 32KB,
                or an `externalId` that begins with `session_`.
        """
        return self._call(
            operations.CREATE,
            {},
            {
                "type": type,
                "taskIdentifier": task_identifier,
                "triggerConfig": trigger_config,
                "expiresAt": expires_at,
                "externalId": external_id,
                "metadata": metadata,
                "tags": tags,
            },
        )

    def retrieve(self, session: str) -> models.SessionObject:
        """Get one session.

        Read a session by its ID (`session_...`) or its `externalId`, with its `triggerConfig` and,
        while a run is live, its `currentRunId`.

        Args:
            session: ID of the session (`session_...`) or its `externalId`; the prefix tells
                them apart.

        Returns:
            The session.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such session.
        """
        return self._call(operations.RETRIEVE, {"session": session})

    def update(
        self,
        session: str,
        *,
        external_id: str | None | Unset = UNSET,
        metadata: Mapping[str, Any] | None | Unset = UNSET,
        tags: Sequence[str] | str | Unset = UNSET,
    ) -> models.SessionObject:
        """Change a session.

        Replace the `tags` or `metadata` of a session; `metadata: null` clears it. The `externalId`
        is fixed once set: another value, or `null`, gives 422, and the same value changes nothing.
        Needs a secret key: a session's public token is refused.

        Args:
            session: ID of the session (`session_...`) or its `externalId`; the prefix tells
                them apart.
            external_id: Fixed once set: another value, or `null`, gives 422; the same value
                changes nothing. 1 to 256 characters.
            metadata: Metadata in place of the present one; `null` clears it.
            tags: Tags in place of all present ones. At most 10 items.

        Returns:
            The session as changed.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such session.
            UnprocessableEntityError: 422: A field is not valid: for example, another
                `externalId`, or a body over 32KB.
        """
        return self._call(
            operations.UPDATE,
            {"session": session},
            {"externalId": external_id, "metadata": metadata, "tags": tags},
        )

    def close(
        self,
        session: str,
        *,
        reason: str | Unset = UNSET,
    ) -> models.SessionObject:
        """End a session.

        Close a session for good; closing it again gives the same row back. It cannot be opened
        again, and creating one with its `externalId` answers 409. Needs a secret key: a session's
        public token is refused.

        Args:
            session: ID of the session (`session_...`) or its `externalId`; the prefix tells
                them apart.
            reason: Why the session is closed; kept with it. At most 256 characters.

        Returns:
            The closed session.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such session.
        """
        return self._call(operations.CLOSE, {"session": session}, {"reason": reason})
