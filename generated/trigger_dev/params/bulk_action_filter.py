# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.bulk_action_filter`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypedDict

from .. import models as _models
from .queue_type_name import QueueTypeNameParam
from .run_status import RunStatusParam


class BulkActionFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.BulkActionFilter`."""

    batch: str
    bulk_action: str
    from_: dt.datetime | str | float
    is_test: bool
    machine: str | Sequence[str]
    period: str
    queue: (
        _models.QueueTypeName
        | QueueTypeNameParam
        | Sequence[_models.QueueTypeName | QueueTypeNameParam]
    )
    region: str | Sequence[str]
    schedule: str
    status: RunStatusParam | Sequence[RunStatusParam]
    tag: str | Sequence[str]
    task_identifier: str | Sequence[str]
    to: dt.datetime | str | float
    version: str | Sequence[str]
