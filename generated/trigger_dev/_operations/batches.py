# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `batches`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

RETRIEVE: Final[Operation[models.BatchRetrieveResponse]] = Operation(
    name="batches.retrieve",
    method="GET",
    path="/api/v1/batches/{batchId}",
    parameters=(Parameter("batch_id", "batchId", "path", "simple", required=True),),
    contents=(
        Content("200", models.BatchRetrieveResponse),
        Content("401", models.ErrorResponse),
        Content("404", models.ErrorResponse),
    ),
    security=(("secretKey",),),
)
