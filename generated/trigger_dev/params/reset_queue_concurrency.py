# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.reset_queue_concurrency`."""

from __future__ import annotations

from typing import TypedDict

from .override_queue_concurrency_body_type import OverrideQueueConcurrencyBodyTypeParam


class ResetQueueConcurrencyBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.ResetQueueConcurrencyBody`."""

    type: OverrideQueueConcurrencyBodyTypeParam
