# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.common_runs_filter`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypedDict

from .. import models as _models
from .run_status import RunStatusParam


class CommonRunsFilterCreatedAtParam(TypedDict, total=False):
    """A dictionary that stands for `models.CommonRunsFilterCreatedAt`."""

    from_: dt.datetime | str
    period: str
    to: dt.datetime | str


class CommonRunsFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.CommonRunsFilter`."""

    batch: str
    bulk_action: str
    created_at: _models.CommonRunsFilterCreatedAt | CommonRunsFilterCreatedAtParam
    error: str
    is_test: bool
    machine: Sequence[str] | str
    queue: Sequence[str] | str
    region: Sequence[str] | str
    schedule: str
    status: Sequence[RunStatusParam] | RunStatusParam
    tag: Sequence[str] | str
    task_identifier: Sequence[str] | str
    version: Sequence[str] | str
