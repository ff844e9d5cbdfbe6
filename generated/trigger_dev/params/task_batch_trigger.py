# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.task_batch_trigger`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

from .. import models as _models
from .trigger_task_request_body import TriggerTaskRequestBodyParam


class TaskBatchTriggerParams(TypedDict, total=False):
    """A dictionary that stands for `models.TaskBatchTriggerParams`."""

    items: Required[
        Sequence[_models.TriggerTaskRequestBody | TriggerTaskRequestBodyParam]
        | _models.TriggerTaskRequestBody
        | TriggerTaskRequestBodyParam
    ]
