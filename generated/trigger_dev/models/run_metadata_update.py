# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RunMetadataUpdateParams, RunMetadataUpdateResponse, RunMetadataUpdateResponse400 and others."""

from typing import Any, Literal

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class RunMetadataUpdateParams(Model):
    """What a request sends."""

    metadata: dict[str, Any] | None = None
    """Metadata to store."""


class RunMetadataUpdateResponse(Model):
    """What a response with status 200 holds."""

    metadata: dict[str, Any]
    """The stored metadata."""


class RunMetadataUpdateResponse400Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_RUN_ID = "Invalid or missing run ID"
    INVALID_METADATA = "Invalid metadata"


class RunMetadataUpdateResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Task Run not found"] | None = None


class RunMetadataUpdateResponse400(Model):
    """What a response with status 400 holds."""

    error: RunMetadataUpdateResponse400Error | None = None
