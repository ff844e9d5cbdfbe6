# Derived from _async/batches.py. DO NOT EDIT: it is made anew.
"""The operations on batches."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import models
from .._operations import batches as operations
from .resource import Resource

if TYPE_CHECKING:
    from .batches_results import BatchesResults


class Batches(Resource):
    """The operations on batches."""

    @cached_property
    def results(self) -> "BatchesResults":
        """The operations on batches results."""
        from .batches_results import BatchesResults

        return BatchesResults(self._transport)

    def retrieve(
        self,
        batch_id: str,
    ) -> models.BatchRetrieveResponse:
        """Get one batch.

        Read how far a batch has come, and which runs it consists of.

        Args:
            batch_id: ID of the batch, with the prefix `batch_`.

        Returns:
            The batch.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such batch.
        """
        return self._call(operations.RETRIEVE, {"batch_id": batch_id})
