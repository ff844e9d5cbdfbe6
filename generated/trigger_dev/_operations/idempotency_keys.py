# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `idempotency_keys`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody

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
    contents=(Content("200", models.ResetIdempotencyKey), Content("default", models.ErrorResponse)),
    security=(("secretKey",), ("personalAccessToken",)),
)
