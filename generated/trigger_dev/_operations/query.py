# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `query`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, RequestBody
from .._runtime.records import Later

EXECUTE: Final[Operation[models.ExecuteQueryResponse]] = Operation(
    name="query.execute",
    method="POST",
    path="/api/v1/query",
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.ExecuteQueryRequestBody,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ExecuteQueryResponse)),
        Content("400", Later(lambda: models.QueryExecuteResponse400)),
        Content("401", kind="none"),
        Content("429", Later(lambda: models.QueryExecuteResponse429)),
        Content("500", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

DASHBOARDS: Final[Operation[models.QueryDashboardsResponse]] = Operation(
    name="query.dashboards",
    method="GET",
    path="/api/v1/query/dashboards",
    contents=(
        Content("200", Later(lambda: models.QueryDashboardsResponse)),
        Content("401", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

SCHEMA: Final[Operation[models.QuerySchemaResponse]] = Operation(
    name="query.schema",
    method="GET",
    path="/api/v1/query/schema",
    contents=(
        Content("200", Later(lambda: models.QuerySchemaResponse)),
        Content("401", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)
