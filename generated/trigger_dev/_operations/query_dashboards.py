# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `query_dashboards`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation

LIST: Final[Operation[models.QueryDashboardListResponse]] = Operation(
    name="query.dashboards.list",
    method="GET",
    path="/api/v1/query/dashboards",
    contents=(Content("200", models.QueryDashboardListResponse), Content("401", kind="none")),
    security=(("secretKey",),),
)
