# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `tasks`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Header, Operation, Parameter, RequestBody
from .._runtime.records import Later

BATCH_TRIGGER: Final[Operation[models.BatchTriggerTaskResponse]] = Operation(
    name="tasks.batch_trigger",
    method="POST",
    path="/api/v1/tasks/{taskIdentifier}/batch",
    parameters=(Parameter("task_identifier", "taskIdentifier", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.TaskBatchTriggerParams,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.BatchTriggerTaskResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

TRIGGER: Final[Operation[models.TriggerTaskResponse]] = Operation(
    name="tasks.trigger",
    method="POST",
    path="/api/v1/tasks/{taskIdentifier}/trigger",
    parameters=(Parameter("task_identifier", "taskIdentifier", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.TriggerTaskRequestBody,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.TriggerTaskResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    headers=(Header("200", "x-trigger-jwt", str, held_as="publicAccessToken"),),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)
