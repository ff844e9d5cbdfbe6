# Rendered from templates/models/{model}.py.jinja. DO NOT EDIT: it is made anew.
"""Models: RescheduleRunResponse400, RescheduleRunResponse400Error, RescheduleRunResponse401 and others."""

from typing import Literal

from .._runtime.enums import OpenStrEnum
from .._runtime.model import Model


class RescheduleRunResponse400Error(OpenStrEnum):
    """An open enum: other values are kept."""

    INVALID_OR_MISSING_RUN_ID = "Invalid or missing run ID"
    FAILED_TO_CREATE_NEW_RUN = "Failed to create new run"


class RescheduleRunResponse401(Model):
    """What a response with status 401 holds."""

    error: Literal["Invalid or Missing API key"] | None = None


class RescheduleRunResponse404(Model):
    """What a response with status 404 holds."""

    error: Literal["Run not found"] | None = None


class RescheduleRunResponse400(Model):
    """What a response with status 400 holds."""

    error: RescheduleRunResponse400Error | None = None
