# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.run_status`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

RunStatusParam: TypeAlias = (
    _models.RunStatus
    | Literal[
        "PENDING_VERSION",
        "DELAYED",
        "QUEUED",
        "DEQUEUED",
        "EXECUTING",
        "WAITING",
        "COMPLETED",
        "CANCELED",
        "FAILED",
        "CRASHED",
        "SYSTEM_FAILURE",
        "EXPIRED",
        "TIMED_OUT",
    ]
    | str
)
"""A `models.RunStatus`, one of its values, or a value of your own."""
