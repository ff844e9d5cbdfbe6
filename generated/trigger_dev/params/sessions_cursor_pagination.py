# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.sessions_cursor_pagination`."""

from __future__ import annotations

from typing import TypedDict


class SessionsCursorPaginationParam(TypedDict, total=False):
    """A dictionary that stands for `models.SessionsCursorPagination`."""

    after: str
    before: str
    size: int
