# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_trace`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

GET: Final[Operation[models.GetRunTraceResponse]] = Operation(
    name="runs.trace.get",
    method="GET",
    path="/api/v1/runs/{runId}/trace",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.GetRunTraceResponse),
        Content("401", models.GetRunEventsResponse401),
        Content("404", models.GetRunTraceResponse404),
    ),
    security=(("secretKey",),),
)
