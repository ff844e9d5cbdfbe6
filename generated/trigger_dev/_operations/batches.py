# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `batches`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Header, Operation, Parameter, RequestBody
from .._runtime.records import Later

RETRIEVE_COUNTS: Final[Operation[models.BatchRetrieveCountsResponse]] = Operation(
    name="batches.retrieve_counts",
    method="GET",
    path="/api/v1/batches/{batchId}",
    parameters=(Parameter("batch_id", "batchId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.BatchRetrieveCountsResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

RESULTS: Final[Operation[models.BatchResultsResponse]] = Operation(
    name="batches.results",
    method="GET",
    path="/api/v1/batches/{batchId}/results",
    parameters=(Parameter("batch_id", "batchId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.BatchResultsResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

TRIGGER: Final[Operation[models.BatchTriggerResponse]] = Operation(
    name="batches.trigger",
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
        Content("202", Later(lambda: models.BatchTriggerResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.Batch]] = Operation(
    name="batches.retrieve",
    method="GET",
    path="/api/v2/batches/{batchId}",
    parameters=(Parameter("batch_id", "batchId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.Batch)),
        Content("default", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

CREATE: Final[Operation[models.CreatedBatch]] = Operation(
    name="batches.create",
    method="POST",
    path="/api/v3/batches",
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.BatchCreateParams
        ),
    ),
    contents=(
        Content("202", Later(lambda: models.CreatedBatch)),
        Content("default", Later(lambda: models.ErrorResponse)),
    ),
    headers=(Header("202", "x-trigger-jwt", str, held_as="publicAccessToken"),),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

ADD_ITEMS: Final[Operation[models.AddedBatchItems]] = Operation(
    name="batches.add_items",
    method="POST",
    path="/api/v3/batches/{batchId}/items",
    parameters=(Parameter("batch_id", "batchId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/x-ndjson",
            kind="json-lines",
            required=True,
            takes=lambda: list[models.BatchItem],
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.AddedBatchItems)),
        Content("default", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)
