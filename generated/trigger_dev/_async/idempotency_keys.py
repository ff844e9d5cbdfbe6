# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on idempotency keys."""

from __future__ import annotations

from .. import models
from .._operations import idempotency_keys as operations
from .resource import AsyncResource


class AsyncIdempotencyKeys(AsyncResource):
    """The operations on idempotency keys.

    Example:

        result = await client.idempotency_keys.reset("key", "task_identifier")
    """

    async def reset(self, key: str, task_identifier: str) -> models.ResetIdempotencyKey:
        """Reset an idempotency key.

        Forget the run that an idempotency key stands for, so that it can be used again.

        Args:
            key: The idempotency key.
            task_identifier: The task that was triggered with the key.

        Returns:
            The key is free.
        """
        return await self._call(operations.RESET, {"key": key}, {"taskIdentifier": task_identifier})
