# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_tags`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody

ADD: Final[Operation[models.RunTagAddResponse]] = Operation(
    name="runs.tags.add",
    method="POST",
    path="/api/v1/runs/{runId}/tags",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.RunTagAddParams
        ),
    ),
    contents=(
        Content("200", models.RunTagAddResponse),
        Content("400", models.DeploymentPromoteResponse400),
        Content("401", models.RunResultResponse401),
        Content("422", models.RunTagAddResponse422),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
