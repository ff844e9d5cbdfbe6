# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `query_schema`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation

GET: Final[Operation[models.QuerySchemaGetResponse]] = Operation(
    name="query.schema.get",
    method="GET",
    path="/api/v1/query/schema",
    contents=(Content("200", models.QuerySchemaGetResponse), Content("401", kind="none")),
    security=(("secretKey",),),
)
