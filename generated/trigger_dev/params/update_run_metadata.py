# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.update_run_metadata`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict


class UpdateRunMetadataBodyParam(TypedDict, total=False):
    """A dictionary that stands for `models.UpdateRunMetadataBody`."""

    metadata: Mapping[str, Any]
