# Derived from _async/deployments_latest.py. DO NOT EDIT: it is made anew.
"""The operations on deployments latest."""

from __future__ import annotations

from .. import models
from .._operations import deployments_latest as operations
from .resource import Resource


class DeploymentsLatest(Resource):
    """The operations on deployments latest."""

    def get(
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
        return self._call(operations.GET, {})
