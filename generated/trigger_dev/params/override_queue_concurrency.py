# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.override_queue_concurrency`."""

from __future__ import annotations

from typing import Required, TypedDict

from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyTypeParam


class OverrideQueueConcurrencyBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.OverrideQueueConcurrencyBody`."""

    concurrency_limit: Required[int]
    type: OverrideQueueConcurrencyBodyTypeParam
