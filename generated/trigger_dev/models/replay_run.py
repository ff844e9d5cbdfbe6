# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: ReplayRunResponse, ReplayRunResponse400, ReplayRunResponse400Error and others."""

from typing import Literal

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class ReplayRunResponse(Model):
    """What a response with status 200 holds."""

    id: str | None = None
    """ID of the run just started."""


class ReplayRunResponse400Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_RUN_ID = "Invalid or missing run ID"
    FAILED_TO_CREATE_NEW_RUN = "Failed to create new run"


class ReplayRunResponse401(Model):
    """What a response with status 401 holds."""

    error: Literal["Invalid or Missing API key"] | None = None


class ReplayRunResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run not found"] | None = None


class ReplayRunResponse400(Model):
    """What a response with status 400 holds."""

    error: ReplayRunResponse400Error | None = None
