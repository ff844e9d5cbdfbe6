# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.error_list_item_status`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .. import models as _models

ErrorListItemStatusParam: TypeAlias = (
    _models.ErrorListItemStatus | Literal["unresolved", "resolved", "ignored"] | str
)
"""A `models.ErrorListItemStatus`, one of its values, or a value of your own."""
