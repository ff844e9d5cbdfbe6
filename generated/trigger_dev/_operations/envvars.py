# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `envvars`."""

from __future__ import annotations

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter, RequestBody
from .._runtime.records import Later

LIST: Final[Operation[models.ListEnvironmentVariablesResponse]] = Operation(
    name="envvars.list",
    method="GET",
    path="/api/v1/projects/{projectRef}/envvars/{env}",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter("env", "env", "path", "simple", required=True),
    ),
    contents=(
        Content("200", Later(lambda: models.ListEnvironmentVariablesResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

CREATE: Final[Operation[models.SucceedResponse]] = Operation(
    name="envvars.create",
    method="POST",
    path="/api/v1/projects/{projectRef}/envvars/{env}",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter("env", "env", "path", "simple", required=True),
    ),
    body=(RequestBody(media_type="application/json", required=True, takes=lambda: models.EnvVar),),
    contents=(
        Content("200", Later(lambda: models.SucceedResponse)),
        Content("400", Later(lambda: models.InvalidEnvVarsRequestResponse)),
        Content("401", Later(lambda: models.ErrorBody)),
        Content("404", Later(lambda: models.ErrorBody)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

UPLOAD: Final[Operation[models.SucceedResponse]] = Operation(
    name="envvars.upload",
    method="POST",
    path="/api/v1/projects/{projectRef}/envvars/{env}/import",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter("env", "env", "path", "simple", required=True),
    ),
    body=(
        RequestBody(
            media_type="application/json", required=True, takes=lambda: models.EnvvarUploadParams
        ),
    ),
    contents=(
        Content("200", Later(lambda: models.SucceedResponse)),
        Content("400", Later(lambda: models.InvalidEnvVarsRequestResponse)),
        Content("401", Later(lambda: models.ErrorBody)),
        Content("404", Later(lambda: models.ErrorBody)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

RETRIEVE: Final[Operation[models.EnvironmentVariable]] = Operation(
    name="envvars.retrieve",
    method="GET",
    path="/api/v1/projects/{projectRef}/envvars/{env}/{name}",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter("env", "env", "path", "simple", required=True),
        Parameter("name", "name", "path", "simple", required=True),
    ),
    contents=(
        Content("200", Later(lambda: models.EnvironmentVariable)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

UPDATE: Final[Operation[models.SucceedResponse]] = Operation(
    name="envvars.update",
    method="PUT",
    path="/api/v1/projects/{projectRef}/envvars/{env}/{name}",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter("env", "env", "path", "simple", required=True),
        Parameter("name", "name", "path", "simple", required=True),
    ),
    body=(
        RequestBody(media_type="application/json", required=True, takes=lambda: models.EnvVarValue),
    ),
    contents=(
        Content("200", Later(lambda: models.SucceedResponse)),
        Content("400", Later(lambda: models.InvalidEnvVarsRequestResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)

DELETE: Final[Operation[models.SucceedResponse]] = Operation(
    name="envvars.delete",
    method="DELETE",
    path="/api/v1/projects/{projectRef}/envvars/{env}/{name}",
    parameters=(
        Parameter("project_ref", "projectRef", "path", "simple", required=True),
        Parameter("env", "env", "path", "simple", required=True),
        Parameter("name", "name", "path", "simple", required=True),
    ),
    contents=(
        Content("200", Later(lambda: models.SucceedResponse)),
        Content("400", Later(lambda: models.ErrorResponse)),
        Content("401", Later(lambda: models.ErrorResponse)),
        Content("404", Later(lambda: models.ErrorResponse)),
    ),
    security=(("secretKey",), ("personalAccessToken",)),
)
