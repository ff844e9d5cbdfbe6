# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.env_var`."""

from __future__ import annotations

from typing import Required, TypedDict


class EnvVarParam(TypedDict, total=False):
    """A dictionary that stands for `models.EnvVar`."""

    name: Required[str]
    value: Required[str]
    is_secret: bool
