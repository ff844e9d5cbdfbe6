# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on queues concurrency."""

from __future__ import annotations

from .. import models, params
from .._operations import queues_concurrency as operations
from .._runtime.unset import UNSET, Unset
from .resource import AsyncResource


class AsyncQueuesConcurrency(AsyncResource):
    """The operations on queues concurrency."""

    async def override(
        self,
        queue_param: str,
        concurrency_limit: int,
        *,
        type: params.QueueRetrieveTypeParam | Unset = UNSET,
    ) -> models.QueueObject:
        """Set a queue's concurrency limit.

        Set how many runs a queue may have at once, over what its code says; for instance, to scale
        for a while.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type` in the body, a name
                instead.
            concurrency_limit: Limit to set. One above the environment's own maximum is refused
                with 400, never lowered to it. 0 to 100000.
            type: What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID,
                for the task's own queue; `custom`, the name of a custom queue. Default "id".

        Returns:
            The queue with its new limit.

        Raises:
            BadRequestError: 400: A field is not valid, or the limit is above the environment's
                maximum.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return await self._call(
            operations.OVERRIDE,
            {"queue_param": queue_param},
            {"concurrencyLimit": concurrency_limit, "type": type},
        )

    async def reset(
        self,
        queue_param: str,
        *,
        type: params.QueueRetrieveTypeParam | Unset = UNSET,
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
        return await self._call(operations.RESET, {"queue_param": queue_param}, {"type": type})
