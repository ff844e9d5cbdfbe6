# Derived from _async/runs_tags.py. DO NOT EDIT: it is made anew.
"""The operations on runs tags."""

from __future__ import annotations

from collections.abc import Sequence

from .. import models
from .._operations import runs_tags as operations
from .resource import Resource


class RunsTags(Resource):
    """The operations on runs tags.

    Example:

        result = client.runs.tags.add("run_id", "tags")
    """

    def add(self, run_id: str, tags: str | Sequence[str]) -> models.RunTagAddResponse:
        """Tag a run.

        Add tags to a run, which holds 10 at most; a tag that it already has is skipped.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.
            tags: One tag or several; a run holds 10 at most.

        Returns:
            The tags were added.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            UnprocessableEntityError: 422: The run would have more than 10 tags.
        """
        return self._call(operations.ADD, {"run_id": run_id}, {"tags": tags})
