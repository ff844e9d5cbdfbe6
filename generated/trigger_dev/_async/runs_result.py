# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on runs result."""

from __future__ import annotations

from .. import models
from .._operations import runs_result as operations
from .resource import AsyncResource


class AsyncRunsResult(AsyncResource):
    """The operations on runs result."""

    async def get(
        self,
        run_id: str,
    ) -> models.BatchResultListResponseItem:
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
        return await self._call(operations.GET, {"run_id": run_id})
