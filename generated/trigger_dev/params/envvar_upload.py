# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.envvar_upload`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Required, TypedDict


class EnvvarUploadParams(TypedDict, total=False):
    """A dictionary that stands for `models.EnvvarUploadParams`."""

    variables: Required[Mapping[str, str]]
    is_secret: bool
    override: bool
