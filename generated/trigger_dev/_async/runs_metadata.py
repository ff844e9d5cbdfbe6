# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on runs metadata."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from .._operations import runs_metadata as operations
from .._runtime.unset import UNSET, Unset
from .resource import AsyncResource


class AsyncRunsMetadata(AsyncResource):
    """The operations on runs metadata."""

    async def update(
        self,
        run_id: str,
        *,
        metadata: Mapping[str, Any] | Unset = UNSET,
    ) -> models.RunMetadataUpdateResponse:
        """Set a run's metadata.

        Replace the metadata of a run.

        Args:
            run_id: ID of the run, with the prefix `run_`; triggering a task gives it.
            metadata: Metadata to store.

        Returns:
            The metadata was stored.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such run.
        """
        return await self._call(operations.UPDATE, {"run_id": run_id}, {"metadata": metadata})
