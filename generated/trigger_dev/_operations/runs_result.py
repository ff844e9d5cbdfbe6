# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_result`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

GET: Final[Operation[models.BatchResultListResponseItem]] = Operation(
    name="runs.result.get",
    method="GET",
    path="/api/v1/runs/{runId}/result",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.BatchResultListResponseItem),
        Content("401", models.RunResultGetResponse401),
        Content("404", models.RunResultGetResponse404),
    ),
    security=(("secretKey",),),
)
