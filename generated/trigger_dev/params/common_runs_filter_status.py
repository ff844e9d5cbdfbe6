# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.common_runs_filter_status`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

CommonRunsFilterStatusParam: TypeAlias = (
    _models.CommonRunsFilterStatus
    | Literal[
        "PENDING_VERSION",
        "QUEUED",
        "EXECUTING",
        "REATTEMPTING",
        "FROZEN",
        "COMPLETED",
        "CANCELED",
        "FAILED",
        "CRASHED",
        "INTERRUPTED",
        "SYSTEM_FAILURE",
        "DEQUEUED",
        "WAITING",
        "DELAYED",
        "EXPIRED",
        "TIMED_OUT",
    ]
    | str
)
"""A `models.CommonRunsFilterStatus`, one of its values, or a value of your own."""
