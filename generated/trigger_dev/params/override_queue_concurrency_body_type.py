# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.override_queue_concurrency_body_type`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

OverrideQueueConcurrencyBodyTypeParam: TypeAlias = (
    _models.OverrideQueueConcurrencyBodyType | Literal["id", "task", "custom"] | str
)
"""A `models.OverrideQueueConcurrencyBodyType`, one of its values, or a value of your own."""
