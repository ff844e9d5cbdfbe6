# Derived from _async/query.py. DO NOT EDIT: it is made anew.
"""The operations on query."""

from __future__ import annotations

import datetime as dt

from .. import models, params
from .._operations import query as operations
from .._runtime.unset import UNSET, Unset
from .resource import Resource


class Query(Resource):
    """The operations on query.

    Example:

        result = client.query.dashboards()
    """

    def execute(
        self,
        query: str,
        *,
        format: params.ExecuteQueryRequestBodyFormatParam | Unset = UNSET,
        from_: dt.datetime | str | None | Unset = UNSET,
        period: str | None | Unset = UNSET,
        scope: params.ExecuteQueryRequestBodyScopeParam | Unset = UNSET,
        to: dt.datetime | str | None | Unset = UNSET,
    ) -> models.ExecuteQueryResponse:
        """Run a TRQL query.

        Query run data in TRQL, the SQL-like Trigger.dev Query Language, for analysis, metrics or
        export.

        Args:
            query: The query, in TRQL.
            format: Form of the result: "json", structured (the default), or "csv", one string.
                Default "json".
            from_: Begin of the time range, ISO 8601; needs `to`.
            period: How recently, such as "7d", "30d" or "1h"; excludes `from` and `to`.
            scope: How far the query sees: the environment unless told. Default "environment".
                One of 'environment', 'project', 'organization'.
            to: End of the time range, ISO 8601; needs `from`.

        Returns:
            The result, in the format asked for.

        Raises:
            BadRequestError: 400: The query or another field is not valid.
            AuthenticationError: 401: The credential is missing or wrong.
            RateLimitError: 429: Too many queries are running; try again soon.
            InternalServerError: 500: The query failed on the server.
        """
        return self._call(
            operations.EXECUTE,
            {},
            {
                "query": query,
                "format": format,
                "from": from_,
                "period": period,
                "scope": scope,
                "to": to,
            },
        )

    def dashboards(self) -> models.QueryDashboardsResponse:
        """List the dashboards.

        List the ready-made dashboards; each widget holds the TRQL query behind one metric, such as
        success rate, cost or LLM usage.

        Returns:
            The dashboards.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._call(operations.DASHBOARDS, {})

    def schema(self) -> models.QuerySchemaResponse:
        """Get the TRQL tables.

        List the tables that TRQL knows, with each column's type, meaning and possible values.

        Returns:
            The tables and their columns.

        Raises:
            AuthenticationError: 401: The credential is missing or wrong.
        """
        return self._call(operations.SCHEMA, {})
