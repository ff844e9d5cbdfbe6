# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.execute_query_request_body`."""

from __future__ import annotations

import datetime as dt
from typing import Literal, Required, TypeAlias, TypedDict

from .. import models as _models

ExecuteQueryRequestBodyFormatParam: TypeAlias = (
    _models.ExecuteQueryRequestBodyFormat | Literal["json", "csv"] | str
)
"""A `models.ExecuteQueryRequestBodyFormat`, one of its values, or a value of your own."""


class ExecuteQueryRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.ExecuteQueryRequestBody`."""

    query: Required[str]
    format: ExecuteQueryRequestBodyFormatParam
    from_: dt.datetime | str | None
    period: str | None
    scope: ExecuteQueryRequestBodyScopeParam
    to: dt.datetime | str | None


ExecuteQueryRequestBodyScopeParam: TypeAlias = (
    _models.ExecuteQueryRequestBodyScope | Literal["environment", "project", "organization"] | str
)
"""A `models.ExecuteQueryRequestBodyScope`, one of its values, or a value of your own."""
