# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.upload_project_envvars`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Required, TypedDict


class UploadProjectEnvvarsBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.UploadProjectEnvvarsBody`."""

    variables: Required[Mapping[str, str]]
    is_secret: bool
    override: bool
