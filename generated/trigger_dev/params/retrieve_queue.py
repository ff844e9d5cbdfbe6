# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.retrieve_queue`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

RetrieveQueueTypeParam: TypeAlias = (
    _models.RetrieveQueueType | Literal["id", "task", "custom"] | str
)
"""A `models.RetrieveQueueType`, one of its values, or a value of your own."""
