# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `queues`."""

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

LIST: Final[Operation[models.ListQueuesResult]] = Operation(
    name="queues.list",
    method="GET",
    path="/api/v1/queues",
    parameters=(
        Parameter("page", "page", "query", "form", explode=True),
        Parameter("per_page", "perPage", "query", "form", explode=True),
    ),
    contents=(Content("200", Later(lambda: models.ListQueuesResult)), Content("401", kind="none")),
    security=(("secretKey",), ("personalAccessToken",)),
    pages=Pages(
        items=("data",),
        next=Turn(Read("count"), Write("argument", ("page",))),
        total=Read("body", ("pagination", "count")),
        total_pages=Read("body", ("pagination", "totalPages")),
        current=Read("body", ("pagination", "currentPage")),
        size=PageSize(Write("argument", ("per_page",))),
        unit="page",
        how="of 'data' by number: 'page' up to 'pagination.totalPages'",
    ),
)

RETRIEVE: Final[Operation[models.QueueObject]] = Operation(
    name="queues.retrieve",
    method="GET",
    path="/api/v1/queues/{queueParam}",
    parameters=(
        Parameter("queue_param", "queueParam", "path", "simple", required=True),
        Parameter("type", "type", "query", "form", explode=True),
    ),
    contents=(
        Content("200", Later(lambda: models.QueueObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

OVERRIDE_CONCURRENCY_LIMIT: Final[Operation[models.QueueObject]] = Operation(
    name="queues.override_concurrency_limit",
    method="POST",
    path="/api/v1/queues/{queueParam}/concurrency/override",
    parameters=(Parameter("queue_param", "queueParam", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.QueueOverrideConcurrencyLimitParams,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.QueueObject)),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RESET_CONCURRENCY_LIMIT: Final[Operation[models.QueueObject]] = Operation(
    name="queues.reset_concurrency_limit",
    method="POST",
    path="/api/v1/queues/{queueParam}/concurrency/reset",
    parameters=(Parameter("queue_param", "queueParam", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", takes=lambda: models.QueueResetConcurrencyLimitParams
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.QueueObject)),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

PAUSE: Final[Operation[models.QueueObject]] = Operation(
    name="queues.pause",
    method="POST",
    path="/api/v1/queues/{queueParam}/pause",
    parameters=(Parameter("queue_param", "queueParam", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.QueuePauseParams
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.QueueObject)),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
