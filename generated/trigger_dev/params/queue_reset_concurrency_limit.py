# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_reset_concurrency_limit`."""

from __future__ import annotations

from typing import TypedDict

from .queue_type import QueueTypeParam


class QueueResetConcurrencyLimitParams(TypedDict, total=False):
    """A dictionary that stands for `models.QueueResetConcurrencyLimitParams`."""

    type: QueueTypeParam
