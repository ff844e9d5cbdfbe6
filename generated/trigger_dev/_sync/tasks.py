# Derived from _async/tasks.py. DO NOT EDIT: it is made anew.
"""The operations on tasks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .. import models, params
from .._operations import tasks as operations
from .._runtime.unset import UNSET, Unset
from .resource import Resource


class Tasks(Resource):
    """The operations on tasks.

    Example:

        result = client.tasks.trigger("task_identifier")
    """

    def batch_trigger(
        self,
        task_identifier: str,
        items: Sequence[models.TriggerTaskRequestBody | params.TriggerTaskRequestBodyParam]
        | models.TriggerTaskRequestBody
        | params.TriggerTaskRequestBodyParam,
    ) -> models.BatchTriggerTaskResponse:
        """Start one task many times.

        Start one run of the same task for each payload, at most 1,000 at a time.

        Args:
            task_identifier: ID of a task, such as `my-task`.
            items: One payload and its options for each run, 1,000 at most. At most 1000 items.

        Returns:
            The batch has been queued.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such task.
        """
        return self._call(
            operations.BATCH_TRIGGER, {"task_identifier": task_identifier}, {"items": items}
        )

    def trigger(
        self,
        task_identifier: str,
        payload: Any | Unset = UNSET,
        options: models.TriggerTaskRequestBodyOptions
        | params.TriggerTaskRequestBodyOptionsParam
        | Unset = UNSET,
        *,
        context: Any | Unset = UNSET,
    ) -> models.TriggerTaskResponse:
        """Start a task.

        Start one run of a task.

        Args:
            task_identifier: ID of a task, such as `my-task`.
            payload: Payload for the task: any JSON value.
            options: How to run it.
            context: Context for the task: any JSON value.

        Returns:
            The run has been queued.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such task.
        """
        return self._call(
            operations.TRIGGER,
            {"task_identifier": task_identifier},
            {"context": context, "options": options, "payload": payload},
        )
