# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_concurrency_reset`."""

from __future__ import annotations

from typing import TypedDict

from .queue_retrieve_type import QueueRetrieveTypeParam


class QueueConcurrencyResetParams(TypedDict, total=False):
    """A dictionary that stands for `models.QueueConcurrencyResetParams`."""

    type: QueueRetrieveTypeParam
