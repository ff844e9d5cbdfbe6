# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.complete_waitpoint_token_request`."""

from __future__ import annotations

from typing import Any, TypedDict


class CompleteWaitpointTokenRequestParam(TypedDict, total=False):
    """A dictionary that stands for `models.CompleteWaitpointTokenRequest`."""

    data: Any
