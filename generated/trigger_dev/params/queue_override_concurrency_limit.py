# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_override_concurrency_limit`."""

from __future__ import annotations

from typing import Required, TypedDict

from .queue_type import QueueTypeParam


class ByPercentageParam(TypedDict, total=False):
    """A dictionary that stands for `models.ByPercentage`."""

    percent: Required[float]
    type: QueueTypeParam


class QueueOverrideConcurrencyLimitByNumberParam(TypedDict, total=False):
    """A dictionary that stands for `models.QueueOverrideConcurrencyLimitByNumber`."""

    concurrency_limit: Required[int]
    type: QueueTypeParam
