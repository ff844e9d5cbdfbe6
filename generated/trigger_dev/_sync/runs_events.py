# Derived from _async/runs_events.py. DO NOT EDIT: it is made anew.
"""The operations on runs events."""

from __future__ import annotations

from .. import models
from .._operations import runs_events as operations
from .resource import Resource


class RunsEvents(Resource):
    """The operations on runs events."""

    def list(
        self,
        run_id: str,
    ) -> models.RunEventListResponse:
        """Get a run's events.

        List every OpenTelemetry span event that a run recorded, to debug or observe it.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The run's span events.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return self._call(operations.LIST, {"run_id": run_id})
