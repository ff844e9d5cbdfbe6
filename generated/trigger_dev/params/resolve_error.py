# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.resolve_error`."""

from __future__ import annotations

from typing import TypedDict


class ResolveErrorBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.ResolveErrorBody`."""

    resolved_in_version: str
