# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.queue_retrieve_type`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

QueueRetrieveTypeParam: TypeAlias = (
    _models.QueueRetrieveType | Literal["id", "task", "custom"] | str
)
"""A `models.QueueRetrieveType`, one of its values, or a value of your own."""
