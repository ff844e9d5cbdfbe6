# Derived from _async/deployments.py. DO NOT EDIT: it is made anew.
"""The operations on deployments."""

from __future__ import annotations

from .. import models, params
from .._operations import deployments as operations
from .pager import Pager
from .resource import Resource


class Deployments(Resource):
    """The operations on deployments.

    Example:

        for deployment in client.deployments.list():
            print(deployment)
    """

    def list(
        self,
        *,
        after: str | None = None,
        size: int | None = None,
        status: params.DeploymentListStatusParam | None = None,
        period: str | None = None,
        from_: str | None = None,
        to: str | None = None,
    ) -> Pager[models.DeploymentListResponseData]:
        """List the environment's deployments.

        List the environment's deployments from newest to oldest, with a cursor.

        Args:
            after: The cursor `pagination.next` of the page before; it is opaque, and no ID.
            size: Deployments on a page: 20 unless told, from 5 to 100. 5 to 100; default 20.
            status: Only deployments in this state. One of 'PENDING', 'BUILDING', 'DEPLOYING',
                'DEPLOYED', 'FAILED', 'CANCELED', 'TIMED_OUT'.
            period: Only deployments made this recently, such as `1d`, `7d` or `3h`.
            from_: Only deployments made at this ISO 8601 date or later.
            to: Only deployments made at this ISO 8601 date or earlier; ignored without `from`.

        Returns:
            The pages of 'data': 'pagination.next' goes to 'page[after]'. Iterating gives all items;
            nothing is sent before.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._paginate(
            operations.LIST,
            {
                "after": after,
                "size": size,
                "status": status,
                "period": period,
                "from_": from_,
                "to": to,
            },
        )

    def retrieve_current(self) -> models.CurrentDeployment:
        """Retrieve the current deployment.

        Return the deployment that new runs have.

        Returns:
            The deployment.
        """
        return self._call(operations.RETRIEVE_CURRENT, {})

    def retrieve_latest(self) -> models.DeploymentRetrieveLatestResponse:
        """Get the newest deployment.

        Read the project's newest unmanaged deployment.

        Returns:
            The newest deployment.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no deployment yet.
        """
        return self._call(operations.RETRIEVE_LATEST, {})

    def retrieve(self, deployment_id: str) -> models.DeploymentRetrieveResponse:
        """Get one deployment.

        Read one deployment and, where there is one, its worker.

        Args:
            deployment_id: ID of the deployment to read.

        Returns:
            The deployment.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such deployment.
        """
        return self._call(operations.RETRIEVE, {"deployment_id": deployment_id})

    def promote(self, version: str) -> models.DeploymentPromoteResponse:
        """Make a deployment current.

        Make an earlier version the environment's current one, which new runs then use.

        Args:
            version: Version to make current, such as "20250228.1".

        Returns:
            The version is now current.

        Raises:
            BadRequestError: 400: The request is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            NotFoundError: 404: There is no such deployment.
        """
        return self._call(operations.PROMOTE, {"version": version})
