# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on query dashboards."""

from __future__ import annotations

from .. import models
from .._operations import query_dashboards as operations
from .resource import AsyncResource


class AsyncQueryDashboards(AsyncResource):
    """The operations on query dashboards."""

    async def list(
        self,
    ) -> models.QueryDashboardListResponse:
        """List the dashboards.

        List the ready-made dashboards; each widget holds the TRQL query behind one metric, such as
        success rate, cost or LLM usage.

        Returns:
            The dashboards.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return await self._call(operations.LIST, {})
