# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.errors_filter`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TypedDict

from .error_list_item_status import ErrorListItemStatusParam


class ErrorsFilterParam(TypedDict, total=False):
    """A dictionary that stands for `models.ErrorsFilter`."""

    from_: dt.datetime | str
    period: str
    search: str
    status: Sequence[ErrorListItemStatusParam] | ErrorListItemStatusParam
    task_identifier: Sequence[str] | str
    to: dt.datetime | str
    version: Sequence[str] | str
