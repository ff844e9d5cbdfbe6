# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on deployments latest."""

from __future__ import annotations

from .. import models
from .._operations import deployments_latest as operations
from .resource import AsyncResource


class AsyncDeploymentsLatest(AsyncResource):
    """The operations on deployments latest."""

    async def get(
        self,
    ) -> models.DeploymentLatestGetResponse:
        """Get the newest deployment.

        Read the project's newest unmanaged deployment.

        Returns:
            The newest deployment.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no deployment yet.
        """
        return await self._call(operations.GET, {})
