# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.close_session_request_body`."""

from __future__ import annotations

from typing import TypedDict


class CloseSessionRequestBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.CloseSessionRequestBody`."""

    reason: str
