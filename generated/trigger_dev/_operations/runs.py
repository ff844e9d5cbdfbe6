# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs`."""

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
    Poll,
    Read,
    RequestBody,
    Turn,
    Write,
)
from .._runtime.records import Later

LIST_FOR_PROJECT: Final[Operation[models.ListRunsResult]] = Operation(
    name="runs.list_for_project",
    method="GET",
    path="/api/v1/projects/{projectRef}/runs",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter(
            "page",
            "page",
            "query",
            "deepObject",
            explode=True,
            takes=lambda: models.CursorPagination,
        ),
        Parameter(
            "filter",
            "filter",
            "query",
            "deepObject",
            explode=True,
            deep=DeepObject(lists="comma"),
            dates="epoch-milliseconds",
            takes=lambda: models.RunsFilterWithEnv,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ListRunsResult)),
        Content("400", Later(lambda: models.ErrorWithDetailsResponse)),
        Content("401", kind="none"),
    ),
    security=(("personalAccessToken",),),
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

LIST: Final[Operation[models.ListRunsResult]] = Operation(
    name="runs.list",
    method="GET",
    path="/api/v1/runs",
    parameters=(
        Parameter(
            "page",
            "page",
            "query",
            "deepObject",
            explode=True,
            takes=lambda: models.CursorPagination,
        ),
        Parameter(
            "filter",
            "filter",
            "query",
            "deepObject",
            explode=True,
            deep=DeepObject(lists="comma"),
            dates="epoch-milliseconds",
            takes=lambda: models.CommonRunsFilter,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ListRunsResult)),
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

EVENTS: Final[Operation[models.RunEventsResponse]] = Operation(
    name="runs.events",
    method="GET",
    path="/api/v1/runs/{runId}/events",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.RunEventsResponse)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunResponse404)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

REPLAY: Final[Operation[models.RunReplayResponse]] = Operation(
    name="runs.replay",
    method="POST",
    path="/api/v1/runs/{runId}/replay",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.RunReplayResponse)),
        Content("400", Later(lambda: models.RunResponse400)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunResponse404)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RESCHEDULE: Final[Operation[models.RetrieveRunResponse]] = Operation(
    name="runs.reschedule",
    method="POST",
    path="/api/v1/runs/{runId}/reschedule",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json",
            required=True,
            takes=lambda: models.RescheduleRunRequestBody,
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.RetrieveRunResponse)),
        Content("400", Later(lambda: models.RunResponse400)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunResponse404)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RESULT: Final[Operation[models.RunResult]] = Operation(
    name="runs.result",
    method="GET",
    path="/api/v1/runs/{runId}/result",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.RunResult)),
        Content("401", Later(lambda: models.RunResultResponse401)),
        Content("404", Later(lambda: models.RunResultResponse404)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

TRACE: Final[Operation[models.RunTraceResponse]] = Operation(
    name="runs.trace",
    method="GET",
    path="/api/v1/runs/{runId}/trace",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.RunTraceResponse)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunTraceResponse404)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

CANCEL: Final[Operation[models.RunCancelResponse]] = Operation(
    name="runs.cancel",
    method="POST",
    path="/api/v2/runs/{runId}/cancel",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.RunCancelResponse)),
        Content("400", Later(lambda: models.RunResponse400)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunResponse404)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.RetrieveRunResponse]] = Operation(
    name="runs.retrieve",
    method="GET",
    path="/api/v3/runs/{runId}",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.RetrieveRunResponse)),
        Content("400", Later(lambda: models.RunRetrieveResponse400)),
        Content("401", Later(lambda: models.RunEventsResponse401)),
        Content("404", Later(lambda: models.RunResponse404)),
    ),
    security=(("secretKey",), ("publicAccessToken",), ("personalAccessToken",)),
    poll=Poll(("isCompleted",), (True,)),
)
