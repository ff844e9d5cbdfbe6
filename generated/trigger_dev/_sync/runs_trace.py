# Derived from _async/runs_trace.py. DO NOT EDIT: it is made anew.
"""The operations on runs trace."""

from __future__ import annotations

from .. import models
from .._operations import runs_trace as operations
from .resource import Resource


class RunsTrace(Resource):
    """The operations on runs trace."""

    def get(
        self,
        run_id: str,
    ) -> models.RunTraceGetResponse:
        """Get a run's trace.

        Read the part of the OpenTelemetry trace that belongs to one run: its own span as
        `rootSpan`, the spans above it and all those below it. A child run gives its own part only.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.

        Returns:
            The run's part of the trace.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return self._call(operations.GET, {"run_id": run_id})
