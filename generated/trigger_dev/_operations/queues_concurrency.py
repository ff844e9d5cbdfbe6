# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `queues_concurrency`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody

OVERRIDE: Final[Operation[models.QueueObject]] = Operation(
    name="queues.concurrency.override",
    method="POST",
    path="/api/v1/queues/{queueParam}/concurrency/override",
    parameters=(Parameter("queue_param", "queueParam", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.QueueConcurrencyOverrideParams,
        ),
    ),
    contents=(
        Content("200", models.QueueObject),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",),),
)

RESET: Final[Operation[models.QueueObject]] = Operation(
    name="queues.concurrency.reset",
    method="POST",
    path="/api/v1/queues/{queueParam}/concurrency/reset",
    parameters=(Parameter("queue_param", "queueParam", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", takes=lambda: models.QueueConcurrencyResetParams
        ),
    ),
    contents=(
        Content("200", models.QueueObject),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",),),
)
