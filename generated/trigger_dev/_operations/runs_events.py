# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_events`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

LIST: Final[Operation[models.RunEventListResponse]] = Operation(
    name="runs.events.list",
    method="GET",
    path="/api/v1/runs/{runId}/events",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.RunEventListResponse),
        Content("401", models.RunEventListResponse401),
        Content("404", models.RunEventListResponse404),
    ),
    security=(("secretKey",),),
)
