# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.errors_cursor_pagination`."""

from __future__ import annotations

from typing import TypedDict


class ErrorsCursorPaginationParam(TypedDict, total=False):
    """A dictionary that stands for `models.ErrorsCursorPagination`."""

    after: str
    before: str
    size: int
