# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.error_resolve`."""

from __future__ import annotations

from typing import TypedDict


class ErrorResolveParams(TypedDict, total=False):
    """A dictionary that stands for `models.ErrorResolveParams`."""

    resolved_in_version: str
