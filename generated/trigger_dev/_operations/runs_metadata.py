# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_metadata`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody
from .._runtime.records import Later

UPDATE: Final[Operation[models.RunMetadataUpdateResponse]] = Operation(
    name="runs.metadata.update",
    method="PUT",
    path="/api/v1/runs/{runId}/metadata",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.RunMetadataUpdateParams,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.RunMetadataUpdateResponse)),
        Content("400", Later(lambda: models.RunMetadataUpdateResponse400)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunMetadataUpdateResponse404)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
