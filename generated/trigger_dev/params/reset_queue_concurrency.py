# Rendered from templates/params/{twin}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.reset_queue_concurrency`."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

from .. import models as _models


class ResetQueueConcurrencyBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.ResetQueueConcurrencyBody`."""

    type: ResetQueueConcurrencyBodyTypeParam


ResetQueueConcurrencyBodyTypeParam: TypeAlias = (
    _models.ResetQueueConcurrencyBodyType | Literal["id", "task", "custom"] | str
)
"""A `models.ResetQueueConcurrencyBodyType`, one of its values, or a value of your own."""
