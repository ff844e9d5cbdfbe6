# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.errors_filter`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeAlias, TypedDict

from .. import models as _models


class ErrorsFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.ErrorsFilter`."""

    from_: dt.datetime | str
    period: str
    search: str
    status: Sequence[ErrorsFilterStatusParam] | ErrorsFilterStatusParam
    task_identifier: Sequence[str] | str
    to: dt.datetime | str
    version: Sequence[str] | str


ErrorsFilterStatusParam: TypeAlias = (
    _models.ErrorsFilterStatus | Literal["unresolved", "resolved", "ignored"] | str
)
"""A `models.ErrorsFilterStatus`, one of its values, or a value of your own."""
