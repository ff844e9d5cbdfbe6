# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Model: ListSessionsResult."""

from .._runtime.model import Model
from .list_result_pagination import ListResultPagination
from .session_object import SessionObject


class ListSessionsResult(Model):
    """A page of sessions."""

    data: list[SessionObject]
    """Sessions of this page."""
    pagination: ListResultPagination
