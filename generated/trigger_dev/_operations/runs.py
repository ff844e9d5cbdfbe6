# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `runs`."""

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
        Content("200", models.ListRunsResult),
        Content("400", models.ErrorWithDetailsResponse),
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
        Content("200", models.ListRunsResult),
        Content("400", models.ErrorWithDetailsResponse),
        Content("401", kind="none"),
    ),
    security=(("secretKey",),),
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

GET_EVENTS: Final[Operation[models.GetRunEventsResponse]] = Operation(
    name="runs.get_events",
    method="GET",
    path="/api/v1/runs/{runId}/events",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.GetRunEventsResponse),
        Content("401", models.GetRunEventsResponse401),
        Content("404", models.GetRunEventsResponse404),
    ),
    security=(("secretKey",),),
)

UPDATE_METADATA: Final[Operation[models.UpdateRunMetadataResponse]] = Operation(
    name="runs.update_metadata",
    method="PUT",
    path="/api/v1/runs/{runId}/metadata",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.UpdateRunMetadataBody
        ),
    ),
    contents=(
        Content("200", models.UpdateRunMetadataResponse),
        Content("400", models.UpdateRunMetadataResponse400),
        Content("401", models.UpdateRunMetadataResponse401),
        Content("404", models.UpdateRunMetadataResponse404),
    ),
    security=(("secretKey",),),
)

REPLAY: Final[Operation[models.ReplayRunResponse]] = Operation(
    name="runs.replay",
    method="POST",
    path="/api/v1/runs/{runId}/replay",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.ReplayRunResponse),
        Content("400", models.ReplayRunResponse400),
        Content("401", models.ReplayRunResponse401),
        Content("404", models.ReplayRunResponse404),
    ),
    security=(("secretKey",),),
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
        Content("200", models.RetrieveRunResponse),
        Content("400", models.RescheduleRunResponse400),
        Content("401", models.RescheduleRunResponse401),
        Content("404", models.RescheduleRunResponse404),
    ),
    security=(("secretKey",),),
)

GET_RESULT: Final[Operation[models.GetRunResultResponse]] = Operation(
    name="runs.get_result",
    method="GET",
    path="/api/v1/runs/{runId}/result",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.GetRunResultResponse),
        Content("401", models.GetRunResultResponse401),
        Content("404", models.GetRunResultResponse404),
    ),
    security=(("secretKey",),),
)

ADD_TAGS: Final[Operation[models.AddRunTagsResponse]] = Operation(
    name="runs.add_tags",
    method="POST",
    path="/api/v1/runs/{runId}/tags",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.AddRunTagsBody
        ),
    ),
    contents=(
        Content("200", models.AddRunTagsResponse),
        Content("400", models.AddRunTagsResponse400),
        Content("401", models.AddRunTagsResponse401),
        Content("422", models.AddRunTagsResponse422),
    ),
    security=(("secretKey",),),
)

GET_TRACE: Final[Operation[models.GetRunTraceResponse]] = Operation(
    name="runs.get_trace",
    method="GET",
    path="/api/v1/runs/{runId}/trace",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.GetRunTraceResponse),
        Content("401", models.GetRunTraceResponse401),
        Content("404", models.GetRunTraceResponse404),
    ),
    security=(("secretKey",),),
)

CANCEL: Final[Operation[models.CancelRunResponse]] = Operation(
    name="runs.cancel",
    method="POST",
    path="/api/v2/runs/{runId}/cancel",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.CancelRunResponse),
        Content("400", models.CancelRunResponse400),
        Content("401", models.CancelRunResponse401),
        Content("404", models.CancelRunResponse404),
    ),
    security=(("secretKey",),),
)

RETRIEVE: Final[Operation[models.RetrieveRunResponse]] = Operation(
    name="runs.retrieve",
    method="GET",
    path="/api/v3/runs/{runId}",
    parameters=(Parameter("run_id", "runId", "path", "simple", required=True),),
    contents=(
        Content("200", models.RetrieveRunResponse),
        Content("400", models.RetrieveRunResponse400),
        Content("401", models.RetrieveRunResponse401),
        Content("404", models.RetrieveRunResponse404),
    ),
    security=(("secretKey",),),
)
