# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.sessions_filter`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, TypeAlias, TypedDict

from .. import models as _models


class SessionsFilterCreatedAtParam(TypedDict, total=False):
    """A dictionary that stands for `models.SessionsFilterCreatedAt`."""

    from_: dt.datetime | str
    period: str
    to: dt.datetime | str


class SessionsFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.SessionsFilter`."""

    created_at: _models.SessionsFilterCreatedAt | SessionsFilterCreatedAtParam
    external_id: str
    status: Sequence[SessionsFilterStatusParam] | SessionsFilterStatusParam
    tags: Sequence[str] | str
    task_identifier: Sequence[str] | str
    type: Sequence[str] | str


SessionsFilterStatusParam: TypeAlias = (
    _models.SessionsFilterStatus | Literal["ACTIVE", "CLOSED", "EXPIRED"] | str
)
"""A `models.SessionsFilterStatus`, one of its values, or a value of your own."""
