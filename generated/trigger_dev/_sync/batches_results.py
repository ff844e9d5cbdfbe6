# Derived from _async/batches_results.py. DO NOT EDIT: it is made anew.
"""The operations on batches results."""

from __future__ import annotations

from .. import models
from .._operations import batches_results as operations
from .resource import Resource


class BatchesResults(Resource):
    """The operations on batches results."""

    def list(
        self,
        batch_id: str,
    ) -> models.BatchResultListResponse:
        """Get a batch's results.

        Read the results of a batch's finished runs, failed ones too; a run that is still going is
        left out. An unknown batch gives 404.

        Args:
            batch_id: ID of the batch, with the prefix `batch_`.

        Returns:
            The results so far.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such batch.
        """
        return self._call(operations.LIST, {"batch_id": batch_id})
