# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.reschedule_run_request_body`."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict


class RescheduleRunRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.RescheduleRunRequestBody`."""

    delay: str | dt.datetime
