# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `tasks`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody

BATCH_TRIGGER: Final[Operation[models.TaskBatchTriggerResponse]] = Operation(
    name="tasks.batch_trigger",
    method="POST",
    path="/api/v1/tasks/batch",
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.BatchTriggerV2RequestBody,
        ),
    ),
    contents=(
        Content("202", models.TaskBatchTriggerResponse),
        Content("400", models.ErrorResponse),
        Content("401", models.ErrorResponse),
        Content("404", models.ErrorResponse),
    ),
    security=(("secretKey",),),
)

BATCH_TRIGGER_BY_ID: Final[Operation[models.BatchTriggerTaskResponse]] = Operation(
    name="tasks.batch_trigger_by_id",
    method="POST",
    path="/api/v1/tasks/{taskIdentifier}/batch",
    parameters=(Parameter("task_identifier", "taskIdentifier", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.TaskBatchTriggerByIdParams,
        ),
    ),
    contents=(
        Content("200", models.BatchTriggerTaskResponse),
        Content("400", models.ErrorResponse),
        Content("401", models.ErrorResponse),
        Content("404", models.ErrorResponse),
    ),
    security=(("secretKey",),),
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
        Content("200", models.TriggerTaskResponse),
        Content("400", models.ErrorResponse),
        Content("401", models.ErrorResponse),
        Content("404", models.ErrorResponse),
    ),
    security=(("secretKey",),),
)
