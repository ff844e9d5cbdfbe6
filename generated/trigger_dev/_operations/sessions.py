# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `sessions`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import (
    Content,
    DeepObject,
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

LIST: Final[Operation[models.ListSessionsResult]] = Operation(
    name="sessions.list",
    method="GET",
    path="/api/v1/sessions",
    parameters=(
        Parameter(
            "page",
            "page",
            "query",
            "deepObject",
            explode=True,
            takes=lambda: models.SessionsCursorPagination,
        ),
        Parameter(
            "filter",
            "filter",
            "query",
            "deepObject",
            explode=True,
            deep=DeepObject(lists="comma"),
            dates="epoch-milliseconds",
            takes=lambda: models.SessionsFilter,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ListSessionsResult)),
        Content("400", Later(lambda: models.ErrorWithDetailsResponse)),
        Content("401", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
    pages=Pages(
        items=("data",),
        next=Turn(Read("body", ("pagination", "next")), Write("argument", ("page", "after"))),
        previous=Turn(
            Read("body", ("pagination", "previous")), Write("argument", ("page", "before"))
        ),
        size=PageSize(Write("argument", ("page", "size")), default=20),
        how="of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to 'page[before]'",
    ),
)

CREATE: Final[Operation[models.CreatedSessionResponseBody]] = Operation(
    name="sessions.create",
    method="POST",
    path="/api/v1/sessions",
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.CreateSessionRequestBody,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.CreatedSessionResponseBody)),
        Content("201", Later(lambda: models.CreatedSessionResponseBody)),
        Content("401", kind="none"),
        Content("409", Later(lambda: models.ErrorResponse)),
        Content("422", Later(lambda: models.ErrorWithDetailsResponse)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.SessionObject]] = Operation(
    name="sessions.retrieve",
    method="GET",
    path="/api/v1/sessions/{session}",
    parameters=(Parameter("session", "session", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.SessionObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

UPDATE: Final[Operation[models.SessionObject]] = Operation(
    name="sessions.update",
    method="PATCH",
    path="/api/v1/sessions/{session}",
    parameters=(Parameter("session", "session", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.UpdateSessionRequestBody,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.SessionObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
        Content("422", Later(lambda: models.ErrorWithDetailsResponse)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

CLOSE: Final[Operation[models.SessionObject]] = Operation(
    name="sessions.close",
    method="POST",
    path="/api/v1/sessions/{session}/close",
    parameters=(Parameter("session", "session", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.CloseSessionRequestBody,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.SessionObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)
