# Rendered from templates/params/{param}.py.jinja. DO NOT EDIT: it is made anew.
"""What may be given for the models of `models.run_metadata_update`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict


class RunMetadataUpdateParams(TypedDict, total=False):
    """A dictionary that stands for `models.RunMetadataUpdateParams`."""

    metadata: Mapping[str, Any]
