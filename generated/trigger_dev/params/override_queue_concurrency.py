# Rendered from templates/params/{twin}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.override_queue_concurrency`."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

from .. import models as _models


class OverrideQueueConcurrencyBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.OverrideQueueConcurrencyBody`."""

    concurrency_limit: Required[int]
    type: OverrideQueueConcurrencyBodyTypeParam


OverrideQueueConcurrencyBodyTypeParam: TypeAlias = (
    _models.OverrideQueueConcurrencyBodyType | Literal["id", "task", "custom"] | str
)
"""A `models.OverrideQueueConcurrencyBodyType`, one of its values, or a value of your own."""
