# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_tags`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody

ADD: Final[Operation[models.AddRunTagsResponse]] = Operation(
    name="runs.tags.add",
    method="POST",
    path="/api/v1/runs/{runId}/tags",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.AddRunTagsBody
        ),
    ),
    contents=(
        Content("200", models.AddRunTagsResponse),
        Content("400", models.PromoteDeploymentResponse400),
        Content("401", models.GetRunResultResponse401),
        Content("422", models.AddRunTagsResponse422),
    ),
    security=(("secretKey",),),
)
