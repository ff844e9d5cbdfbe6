# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on queues."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models, params
from .._operations import queues as operations
from .._runtime.unset import UNSET, Unset
from .pager import AsyncPager
from .resource import AsyncResource

if TYPE_CHECKING:
    from .queues_concurrency import AsyncQueuesConcurrency


class AsyncQueues(AsyncResource):
    """The operations on queues."""

    @cached_property
    def concurrency(self) -> "AsyncQueuesConcurrency":
        """The operations on queues concurrency."""
        from .queues_concurrency import AsyncQueuesConcurrency

        return AsyncQueuesConcurrency(self._transport)

    def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
    ) -> AsyncPager[models.QueueObject]:
        """List the environment's queues.

        List the environment's queues, a numbered page at a time.

        Args:
            page: Number of the page to read, from 1.
            per_page: How many queues a page holds.

        Returns:
            The pages of 'data' by number: 'page' up to 'pagination.totalPages'. Nothing is sent
            before the first of them is asked for; iterating gives all items.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(operations.LIST, {"page": page, "per_page": per_page})

    async def retrieve(
        self,
        queue_param: str,
        *,
        type: params.QueueRetrieveTypeParam | None = None,
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
        return await self._call(operations.RETRIEVE, {"queue_param": queue_param, "type": type})

    async def pause(
        self,
        queue_param: str,
        action: params.QueuePauseActionParam,
        *,
        type: params.QueueRetrieveTypeParam | Unset = UNSET,
    ) -> models.QueueObject:
        """Stop or restart a queue.

        Pause a queue, so that it starts no run, or resume it; runs under way go on to their end.

        Args:
            queue_param: ID of the queue, such as `queue_1234`; with `type` in the body, a name
                instead.
            action: What to do with the queue.
            type: What `queueParam` is: `id`, a queue's ID (the default); `task`, a task's ID,
                for the task's own queue; `custom`, the name of a custom queue. Default "id".

        Returns:
            The queue, paused or resumed.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such queue.
        """
        return await self._call(
            operations.PAUSE, {"queue_param": queue_param}, {"action": action, "type": type}
        )
