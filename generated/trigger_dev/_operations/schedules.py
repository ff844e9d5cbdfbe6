# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `schedules`."""

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

LIST: Final[Operation[models.ListSchedulesResult]] = Operation(
    name="schedules.list",
    method="GET",
    path="/api/v1/schedules",
    parameters=(
        Parameter("page", "page", "query", "form", explode=True),
        Parameter("per_page", "perPage", "query", "form", explode=True),
    ),
    contents=(
        Content("200", Later(lambda: models.ListSchedulesResult)),
        Content("401", kind="none"),
    ),
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

CREATE: Final[Operation[models.ScheduleObject]] = Operation(
    name="schedules.create",
    method="POST",
    path="/api/v1/schedules",
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.CreateScheduleOptions
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ScheduleObject)),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("422", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.ScheduleObject]] = Operation(
    name="schedules.retrieve",
    method="GET",
    path="/api/v1/schedules/{schedule_id}",
    parameters=(Parameter("schedule_id", "schedule_id", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.ScheduleObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

UPDATE: Final[Operation[models.ScheduleObject]] = Operation(
    name="schedules.update",
    method="PUT",
    path="/api/v1/schedules/{schedule_id}",
    parameters=(Parameter("schedule_id", "schedule_id", "path", "simple", required=True),),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.UpdateScheduleOptions
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.ScheduleObject)),
        Content("400", kind="none"),
        Content("401", kind="none"),
        Content("404", kind="none"),
        Content("422", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

DELETE: Final[Operation[models.ScheduleDeleteResponse]] = Operation(
    name="schedules.delete",
    method="DELETE",
    path="/api/v1/schedules/{schedule_id}",
    parameters=(Parameter("schedule_id", "schedule_id", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.ScheduleDeleteResponse)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

ACTIVATE: Final[Operation[models.ScheduleObject]] = Operation(
    name="schedules.activate",
    method="POST",
    path="/api/v1/schedules/{schedule_id}/activate",
    parameters=(Parameter("schedule_id", "schedule_id", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.ScheduleObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

DEACTIVATE: Final[Operation[models.ScheduleObject]] = Operation(
    name="schedules.deactivate",
    method="POST",
    path="/api/v1/schedules/{schedule_id}/deactivate",
    parameters=(Parameter("schedule_id", "schedule_id", "path", "simple", required=True),),
    contents=(
        Content("200", Later(lambda: models.ScheduleObject)),
        Content("401", kind="none"),
        Content("404", kind="none"),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

TIMEZONES: Final[Operation[models.GetTimezonesResult]] = Operation(
    name="schedules.timezones",
    method="GET",
    path="/api/v1/timezones",
    parameters=(Parameter("exclude_utc", "excludeUtc", "query", "form", explode=True),),
    contents=(Content("200", Later(lambda: models.GetTimezonesResult)),),
)
