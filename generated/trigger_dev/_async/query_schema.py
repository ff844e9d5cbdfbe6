# Rendered from templates/_async/{resource}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations on query schema."""

from __future__ import annotations

from .. import models
from .._operations import query_schema as operations
from .resource import AsyncResource


class AsyncQuerySchema(AsyncResource):
    """The operations on query schema."""

    async def get(
        self,
    ) -> models.QuerySchemaGetResponse:
        """Get the TRQL tables.

        List the tables that TRQL knows, with each column's type, meaning and possible values.

        Returns:
            The tables and their columns.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return await self._call(operations.GET, {})
