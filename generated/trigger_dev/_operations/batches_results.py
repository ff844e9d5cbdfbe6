# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `batches_results`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

LIST: Final[Operation[models.BatchResultListResponse]] = Operation(
    name="batches.results.list",
    method="GET",
    path="/api/v1/batches/{batchId}/results",
    parameters=(Parameter("batch_id", "batchId", "path", "simple", required=True),),
    contents=(
        Content("200", models.BatchResultListResponse),
        Content("401", models.ErrorResponse),
        Content("404", models.ErrorResponse),
    ),
    security=(("secretKey",),),
)
