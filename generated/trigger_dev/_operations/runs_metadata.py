# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_metadata`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody

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
        Content("200", models.RunMetadataUpdateResponse),
        Content("400", models.RunMetadataUpdateResponse400),
        Content("401", models.RunEventsResponse401),
        Content("404", models.RunMetadataUpdateResponse404),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
