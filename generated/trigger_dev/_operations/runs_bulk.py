# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs_bulk`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, RequestBody
from .._runtime.records import Later

BULK_ACTIONS_CREATE: Final[Operation[models.CreateBulkActionResponse]] = Operation(
    name="runs.bulk.cancel",
    method="POST",
    path="/api/v1/bulk-actions",
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.CreateBulkActionRequestBody,
        ),
    ),
    contents=(
        Content("202", Later(lambda: models.CreateBulkActionResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", kind="none"),
        Content("422", Later(lambda: models.ErrorResponse)),
        Content("429", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
