# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_trace`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

GET: Final[Operation[models.RunTraceGetResponse]] = Operation(
    name="runs.trace.get",
    method="GET",
    path="/api/v1/runs/{runId}/trace",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.RunTraceGetResponse),
        Content("401", models.RunEventListResponse401),
        Content("404", models.RunTraceGetResponse404),
    ),
    security=(("secretKey",),),
)
