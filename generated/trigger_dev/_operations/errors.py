# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `errors`."""

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

LIST: Final[Operation[models.ListErrorsResult]] = Operation(
    name="errors.list",
    method="GET",
    path="/api/v1/errors",
    parameters=(
        Parameter(
            "page",
            "page",
            "query",
            "deepObject",
            explode=True,
            takes=lambda: models.ErrorsCursorPagination,
        ),
        Parameter(
            "filter",
            "filter",
            "query",
            "deepObject",
            explode=True,
            deep=DeepObject(lists="comma"),
            dates="epoch-milliseconds",
            takes=lambda: models.ErrorsFilter,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ListErrorsResult)),
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
        size=PageSize(Write("argument", ("page", "size")), default=25),
        how="of 'data': 'pagination.next' goes to 'page[after]', 'pagination.previous' to 'page[before]'",
    ),
)

RETRIEVE: Final[Operation[models.ErrorObject]] = Operation(
    name="errors.retrieve",
    method="GET",
    path="/api/v1/errors/{errorId}",
    parameters=(Parameter("error_id", "errorId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.ErrorObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

IGNORE: Final[Operation[models.ErrorObject]] = Operation(
    name="errors.ignore",
    method="POST",
    path="/api/v1/errors/{errorId}/ignore",
    parameters=(Parameter("error_id", "errorId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.ErrorIgnoreParams
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ErrorObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

RESOLVE: Final[Operation[models.ErrorObject]] = Operation(
    name="errors.resolve",
    method="POST",
    path="/api/v1/errors/{errorId}/resolve",
    parameters=(Parameter("error_id", "errorId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.ErrorResolveParams
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ErrorObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

UNRESOLVE: Final[Operation[models.ErrorObject]] = Operation(
    name="errors.unresolve",
    method="POST",
    path="/api/v1/errors/{errorId}/unresolve",
    parameters=(Parameter("error_id", "errorId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.ErrorObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)
