# Derived from _async/queues.py. DO NOT EDIT: it is made anew.
"""The operations on queues."""

from __future__ import annotations

from typing import overload

from .. import models, params
from .._operations import queues as operations
from .._runtime.bodies import whole_or_variant
from .._runtime.unset import UNSET, Unset
from .pager import Pager
from .resource import Resource


class Queues(Resource):
    """The operations on queues.

    Example:

        for queue in client.queues.list():
            print(queue)
    """

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Pager[models.QueueObject]:
        """List the environment's queues.

        List the environment's queues, a numbered page at a time.

        Args:
            page: Number of the page to read, from 1.
            per_page: How many queues a page holds.

        Returns:
            The pages of 'data' by number: 'page' up to 'pagination.totalPages'. Iterating gives all
            items; nothing is sent before.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(operations.LIST, {"page": page, "per_page": per_page})

    def retrieve(
        self,
        queue_param: str,
        *,
        type: params.QueueTypeParam | None = None,
    ) -> models.QueueObject:
        """Get one queue.

        Read a queue, found by its ID or by its type and name.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type`, a name instead.
            type: What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID,
                for the task's own queue; `custom`, the name of a custom queue. Default "id".

        Returns:
            The queue.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return self._call(operations.RETRIEVE, {"queue_param": queue_param, "type": type})

    @overload
    def override_concurrency_limit(
        self,
        queue_param: str,
        *,
        concurrency_limit: int,
        type: params.QueueTypeParam | Unset = UNSET,
    ) -> models.QueueObject: ...
    @overload
    def override_concurrency_limit(
        self,
        queue_param: str,
        *,
        percent: float,
        type: params.QueueTypeParam | Unset = UNSET,
    ) -> models.QueueObject: ...
    @overload
    def override_concurrency_limit(
        self,
        queue_param: str,
        body: models.QueueOverrideConcurrencyLimitByNumber
        | params.QueueOverrideConcurrencyLimitByNumberParam
        | models.ByPercentage
        | params.ByPercentageParam,
    ) -> models.QueueObject: ...
    def override_concurrency_limit(
        self,
        queue_param: str,
        body: models.QueueOverrideConcurrencyLimitByNumber
        | params.QueueOverrideConcurrencyLimitByNumberParam
        | models.ByPercentage
        | params.ByPercentageParam
        | Unset = UNSET,
        *,
        concurrency_limit: int | Unset = UNSET,
        type: params.QueueTypeParam | Unset = UNSET,
        percent: float | Unset = UNSET,
    ) -> models.QueueObject:
        """Set a queue's concurrency limit.

        Set how many runs a queue may have at once, over what its code says; for instance, to scale
        for a while.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type` in the body, a name
                instead.
            body: What to send.
            concurrency_limit: How many runs of the queue may execute at once. 0 to 100000.
            type: What the path has - the queue's ID, a task's ID, or the name of a queue of
                your own. Default "id". One of 'id', 'task', 'custom'.
            percent: Which part of the environment's concurrency the queue may have. 0 to 100.

        Returns:
            The queue with its new limit.

        Raises:
            BadRequestError: 400: A field is not valid, or the limit is above the environment's
                maximum.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return self._call(
            operations.OVERRIDE_CONCURRENCY_LIMIT,
            {"queue_param": queue_param},
            whole_or_variant(
                body,
                {"concurrencyLimit": concurrency_limit, "type": type, "percent": percent},
                named=(("concurrencyLimit", "concurrency_limit"),),
            ),
        )

    def reset_concurrency_limit(
        self,
        queue_param: str,
        *,
        type: params.QueueTypeParam | Unset = UNSET,
    ) -> models.QueueObject:
        """Undo a queue's concurrency limit.

        Give a queue back the concurrency limit that its code sets.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type` in the body, a name
                instead.
            type: What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID,
                for the task's own queue; `custom`, the name of a custom queue. Default "id".

        Returns:
            The queue with its own limit.

        Raises:
            BadRequestError: 400: The limit was not overridden, or a field is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return self._call(
            operations.RESET_CONCURRENCY_LIMIT, {"queue_param": queue_param}, {"type": type}
        )

    def pause(
        self,
        queue_param: str,
        *,
        type: params.QueueTypeParam | Unset = UNSET,
    ) -> models.QueueObject:
        """Stop or restart a queue.

        Pause a queue, so that it starts no run, or resume it; runs under way go on to their end.

        Always sends `action`: 'pause'.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type` in the body, a name
                instead.
            type: What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID,
                for the task's own queue; `custom`, the name of a custom queue. Default "id".

        Returns:
            The queue, paused or resumed.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return self._call(
            operations.PAUSE, {"queue_param": queue_param}, {"action": "pause", "type": type}
        )

    def resume(
        self,
        queue_param: str,
        *,
        type: params.QueueTypeParam | Unset = UNSET,
    ) -> models.QueueObject:
        """Stop or restart a queue.

        Pause a queue, so that it starts no run, or resume it; runs under way go on to their end.

        Always sends `action`: 'resume'.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type` in the body, a name
                instead.
            type: What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID,
                for the task's own queue; `custom`, the name of a custom queue. Default "id".

        Returns:
            The queue, paused or resumed.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return self._call(
            operations.PAUSE, {"queue_param": queue_param}, {"action": "resume", "type": type}
        )
