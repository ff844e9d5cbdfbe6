# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.env_var_value`."""

from __future__ import annotations

from typing import Required, TypedDict


class EnvVarValueParam(TypedDict, total=False):
    """A dictionary that stands for `models.EnvVarValue`."""

    value: Required[str]
