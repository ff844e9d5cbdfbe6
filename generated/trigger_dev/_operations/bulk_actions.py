# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `bulk_actions`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import (
    Content,
    Operation,
    Pages,
    PageSize,
    Parameter,
    Read,
    RequestBody,
    Turn,
    Write,
)
from .._runtime.records import Later

LIST: Final[Operation[models.ListBulkActionsResult]] = Operation(
    name="bulk_actions.list",
    method="GET",
    path="/api/v1/bulk-actions",
    parameters=(
        Parameter(
            "page",
            "page",
            "query",
            "deepObject",
            explode=True,
            takes=lambda: models.BulkActionsCursorPagination,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ListBulkActionsResult)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
    pages=Pages(
        items=("data",),
        next=Turn(Read("body", ("pagination", "next")), Write("argument", ("page", "after"))),
        previous=Turn(
            Read("body", ("pagination", "previous")), Write("argument", ("page", "before"))
        ),
        size=PageSize(Write("argument", ("page", "size")), default=25),
        how="of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to 'page[before]'",
    ),
)

BULK_ACTIONS_CREATE: Final[Operation[models.CreateBulkActionResponse]] = Operation(
    name="bulk_actions.create",
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

RETRIEVE: Final[Operation[models.BulkActionObject]] = Operation(
    name="bulk_actions.retrieve",
    method="GET",
    path="/api/v1/bulk-actions/{bulkActionId}",
    parameters=(Parameter("bulk_action_id", "bulkActionId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.BulkActionObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

ABORT: Final[Operation[models.AbortBulkActionResponse]] = Operation(
    name="bulk_actions.abort",
    method="POST",
    path="/api/v1/bulk-actions/{bulkActionId}/abort",
    parameters=(Parameter("bulk_action_id", "bulkActionId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.AbortBulkActionResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
