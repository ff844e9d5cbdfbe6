# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `waitpoints_tokens`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime import scalars
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

LIST: Final[Operation[models.ListWaitpointTokensResult]] = Operation(
    name="waitpoints.tokens.list",
    method="GET",
    path="/api/v1/waitpoints/tokens",
    parameters=(
        Parameter("size", "page[size]", "query", "form", explode=True),
        Parameter("after", "page[after]", "query", "form", explode=True),
        Parameter("before", "page[before]", "query", "form", explode=True),
        Parameter("status", "filter[status]", "query", "form"),
        Parameter("idempotency_key", "filter[idempotencyKey]", "query", "form", explode=True),
        Parameter("tags", "filter[tags]", "query", "form"),
        Parameter("created_at_period", "filter[createdAt][period]", "query", "form", explode=True),
        Parameter(
            "created_at_from",
            "filter[createdAt][from]",
            "query",
            "form",
            explode=True,
            dates="epoch-milliseconds",
            takes=lambda: scalars.DateTime,
        ),
        Parameter(
            "created_at_to",
            "filter[createdAt][to]",
            "query",
            "form",
            explode=True,
            dates="epoch-milliseconds",
            takes=lambda: scalars.DateTime,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ListWaitpointTokensResult)),
        Content("401", kind="none"),
        Content("422", kind="none"),
        Content("500", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
    pages=Pages(
        items=("data",),
        next=Turn(Read("body", ("pagination", "next")), Write("argument", ("after",))),
        previous=Turn(Read("body", ("pagination", "previous")), Write("argument", ("before",))),
        size=PageSize(Write("argument", ("size",))),
        how="of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to 'page[before]'",
    ),
)

CREATE: Final[Operation[models.CreateWaitpointTokenResponse]] = Operation(
    name="waitpoints.tokens.create",
    method="POST",
    path="/api/v1/waitpoints/tokens",
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.CreateWaitpointTokenRequest,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.CreateWaitpointTokenResponse)),
        Content("401", kind="none"),
        Content("422", kind="none"),
        Content("500", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.WaitpointTokenObject]] = Operation(
    name="waitpoints.tokens.retrieve",
    method="GET",
    path="/api/v1/waitpoints/tokens/{waitpointId}",
    parameters=(Parameter("waitpoint_id", "waitpointId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.WaitpointTokenObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
        Content("500", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

COMPLETE: Final[Operation[models.CompleteWaitpointTokenResponse]] = Operation(
    name="waitpoints.tokens.complete",
    method="POST",
    path="/api/v1/waitpoints/tokens/{waitpointId}/complete",
    parameters=(Parameter("waitpoint_id", "waitpointId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", takes=lambda: models.CompleteWaitpointTokenRequest
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.CompleteWaitpointTokenResponse)),
        Content("401", kind="none"),
        Content("404", kind="none"),
        Content("500", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)
