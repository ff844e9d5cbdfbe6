# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.batch_item`."""

from __future__ import annotations

from typing import Any, Required, TypedDict

from .. import models as _models
from .trigger_task_request_body import TriggerTaskRequestBodyOptionsParam


class BatchItemParam(TypedDict, total=False):
    """A dictionary that stands for `models.BatchItem`."""

    context: Any
    options: _models.TriggerTaskRequestBodyOptions | TriggerTaskRequestBodyOptionsParam
    payload: Any
    task: Required[str]
    index: Required[int]
