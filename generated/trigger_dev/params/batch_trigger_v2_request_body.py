# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.batch_trigger_v2_request_body`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict

from .. import models as _models
from .batch_trigger_task_request_body_item import BatchTriggerTaskRequestBodyItemParam


class BatchTriggerV2RequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.BatchTriggerV2RequestBody`."""

    items: Required[
        Sequence[_models.BatchTriggerTaskRequestBodyItem | BatchTriggerTaskRequestBodyItemParam]
        | _models.BatchTriggerTaskRequestBodyItem
        | BatchTriggerTaskRequestBodyItemParam
    ]
