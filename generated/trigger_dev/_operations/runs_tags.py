# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_tags`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody
from .._runtime.records import Later

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
        Content("200", Later(lambda: models.RunTagAddResponse)),
        Content("400", Later(lambda: models.ErrorBody)),
        Content("401", Later(lambda: models.RunResultResponse401)),
        Content("422", Later(lambda: models.RunTagAddResponse422)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
