# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `idempotency_keys`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody
from .._runtime.records import Later

RESET: Final[Operation[models.ResetIdempotencyKey]] = Operation(
    name="idempotency_keys.reset",
    method="POST",
    path="/api/v1/idempotencyKeys/{key}/reset",
    parameters=(Parameter("key", "key", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.IdempotencyKeyResetParams,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ResetIdempotencyKey)),
        Content("default", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
