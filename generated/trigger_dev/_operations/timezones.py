# Rendered from templates/_operations/{operations}.py.jinja. DO NOT EDIT: it is made anew.
"""The operations behind `timezones`."""

from typing import Final

from .. import models
from .._runtime.operation import Content, Operation, Parameter

LIST: Final[Operation[models.GetTimezonesResult]] = Operation(
    name="timezones.list",
    method="GET",
    path="/api/v1/timezones",
    parameters=(Parameter("exclude_utc", "excludeUtc", "query", "form", explode=True),),
    contents=(Content("200", models.GetTimezonesResult),),
)
