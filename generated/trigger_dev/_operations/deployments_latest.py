# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `deployments_latest`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation

GET: Final[Operation[models.DeploymentLatestGetResponse]] = Operation(
    name="deployments.latest.get",
    method="GET",
    path="/api/v1/deployments/latest",
    contents=(
        Content("200", models.DeploymentLatestGetResponse),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",),),
)
