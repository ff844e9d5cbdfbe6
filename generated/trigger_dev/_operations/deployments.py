# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `deployments`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Pages, PageSize, Parameter, Read, Turn, Write
from .._runtime.records import Later

LIST: Final[Operation[models.DeploymentListResponse]] = Operation(
    name="deployments.list",
    method="GET",
    path="/api/v1/deployments",
    parameters=(
        Parameter("after", "page[after]", "query", "form", explode=True),
        Parameter("size", "page[size]", "query", "form", explode=True),
        Parameter("status", "status", "query", "form", explode=True),
        Parameter("period", "period", "query", "form", explode=True),
        Parameter("from_", "from", "query", "form", explode=True),
        Parameter("to", "to", "query", "form", explode=True),
    ),
    contents=(
        Content("200", Later(lambda: models.DeploymentListResponse)),
        Content("401", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
    pages=Pages(
        items=("data",),
        next=Turn(Read("body", ("pagination", "next")), Write("argument", ("after",))),
        size=PageSize(Write("argument", ("size",)), default=20),
        how="of 'data': 'pagination.next' goes to 'page[after]'",
    ),
)

RETRIEVE_CURRENT: Final[Operation[models.CurrentDeployment]] = Operation(
    name="deployments.retrieve_current",
    method="GET",
    path="/api/v1/deployments/current",
    contents=(
        Content("200", Later(lambda: models.CurrentDeployment)),
        Content("default", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RETRIEVE_LATEST: Final[Operation[models.DeploymentRetrieveLatestResponse]] = Operation(
    name="deployments.retrieve_latest",
    method="GET",
    path="/api/v1/deployments/latest",
    contents=(
        Content("200", Later(lambda: models.DeploymentRetrieveLatestResponse)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.DeploymentRetrieveResponse]] = Operation(
    name="deployments.retrieve",
    method="GET",
    path="/api/v1/deployments/{deploymentId}",
    parameters=(Parameter("deployment_id", "deploymentId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.DeploymentRetrieveResponse)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

PROMOTE: Final[Operation[models.DeploymentPromoteResponse]] = Operation(
    name="deployments.promote",
    method="POST",
    path="/api/v1/deployments/{version}/promote",
    parameters=(Parameter("version", "version", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.DeploymentPromoteResponse)),
        Content("400", Later(lambda: models.ErrorBody)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
